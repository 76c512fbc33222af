"""The two minutes of the example, with their days counted from today."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.utils.dateformat import format as formatted
from django.utils.translation import override

from decisions.follow_up.period import half_year_of

TEXTS = Path(__file__).parent / "texts"
NAMED = "-ledningsgruppen-exempel.txt"
THURSDAY, FRIDAY = 3, 4


@dataclass(frozen=True)
class Days:
    """``earlier`` and ``held`` are the days of the two meetings; the rest is said at them."""

    today: date

    @property
    def held(self) -> date:
        return _before(self.today - timedelta(weeks=1), FRIDAY)

    @property
    def earlier(self) -> date:
        """In the half-year that a follow-up begins with; weeks before ``held``."""
        return _before(half_year_of(self.today).before.last - timedelta(weeks=6), FRIDAY)

    @property
    def said(self) -> dict[str, date]:
        """By the names that stand in the texts."""
        after = _before(self.today + timedelta(weeks=4), FRIDAY)
        return {
            "earlier": self.earlier,
            "held": self.held,
            "called_off": self.earlier + timedelta(weeks=2),
            "map_due": self.earlier + timedelta(days=17),
            "order_due": self.earlier + timedelta(days=24),
            "soon": _end_of_month(self.today, 0),
            "before_next": after - timedelta(days=7),
            "later": _end_of_month(self.today, 2),
            "much_later": _end_of_month(self.today, 5),
            "next": after,
            "after_next": after + timedelta(weeks=6),
            "committee": _before(after + timedelta(weeks=3), THURSDAY),
        }


def minutes(days: Days) -> dict[str, str]:
    """The texts by the names that their files get, the earlier one first."""
    with override("sv"):
        words = {name: _printed(name, day) for name, day in days.said.items()}
    words |= {name.capitalize(): text.capitalize() for name, text in words.items()}
    files = {"earlier": days.earlier, "latest": days.held}
    return {
        f"{day}{NAMED}": (TEXTS / f"{name}.txt").read_text().format(**words)
        for name, day in files.items()
    }


def _printed(name: str, day: date) -> str:
    """``fredagen den 6 november 2026`` of a meeting; of a last day only ``6 november 2026``."""
    is_last_day = name.endswith(("_due", "soon", "later")) or name == "before_next"
    return formatted(day, "j F Y") if is_last_day else formatted(day, r"l\e\n \d\e\n j F Y")


def _before(day: date, weekday: int) -> date:
    """That day of the week, on the day itself or at most six days before."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def _end_of_month(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])
