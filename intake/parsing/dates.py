"""Printed dates and times of day, in every form that Swedish minutes use.

``find_dates`` and ``find_times`` tell what is printed and where; nothing is completed by guess.
A date without a year is resolved by ``PrintedDate.resolve`` against the meeting's own date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
MONTH_NUMBERS = (
    {name: no for no, name in enumerate(MONTHS, 1)}
    | {name[:3]: no for no, name in enumerate(MONTHS, 1)}
    | {"sept": 9}
)
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_SHORT = "mån|tis|ons|tors|fre|lör|sön"
_ANOTHER = rf"(?:{_SHORT})dag(?:en)?"
_WEEKDAY = (
    rf"\b(?P<weekday>{_SHORT})(?:dag)?(?:en|ens)?(?:\s*(?:[-–—]|och|"
    rf"till)\s*{_ANOTHER})?\.?,?\s+(?:den\s+)?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_DAYS = (
    rf"(?<![\d.:])(?P<day>{_DAY})(?::?[ea])?"
    rf"(?:\s*(?:[-–—]|och|till)\s*(?:{_ANOTHER}\s+(?:den\s+)?)?(?P<last>{_DAY})(?::?[ea])?)?"
)

FORMS = (
    # 2022-10-06, 2006 06 01, 2022.10.06, 20221006
    (
        rf"(?:{_WEEKDAY})?(?P<year>(?:19|20)\d\d)(?P<sep>[-–. /]|(?<![\d/-]\d{{4}})"
        rf"(?=\d{{4}}(?![\d/-])))(?P<month>0?[1-9]|"
        rf"1[0-2])(?P=sep)(?P<day>{_DAY})(?:\s*[-–]\s*(?P<last>[0-3]\d))?(?![\d-])"
    ),
    # den 6 oktober 2022, 12-13 juni, 1:a mars -07
    (
        rf"(?:{_WEEKDAY})?(?:den\s+)?\b{_DAYS}\s*(?P<month>{_MONTH})\b\.?(?:\s*,?\s*(?P<year>(?:19|"
        rf"20)\d\d)\b)?"
    ),
    # 27.09.2005
    rf"(?:{_WEEKDAY})?\b(?P<day>{_DAY})\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>(?:19|20)\d\d)\b",
    # 21/9 2023, 12-13/6, 21/9-23
    (
        rf"(?:{_WEEKDAY})?\b{_DAYS}/(?P<month>1[0-2]|0?[1-9])\b(?:\s*[- ]\s*(?P<year>(?:19|"
        rf"20)\d\d|(?<=-)\d\d)\b)?(?!/)"
    ),
)
ANY_DIGIT = re.compile(r"\d")
PATTERNS = tuple(re.compile(form, re.IGNORECASE) for form in FORMS)

_CLOCK = r"(?P<{0}>[01]?\d|2[0-4])(?:[.:](?P<{0}m>[0-5]\d))?"
_TO = r"\s*(?:[-–—]|till|t\.?o\.?m\.?|och\s+till)+\s*(?:ca\.?\s*|kl(?:ockan)?\.?:?\s*)?"
TIMES = re.compile(
    rf"(?:(?P<kl>\bkl(?:ockan|\.)?\s*:?\s*)|"
    rf"(?<![\d./:§-]))(?:ca\.?\s*)?{_CLOCK.format('a')}(?:{_TO}{_CLOCK.format('b')})?(?![\d/:%]|"
    rf"\.\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """One date as printed; ``year`` is None where none stands; ``last`` ends a range of days."""

    month: int
    day: int
    year: int | None
    last: int | None
    weekday: str | None
    text: str
    start: int
    end: int

    def on(self, year: int) -> date | None:
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None

    def resolve(self, after: date | None) -> date | None:
        """The date meant: as printed, else the first such date on or after ``after``."""
        if self.year or after is None:
            return self.on(self.year) if self.year else None
        here = self.on(after.year)
        return here if here and here >= after else self.on(after.year + 1)

    def end_day(self, year: int) -> date | None:
        try:
            return date(self.year or year, self.month, self.last) if self.last else None
        except ValueError:
            return None

    def contradicted(self, day: date) -> bool:
        """Whether the printed weekday is not the weekday of ``day``."""
        return bool(self.weekday) and not WEEKDAYS[day.weekday()].startswith(
            (self.weekday or "").lower()[:3]
        )


@dataclass(frozen=True, slots=True)
class PrintedTime:
    first: time
    last: time | None
    text: str
    start: int
    end: int


@lru_cache(maxsize=512)  # lines: many ask about the same one, each about something of its own
def find_dates(text: str) -> tuple[PrintedDate, ...]:
    """All dates in reading order; of overlapping readings the first form wins."""
    if not ANY_DIGIT.search(text):
        return ()
    found: list[PrintedDate] = []
    taken = bytearray(len(text))
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            if not any(taken[match.start() : match.end()]):
                found.extend(_date(match))
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return tuple(sorted(found, key=lambda one: one.start))


def _date(match: re.Match[str]) -> Iterator[PrintedDate]:
    part = match.groupdict()
    month = MONTH_NUMBERS.get(part["month"].lower()) or int(part["month"])
    year = part.get("year")
    number = int(year) + (2000 if len(year) == 2 else 0) if year else None
    last = part.get("last")
    one = PrintedDate(
        month,
        int(part["day"]),
        number,
        int(last) if last else None,
        part.get("weekday"),
        match.group().strip(),
        match.start(),
        match.end(),
    )
    if one.on(2024):  # a leap year: 29 February without a year is a date
        yield one


def find_times(text: str) -> list[PrintedTime]:
    """Times of day: after "kl", or a range, or hours and minutes; a lone number is no time.

    Dates are blanked first, so that their digits are not read as hours.
    """
    if not ANY_DIGIT.search(text):
        return []
    bare = blank_dates(text)
    found = []
    for match in TIMES.finditer(bare):
        minutes = match["am"] is not None
        if not (match["kl"] or (match["b"] and minutes) or minutes):
            continue
        first, last = _clock(match["a"], match["am"]), _clock(match["b"], match["bm"])
        if first:
            found.append(
                PrintedTime(first, last, match.group().strip(), match.start(), match.end())
            )
    return found


def _clock(hour: str | None, minute: str | None) -> time | None:
    if hour is None:
        return None
    return time(int(hour) % 24, int(minute or 0))


def blank_dates(text: str) -> str:
    """The text with every date replaced by spaces of the same length."""
    for one in find_dates(text):
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text
