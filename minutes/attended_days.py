"""On which days of a meeting somebody was there, as the note beside the name has it. Pure text.

A note that limits the time in a way that no day answers (hours, half a day, a date that is none
of the meeting's) makes it unclear; one that limits nothing (a title, whom somebody replaces)
does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

Answer = bool | None  # None: unclear

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_DATE = re.compile(
    r"(?<![\d.:/])(?:(?P<den>\bden) )?(?P<first>\d{1,2})(?:\s*(?:-|–|och)\s*(?P<last>\d{1,2}))?"
    rf"\s*(?:(?P<name>{'|'.join(_MONTHS)})[a-z]*|/(?P<month>\d{{1,2}}))?(?![\d.:])"
)
_NUMBERED = re.compile(r"\bdag (\d)\b")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})(?:en)?\b")
_NOT = re.compile(r"\b(?:ej|inte|frånvarande|förhindrad|utom)\b")
_FROM = re.compile(r"\bfr\.? ?o\.? ?m\b|\bfrån\b")
_UP_TO = re.compile(r"\bt\.? ?o\.? ?m\b|\btill och med\b")
_ONLY = re.compile(r"\b(?:endast|bara|enbart|deltar|deltog|närvarar|närvarade|närvarande)\b")
_HOURS = re.compile(
    r"\d[.:]\d\d|\bkl\b|förmiddag|eftermiddag|\b[fe]m\b|lunch|\bdelvis\b|\bdel av\b"
)
_COMING_OR_GOING = re.compile(r"\b(?:ansl[öu]t|lämna|avvek|(?:gick|kom|ej|inte)\b)")
# What happens on a day without anybody being away on the others.
_ANOTHER_MATTER = re.compile(r"ordf|sekr|juster|teams|zoom|skype|distans|digital|länk|telefon")


def there_on(note: str, dates: Sequence[date], day: int | None) -> Answer:
    """Whether somebody with this note was there on a day of the meeting.

    ``dates`` are the meeting's, the first of them day 1; ``day`` is None where it is not known
    which, and then there is an answer only if it is the same for them all.
    """
    parts = [part.strip() for part in re.split(r"[,;]", note.casefold()) if part.strip()]
    asked = [day] if day is not None else range(1, max(len(dates), 1) + 1)
    answers = {every(_there(part, dates, one) for part in parts) for one in asked}
    return answers.pop() if len(answers) == 1 else None


def every(answers: Iterable[Answer]) -> Answer:
    """False if one is, else None if one is, else True; True also of none."""
    known = set(answers)
    if False in known:
        return False
    return None if None in known else True


def _there(part: str, dates: Sequence[date], day: int) -> Answer:
    named = list(_days_in(part, dates))
    if _HOURS.search(part) or None in named:
        return None
    days = [one for one in named if one is not None]
    if not days:
        return None if _COMING_OR_GOING.search(part) else True
    if _FROM.search(part) or _UP_TO.search(part):
        within = day >= min(days) if _FROM.search(part) else day <= max(days)
    else:
        within = day in days
    if _NOT.search(part):
        return not within
    if _limits(part):
        return within
    return True if _ANOTHER_MATTER.search(part) else None


def _limits(part: str) -> bool:
    """Whether a part that names a day tells that somebody was there then, and only then."""
    is_day_alone = not re.search(r"[a-zåäö]", _DATE.sub("", _NUMBERED.sub("", part)))
    return is_day_alone or any(words.search(part) for words in (_ONLY, _FROM, _UP_TO))


def _days_in(part: str, dates: Sequence[date]) -> Iterator[int | None]:
    """The days that a part names, None for one that is not the meeting's."""
    for found in _DATE.finditer(part):
        if found["den"] or found["name"] or found["month"]:
            month = _MONTHS.index(found["name"]) + 1 if found["name"] else int(found["month"] or 0)
            for number in filter(None, (found["first"], found["last"])):
                yield _place(dates, int(number), month)
    for found in _NUMBERED.finditer(part):
        yield int(found[1]) if int(found[1]) <= max(len(dates), 1) else None
    for found in _WEEKDAY.finditer(part):
        places = [at for at, day in enumerate(dates, 1) if _WEEKDAYS[day.weekday()] == found[1]]
        yield places[0] if len(places) == 1 else None


def _place(dates: Sequence[date], day: int, month: int) -> int | None:
    """Which of the dates it is, from 1; ``month`` is 0 where none is named."""
    places = (at for at, one in enumerate(dates, 1) if one.day == day)
    return next((at for at in places if month in (0, dates[at - 1].month)), None)
