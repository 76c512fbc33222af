"""What one file says, as an outline for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from intake.exports import moment
from intake.parsing.minutes import (
    ABSENT,
    CHAIR,
    SECRETARY,
    ParsedAttendance,
    ParsedDecision,
    ParsedItem,
    ParsedMinutes,
)

UNKNOWN = "–"
ROLES = {CHAIR: "ordförande", SECRETARY: "sekreterare"}


def outline(name: str, minutes: ParsedMinutes) -> str:
    """Several lines, each fact that the parser found and a dash for each that it did not."""
    return "\n".join([name, *(f"  {line}" for line in _lines(minutes))])


def _lines(minutes: ParsedMinutes) -> Iterator[str]:
    meeting = minutes.meeting
    yield f"Rubrik:     {meeting.title or UNKNOWN}"
    yield f"Organ:      {meeting.body or UNKNOWN}"
    yield f"Tid:        {_time(minutes)}"
    yield f"Plats:      {meeting.location or UNKNOWN}"
    yield f"Nästa möte: {moment(meeting.next_meeting) or UNKNOWN}"
    yield f"Antecknat:  {minutes.recorder or UNKNOWN}"
    yield f"Justerare:  {', '.join(minutes.approvers) or UNKNOWN}"
    for attendance in minutes.attendances:
        yield _attendance(attendance)
    for item in minutes.items:
        yield from _item(item)
    for remark in minutes.remarks:
        place = f"rad {remark.line}: " if remark.line else ""
        yield f"! {place}{remark.message} [{remark.code}]"


def _time(minutes: ParsedMinutes) -> str:
    start, end = moment(minutes.meeting.start), moment(minutes.meeting.end)
    return f"{start or UNKNOWN} till {end}" if end else start or UNKNOWN


def _attendance(one: ParsedAttendance) -> str:
    mark = "-" if one.status == ABSENT else "+"
    notes = [one.organization, *(ROLES[role] for role in one.roles), one.note]
    notes += ["på distans"] if one.remote else []
    notes += [f"punkt {', '.join(one.items)}"] if one.items else []
    return f"{mark} {', '.join([one.name, *(note for note in notes if note)])}"


def _item(item: ParsedItem) -> Iterator[str]:
    marks = [f"dag {item.day}"] if item.day else []
    marks += ["bordlagd"] if item.tabled else []
    marks += ["utgick"] if item.withdrawn else []
    number = f"{item.number}. " if item.number else ""
    yield f"{number}{item.title}" + (f" ({', '.join(marks)})" if marks else "")
    for decision in item.decisions:
        yield f"    * {_decision(decision)}"


def _decision(decision: ParsedDecision) -> str:
    due = moment(decision.due)
    notes = [", ".join(decision.responsible), f"senast {due}" if due else ""]
    known = "; ".join(note for note in notes if note)
    return f"{decision.text} [{known}]" if known else decision.text
