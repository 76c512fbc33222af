"""The facts of the meeting itself: title, body, kind, time and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.parsing.body import ASSOCIATION, printed_title, read_body, span, title_lines
from intake.parsing.clock import Clock, read_clock
from intake.parsing.dates import PrintedDate
from intake.parsing.front import Front
from intake.parsing.minutes import EXTRA, ORDINARY, PLANNING_CONFERENCE, Lines, ParsedMeeting
from intake.parsing.place import read_place
from intake.text.document import Line

EXTRA_WORD = re.compile(
    r"\bextra(?:\s?insatt|ordinarie)?\b[\s-]*(?:\w*(?:möte|sammanträde)|styrelse|"
    r"ledningsgrupp|samman)",
    re.IGNORECASE,
)
# A day in a running head is that of the meeting only where the head says so.
OF_MEETING = re.compile(r"sammanträde|möte|protokoll|anteckning", re.IGNORECASE)
NEAR = 2  # lines between the date and the times of one meeting
CONFERENCE = re.compile(r"\bplanerings(?:konferens|internat|dag)", re.IGNORECASE)


def read_heading(
    front: Front, heads: Sequence[Line] = ()
) -> tuple[ParsedMeeting, PrintedDate | None]:
    """The meeting, and its date as printed (for the check of the weekday).

    ``heads`` are the running heads: they tell the body and the day where the page does not.
    """
    titled = title_lines(front.loose)
    title = printed_title(titled)
    clock = read_clock(front)
    if clock.start is None:
        clock = read_clock(_among(front, [one for one in heads if OF_MEETING.search(one.text)]))
    place, place_lines = read_place(front)
    body, body_lines = read_body(front, title, titled)
    if body is None:
        body, body_lines = _body_of_heads(heads)
    where = {
        "title": span(titled),
        "body": body_lines,
        "location": place_lines,
        "start": _clock_lines(clock),
    }
    meeting = ParsedMeeting(
        title=title,
        body=body,
        kind=_kind(title, front),
        start=clock.start,
        end=clock.end,
        location=place,
        lines={name: lines for name, lines in where.items() if lines},
    )
    return meeting, clock.printed


def _among(front: Front, heads: Sequence[Line]) -> Front:
    return replace(front, loose=[*heads, *front.loose])


def _body_of_heads(heads: Sequence[Line]) -> tuple[str | None, Lines | None]:
    """The body that the running heads name, but not the association that it belongs to."""
    titled = title_lines(heads)
    body, lines = read_body(Front(loose=list(heads)), printed_title(titled), titled)
    return (None, None) if body is None or ASSOCIATION.search(body) else (body, lines)


def _clock_lines(clock: Clock) -> Lines | None:
    """The line of the date, and that of the times where it is next to it."""
    if clock.line is None:
        return None
    first, last = sorted((clock.line, clock.times_line or clock.line))
    return (first, last) if last - first <= NEAR else (clock.line, clock.line)


def _kind(title: str | None, front: Front) -> str:
    printed = [title or "", *(line.text for line in front.loose)]
    entries = [line.text for entry in front.entries for line in (entry.line, *entry.lines)]
    text = " ".join([*printed, *entries])
    if CONFERENCE.search(text):
        return PLANNING_CONFERENCE
    return EXTRA if EXTRA_WORD.search(text) else ORDINARY
