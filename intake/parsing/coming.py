"""The next meeting of the same body, from a sentence or from a list of dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from intake.parsing.body import OWN_BODIES
from intake.parsing.dates import MONTHS, find_dates, find_times
from intake.parsing.headings import starts_item
from intake.parsing.minutes import Lines, ParsedMeeting, When
from intake.parsing.paragraphs import join
from intake.text.document import HEADING, Line

NEXT = re.compile(
    r"\b(?:nästa|nästkommande|kommande)\s+(?:ordinarie\s+)?(?:\w*möten?|"
    r"\w*sammanträden?t?|\w*styrelsemöten?|träff(?:ar)?)\b|\bmötestider\b|"
    r"\bsammanträdes(?:dagar|tider)\b|\bmötesdatum\b",
    re.IGNORECASE,
)


PROPOSED = re.compile(
    r"\b(?:förslag|föreslås|föreslår|preliminärt|prel\.?|eventuellt|planeras|förslagsvis|"
    r"skulle kunna)\b",
    re.IGNORECASE,
)


# How minutes call the body that they are of.
KINDS = ("kommittén", "styrelsen", "nämnden", "utskottet", "direktionen", "gruppen", "rådet")
# How a line goes on that was begun with "Nästa möte".
STILL = (
    r"den\s|\d|höstens|vårens|årets|sammanträdes|mötes|mån|tis|ons|tors|fre|lör|sön|mötet|möte|extra|nästa|vi\s|kl|plats|tid|datum|dag|"
    r"\w*styrelsen|gruppen|nämnden|utskottet|rådet|direktionen"
)
# A line of a list of days: "Onsdag 12 februari i Salem".
DAY_OF_LIST = re.compile(r"^(?:Mån|Tis|Ons|Tors|Fre|Lör|Sön)dag(?:en)?\s+(?:den\s+)?\d")
DAY_OF_ROW = re.compile(rf"^\d{{1,2}}\s+(?:{'|'.join(MONTHS)})|^20\d\d-\d\d-\d\d", re.IGNORECASE)
MEETS = r"(?:träffas|sammanträder|möts|ses)"


def next_meeting(
    lines: Sequence[Line], meeting: ParsedMeeting
) -> tuple[When | None, Lines | None]:
    """The first printed coming meeting of the same body; a proposed date is none."""
    after = _day(meeting.start)
    if after is None:
        return None, None
    sentences = list(sentences_of(lines))
    for at, (first, last, text) in enumerate(sentences):
        for found in NEXT.finditer(text):
            if _other_body(text, found.start(), found.end(), meeting.body):
                continue
            when = _coming(text[found.start() :], after) or (
                _coming(text[: found.start()], after) if _tells(text) else None
            )
            if when is None and len(text.split()) <= 6 and at + 1 < len(sentences):
                following = sentences[at + 1]
                if _speaks_of(following[2], meeting.body):
                    when, last = _coming(following[2], after), following[1]
            if when and not PROPOSED.search(text):
                return when, (first, last)
    return _from_own_list(sentences, meeting, after)


def _speaks_of(text: str, body: str | None) -> bool:
    """Whether the line below "Nästa möte" still speaks of it: a date, "mötet", or the body."""
    if PROPOSED.search(text) or _other_body(text, 0, len(text), body):
        return False
    stem = re.escape(re.sub(r"(?:en|n|et)$", "", (body or "mötet").casefold()))
    return bool(re.match(rf"^(?:{STILL}|{stem})", text, re.IGNORECASE))


def _tells(text: str) -> bool:
    return bool(re.search(r"\b(?:är|blir|äger rum|hålls)\b", text))


def _from_own_list(
    sentences: Sequence[tuple[int, int, str]], meeting: ParsedMeeting, after: date
) -> tuple[When | None, Lines | None]:
    """A date in a list of meetings: "Ledningsgruppsmöte den 27 oktober: ..."."""
    stem = re.sub(r"(?:en|n|et)$", "", (meeting.body or "mötet").casefold())
    kinds = (kind for kind in KINDS if not meeting.body or kind[:-2] in meeting.body.casefold())
    body = rf"(?:{re.escape(stem)}|\w*(?:{'|'.join(kinds) or '(?!)'}))"
    own = re.compile(
        rf"^{body}\w*\s?(?:möte\w*|sammanträde\w*)?\s*:?\s+(?:den\s+)?"
        rf"(?=\d|mån|tis|ons|tors|fre)"
        rf"|\b(?:{body}\w*|vi)\s+{MEETS}\b|\b{MEETS}\s+{body}\b"
        r"|\batt sammanträda\b|\b(?:sista|kommande|nästa)\s+möte\s+(?:blir|är|hålls)\b",
        re.IGNORECASE,
    )
    for first, last, text in sentences:
        begins = own.search(text) if any(map(str.isdigit, text)) or text[-1:] == ":" else None
        if begins and _other_body(text, begins.start(), begins.end(), meeting.body):
            continue
        if begins and not PROPOSED.search(text.split(":")[0]):
            told = (
                text[begins.start() :]
                if find_dates(text[begins.start() :])
                else _next_text(sentences, last)
            )
            if when := _coming(told, after):
                return when, (first, last)
    return None, None


def _next_text(sentences: Sequence[tuple[int, int, str]], line: int) -> str:
    return next((text for first, _, text in sentences if first > line), "")


def _other_body(text: str, start: int, end: int, body: str | None) -> bool:
    """Whether "nästa möte" is said of another body in the same clause."""
    near = text[max(0, start - 60) : end + 45]
    near = re.split(r"[.;]\s", near)[0] if start < 60 else near
    named = {
        name
        for pattern, name in OWN_BODIES
        if pattern.search(near) or re.search(rf"\b{name[:-2].lower()}\w*", near, re.IGNORECASE)
    }
    own = body in named
    others = named - {body}
    return bool(others) and not own


def _coming(text: str, after: date) -> When | None:
    for one in find_dates(text):
        day = one.resolve(after)
        if day and day > after and (day - after).days < 500:
            tail = text[one.end : one.end + 30]
            times = find_times(tail)
            near = times and not find_dates(tail[: times[0].start])
            return datetime.combine(day, times[0].first) if near else day
    return None


def sentences_of(lines: Sequence[Line]) -> list[tuple[int, int, str]]:
    """(first line, last line, text) of every sentence or list entry, wrapped lines joined."""
    found: list[tuple[int, int, str]] = []
    group: list[Line] = []

    def close() -> None:
        if group:
            text = join(line.text for line in group)
            found.extend(
                (group[0].no, group[-1].no, part)
                for part in re.split(r"(?<=[a-zåäö0-9)][.!?])\s+(?=[A-ZÅÄÖ])", text)
            )
            group.clear()

    for line in lines:
        headed = line.kind == HEADING or starts_item(line)
        row = _is_row(line)
        if group and (row or DAY_OF_LIST.match(line.text)):
            close()
        if not line.text or line.label or headed:
            close()
        if line.text:
            group.append(line)
        if headed or row:
            close()
    close()
    return found


def _is_row(line: Line) -> bool:
    """A row of a list of days: "27 januari | Salem"."""
    return len(line.cells) > 1 and bool(DAY_OF_ROW.match(line.text))


def _day(when: When | None) -> date | None:
    return when.date() if isinstance(when, datetime) else when


def with_next(meeting: ParsedMeeting, lines: Sequence[Line]) -> ParsedMeeting:
    when, where = next_meeting(lines, meeting)
    return replace(
        meeting,
        next_meeting=when,
        lines={**meeting.lines, **({"next_meeting": where} if where else {})},
    )
