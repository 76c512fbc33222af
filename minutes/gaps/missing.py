"""Which meetings minutes speak of that the archive does not have, and what became of each. Pure.

What was said last holds: a day that a meeting was planned for is no gap once later minutes say
that it was moved or cancelled. What a person has found out holds before all that minutes say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

# What minutes say of a day (see Told), and what a person has found out (see Verdict).
MOVED, CANCELLED = "moved", "cancelled"
AWAY = (MOVED, CANCELLED)
MISSING, NEVER_HELD, GONE = "missing", "never_held", "gone"
SETTLED = (NEVER_HELD, GONE)
COMING = "coming"


@dataclass(frozen=True, slots=True)
class Mention:
    """That the minutes of ``meeting`` speak of a meeting of ``body`` on ``day``.

    ``text`` is the sentence; empty where a field of the minutes says it ("Nästa möte").
    ``sha256`` is the file's that the lines stand in, if there is one.
    """

    body: Any
    day: date
    kind: str
    meeting: Any
    text: str = ""
    sha256: str | None = None
    first_line: int | None = None
    last_line: int | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A meeting that the archive does not have. ``mentions`` are in the order of the meetings.

    ``fate`` is what became of it: missing, coming, moved, cancelled, never_held or gone.
    ``settled`` is what somebody has found out, or None.
    """

    body: Any
    day: date
    fate: str
    mentions: tuple[Mention, ...]
    settled: Any = None

    @property
    def anchor(self) -> str:
        return f"{self.body.slug}-{self.day}"


def gaps(
    mentions: Iterable[Mention], settled: Mapping[tuple[int, date], Any], today: date
) -> list[Gap]:
    """One for each body and day, by body and the latest day first.

    ``settled`` has what was found out by (key of the body, day).
    """
    told: defaultdict[tuple[int, date], list[Mention]] = defaultdict(list)
    for one in sorted(mentions, key=_said):
        told[one.body.pk, one.day].append(one)
    found = [_gap(of_it, settled.get(key), today) for key, of_it in told.items()]
    latest_first = sorted(found, key=lambda gap: gap.day, reverse=True)
    return sorted(latest_first, key=lambda gap: (gap.body.name, gap.body.pk))


def of_fate(found: Iterable[Gap], *fates: str) -> list[Gap]:
    return [gap for gap in found if gap.fate in fates]


def _gap(mentions: list[Mention], settled: Any, today: date) -> Gap:
    last = mentions[-1]
    verdict = settled.verdict if settled else ""
    return Gap(last.body, last.day, _fate(last, verdict, today), tuple(mentions), settled)


def _fate(last: Mention, verdict: str, today: date) -> str:
    if verdict:
        return verdict
    if last.kind in AWAY:
        return last.kind
    return COMING if last.day >= today else MISSING


def _said(one: Mention) -> tuple[date, int, int, bool]:
    """When it was said; of one line that names the day twice, that the meeting is off is last."""
    day = one.meeting.start_date or date.min
    return day, one.meeting.pk, one.first_line or 0, one.kind in AWAY
