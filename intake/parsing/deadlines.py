"""By when something is to be done: a day, a month, a part of the year, or a meeting.

The day given is the last one that is in time; ``precision`` tells what is printed.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from intake.parsing.dates import MONTHS, WEEKDAYS, find_dates
from intake.parsing.tasks import read_due

DAY, MONTH, SEASON, MEETING = "day", "month", "season", "meeting"
LONGEST_WAIT = 550  # days: what is further off was not meant

_YEAR = r"(?:\s+(?P<year>20\d\d))?"
_BY = r"(?:senast|före|innan|till|inför|under|i|inom)"
_MONTH = re.compile(
    rf"\b{_BY}\s+(?:(?:slutet av|början av|mitten av|utgången av|loppet av|hela)\s+)?"
    rf"(?P<month>{'|'.join(MONTHS)})(?:\s+månad)?{_YEAR}\b",
    re.IGNORECASE,
)
# The last day of each: a wait "före sommaren" is over when July begins.
_SEASONS = {
    "jul": (12, 24),
    "julen": (12, 24),
    "årsskiftet": (12, 31),
    "årets slut": (12, 31),
    "nyår": (12, 31),
    "sommaren": (6, 30),
    "sommar": (6, 30),
    "semestern": (6, 30),
    "semestrarna": (6, 30),
    "våren": (5, 31),
    "vår": (5, 31),
    "hösten": (11, 30),
    "höst": (11, 30),
    "vintern": (2, 28),
}
_SEASON = re.compile(
    rf"\b(?P<by>senast|före|innan|till|under|i|inför)\s+(?:slutet av\s+|mitten av\s+|"
    rf"början av\s+)?"
    rf"(?P<season>{'|'.join(_SEASONS)})(?:ens|s)?{_YEAR}\b",
    re.IGNORECASE,
)
# "senast v. 36": until the week is over. Weeks are those of ISO 8601, as everywhere in Sweden.
_WEEK = re.compile(
    rf"\b(?:senast|före|innan|under|till|klart?)\s+(?:v\.?|vecka)\s*(?P<week>[1-5]?\d){_YEAR}\b",
    re.IGNORECASE,
)
# "senast på fredag": the next one.
_WEEKDAY = re.compile(
    rf"\b(?:senast|före|innan)\s+(?:nu\s+)?(?:på\s+)?(?P<weekday>{'|'.join(WEEKDAYS)})\b"
    r"(?!\s+(?:den|nästa|vecka|v\.|om|\d))",
    re.IGNORECASE,
)
# Told at the end of what is to be redovisat: "återkomma med en plan våren 2024".
_AT_THE_END = re.compile(
    r"\b(?:återkom|redovis|återrapport|lever|presenter)\w*\b.*\s"
    r"(?P<season>våren|sommaren|hösten|vintern)\s+(?P<year>20\d\d)\s*\.?$",
    re.IGNORECASE,
)
# "under sommaren" lasts longer than "före sommaren".
_THROUGH = {"sommaren": (8, 31), "sommar": (8, 31)}
_MEETINGS = ("möte", "sammanträde", "konferens", "träff")
_MEETS = r"(?:\w*möte(?:t|n)?|\w*sammanträde(?:t|n)?|\w*konferens(?:en)?|\w*träff(?:en)?)"
_MEETING = re.compile(
    r"\b(?:inför|till)\s+(?:ett\s+|en\s+|det\s+|den\s+|de\s+)?"
    r"(?:(?:extra|extrainsatt|lämpligt)\s+)?"
    rf"(?:(?!dagens)[\wåäöÅÄÖ-]+s\s+)?{_MEETS}\b"
    r"(?:\s+med\s+(?:[A-ZÅÄÖ][\wåäö-]*\s?){1,3})?",
)
_NEXT = re.compile(
    rf"\b(?:till\s+|på\s+|vid\s+)?(?:nästa|nästkommande|kommande|"
    rf"följande)\s+(?:\w+\s+)?{_MEETS}\b",
    re.IGNORECASE,
)
# "till majmötet", "redovisar på kommitténs decembermöte"; who comes to a meeting is no deadline.
_MONTHS_MEETING = (
    rf"(?:[\wåäöÅÄÖ]+s\s+)?(?:{'|'.join(MONTHS)})(?:möte|sammanträde|träff)(?:t|en)?\b"
)
_TO_A_MONTH = re.compile(rf"\b(?:till|inför|innan|före)\s+{_MONTHS_MEETING}", re.IGNORECASE)
_TOLD_THERE = re.compile(
    r"\b(?:rapporter|redovis|presenter|återkom|återrapporter|svara)[^.;]*?\s"
    rf"(?P<at>(?:på|vid)\s+{_MONTHS_MEETING})",
    re.IGNORECASE,
)
_LATER = re.compile(r"\bi samband med\s+[\wåäö]+(?:\s+\w+){0,4}", re.IGNORECASE)
_AT_DATE = re.compile(
    rf"\b(?:(?:till|inför|vid|på|under)\s+(?:[\w-]+\s+){{0,3}}{_MEETS}|klar[at]?|färdig[at]?|"
    r"deadline|till|"
    r"inför|(?:redovisas|återrapporteras|presenteras|levereras|återkommer)(?:\s+(?:för|till|i)\s+[\wåäö]+)?)\s+"
    rf"(?:(?:{'|'.join(WEEKDAYS)})(?:en)?\s+)?(?:den\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Due:
    """``day`` is None where only a meeting is printed, and not its day."""

    day: date | None
    precision: str
    text: str


def find_due(text: str, meeting_day: date | None, *, waits: bool = False) -> Due | None:
    """The deadline in a sentence that gives a task; the most exact one that is printed.

    ``waits``: the sentence puts something off, so that "under hösten" tells until when.
    """
    readers: list[Callable[[str, date | None], Due | None]] = [
        _stated_day,
        _dated,
        _week,
        _weekday,
        _month,
    ]
    readers += [_season if waits else _before_season, _meeting]
    due = next((due for read in readers if (due := read(text, meeting_day))), None)
    if due is None and waits and (match := _LATER.search(text)):
        return Due(None, MEETING, match.group())
    return due


def has_deadline(text: str, meeting_day: date | None) -> bool:
    """Whether a day, a month or a part of the year limits what the sentence tells."""
    due = find_due(text, meeting_day)
    return due is not None and due.precision != MEETING


def _stated_day(text: str, meeting_day: date | None) -> Due | None:
    day, words = read_due(text, meeting_day)
    return Due(day, DAY, words or "") if day else None


def _dated(text: str, meeting_day: date | None) -> Due | None:
    """At a meeting whose day is printed, "klart den 12 december"."""
    for one in find_dates(text):
        lead = _AT_DATE.search(text[: one.start])
        day = one.resolve(meeting_day)
        if lead and day and _in_reach(day, meeting_day):
            return Due(day, DAY, text[lead.start() : one.end].strip(" ."))
    return None


def _week(text: str, meeting_day: date | None) -> Due | None:
    match = _WEEK.search(text)
    if not match or meeting_day is None:
        return None
    years = [int(match["year"])] if match["year"] else [meeting_day.year, meeting_day.year + 1]
    for year in years:
        try:
            day = date.fromisocalendar(year, int(match["week"]), 7)
        except ValueError:
            continue
        if day >= meeting_day:
            return Due(day, DAY, match.group())
    return None


def _weekday(text: str, meeting_day: date | None) -> Due | None:
    match = _WEEKDAY.search(text)
    if not match or meeting_day is None:
        return None
    wait = (WEEKDAYS.index(match["weekday"].lower()) - meeting_day.weekday() - 1) % 7 + 1
    return Due(meeting_day + timedelta(wait), DAY, match.group())


def _month(text: str, meeting_day: date | None) -> Due | None:
    for match in _MONTH.finditer(text):
        number = MONTHS.index(match["month"].lower()) + 1
        if year := _year(match, meeting_day, number, 28):
            last = monthrange(year, number)[1]
            return Due(date(year, number, last), MONTH, match.group())
    return None


def _before_season(text: str, meeting_day: date | None) -> Due | None:
    """Where "under hösten" may be said of what the task is about."""
    if at_the_end := _AT_THE_END.search(text):
        ends = date(int(at_the_end["year"]), *_SEASONS[at_the_end["season"].lower()])
        words = at_the_end["season"] + " " + at_the_end["year"]
        return Due(ends, SEASON, words) if _in_reach(ends, meeting_day) else None
    due = _season(text, meeting_day)
    return due if due and not due.text.lower().startswith(("under", "i ")) else None


def _season(text: str, meeting_day: date | None) -> Due | None:
    for match in _SEASON.finditer(text):
        season = match["season"].lower()
        through = match["by"].lower() in ("under", "i")
        month, day = (_THROUGH if through and season in _THROUGH else _SEASONS)[season]
        if year := _year(match, meeting_day, month, day):
            return Due(date(year, month, day), SEASON, match.group())
    return None


def _meeting(text: str, meeting_day: date | None) -> Due | None:
    if not any(map(text.casefold().__contains__, _MEETINGS)):
        return None  # to look for that first costs little
    for pattern in (_NEXT, _MEETING, _TO_A_MONTH):
        if match := pattern.search(text):
            return Due(None, MEETING, match.group().strip())
    told = _TOLD_THERE.search(text)
    return Due(None, MEETING, told["at"]) if told else None


def _year(match: re.Match[str], after: date | None, month: int, day: int) -> int | None:
    """The printed year, else the first in which that day is still to come."""
    if match["year"]:
        return int(match["year"])
    if after is None:
        return None
    return after.year if date(after.year, month, day) >= after else after.year + 1


def _in_reach(day: date, meeting_day: date | None) -> bool:
    return meeting_day is None or timedelta(0) <= day - meeting_day <= timedelta(LONGEST_WAIT)
