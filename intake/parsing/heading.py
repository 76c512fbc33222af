"""The facts of the meeting itself: title, body, kind, time and place."""

from __future__ import annotations

import re

from intake.parsing.body import printed_title, read_body, span, title_lines
from intake.parsing.clock import Clock, read_clock
from intake.parsing.dates import PrintedDate
from intake.parsing.front import Front
from intake.parsing.minutes import EXTRA, ORDINARY, PLANNING_CONFERENCE, Lines, ParsedMeeting
from intake.parsing.place import read_place

EXTRA_WORD = re.compile(
    r"\bextra(?:\s?insatt|ordinarie)?\b[\s-]*(?:\w*(?:möte|sammanträde)|styrelse|"
    r"ledningsgrupp|samman)",
    re.IGNORECASE,
)
NEAR = 2  # lines between the date and the times of one meeting
CONFERENCE = re.compile(r"\bplanerings(?:konferens|internat|dag)", re.IGNORECASE)


def read_heading(front: Front) -> tuple[ParsedMeeting, PrintedDate | None]:
    """The meeting, and its date as printed (for the check of the weekday)."""
    titled = title_lines(front.loose)
    title = printed_title(titled)
    clock = read_clock(front)
    place, place_lines = read_place(front)
    body, body_lines = read_body(front, title, titled)
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
