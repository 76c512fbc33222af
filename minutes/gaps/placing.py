"""Places missing meetings among those that the archive has, page by page of a list. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from minutes.gaps.missing import Gap


@dataclass(frozen=True, slots=True)
class Year:
    """``rows`` are meetings and gaps, the latest first; ``year`` is None for undated meetings."""

    year: int | None
    rows: list[Any]


def on_page(page: Any, gaps: Sequence[Gap]) -> list[Year]:
    """The meetings of the page with the gaps that stand among them.

    One question to the database where there are gaps and a page before.
    """
    meetings = list(page)
    since = day_of(meetings[-1]) if page.has_next() else None
    before = None
    if gaps and page.has_previous():
        before = day_of(page.paginator.object_list[page.start_index() - 2])
    return by_year(meetings, between(gaps, before, since))


def between(gaps: Iterable[Gap], before: date | None, since: date | None) -> list[Gap]:
    """Those of one page of a list with the latest first.

    ``before`` is the day of the last row on the page before, ``since`` that of the last row on
    this one; None where there is no page before, or none after.
    """
    return [
        gap
        for gap in gaps
        if (before is None or gap.day < before) and (since is None or gap.day >= since)
    ]


def by_year(meetings: Sequence[Any], gaps: Iterable[Gap]) -> list[Year]:
    """Meetings stay in their order, the latest first and before those the undated."""
    rows = sorted([*meetings, *gaps], key=_day, reverse=True)
    return [Year(year, list(of_year)) for year, of_year in groupby(rows, key=_year)]


def day_of(meeting: Any) -> date:
    """Where a meeting stands in the list: the undated before all others."""
    return meeting.start_date or date.max


def _day(row: Any) -> date:
    return row.day if isinstance(row, Gap) else day_of(row)


def _year(row: Any) -> int | None:
    day = _day(row)
    return None if day == date.max else day.year
