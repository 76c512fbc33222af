"""From what the parser says to rows of the archive. No other module makes a meeting from a file.

Rows are written table by table, so that a file costs about the same number of queries whether it
has three items or thirty. Call it inside a transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from decisions.addresses import assignment_id, public_id
from decisions.indexing import Content, index_new
from decisions.models import Assignment, Decision
from intake.assigning import Assigner
from intake.matching import Bodies, Organizations
from intake.parsing import VERSION
from intake.parsing.minutes import (
    CHAIR,
    SECRETARY,
    Lines,
    ParsedApproval,
    ParsedAttendance,
    ParsedDecision,
    ParsedItem,
    ParsedMeeting,
    ParsedMention,
    ParsedMinutes,
    Remark,
    When,
)
from intake.questions import reopened
from intake.recognising import Participants, Printed, recognise
from intake.stated import read_stated
from intake.suggesting import suggest_topics
from minutes.anchors import anchor
from minutes.history import one_record_for_each_row
from minutes.models import AgendaItem, Approval, Attendance, Meeting, MentionedMeeting, Outcome
from people.models import Body

ORIGIN = f"parsed v{VERSION}"
# The parser's name for a field, and the columns that hold it.
COLUMNS = {
    "start": ("start_date", "start_time"),
    "end": ("end_date", "end_time"),
    "next_meeting": ("next_meeting_date", "next_meeting_time"),
}
DecisionPair = tuple[Decision, ParsedDecision]


@dataclass(frozen=True, slots=True)
class Stored:
    """The new meeting, a draft, and what came up when its names were compared with others."""

    meeting: Meeting
    remarks: list[Remark]


def store(
    minutes: ParsedMinutes, sha256: str, bodies: Bodies, body: Body | None, sequence: int = 1
) -> Stored:
    """Make a meeting with all that belongs to it.

    ``sha256`` is its file's, for addresses; ``sequence`` 2 its body's second meeting that day.
    """
    organizations = Organizations()
    meeting = _meeting(minutes.meeting, body, sequence)
    participants = _attendances(meeting, minutes.attendances, organizations)
    _approvals(meeting, minutes.approvals, participants)
    items = _items(meeting, minutes.items)
    pairs = _decisions(items, minutes.items, sha256)
    decisions = [decision for decision, _ in pairs]
    named = _organizations(pairs, organizations)
    assigner = Assigner(participants, organizations, bodies, body)
    assignments = _assignments(assigner, items, pairs, minutes.items, sha256)
    store_mentions(meeting, minutes.mentions, bodies)
    topics = suggest_topics(items, decisions)
    index_new(Content(items, decisions, *topics, named, assignments))
    return Stored(meeting, participants.remarks(minutes.approvals))


def _meeting(parsed: ParsedMeeting, body: Body | None, sequence: int) -> Meeting:
    columns = meeting_columns(parsed, body)
    with one_record_for_each_row():  # which the first edit writes: see intake/editing/saving.py
        return Meeting.objects.create(
            **columns,
            sequence=sequence,
            origins={name: ORIGIN for name, value in columns.items() if value not in (None, "")},
            source_lines=source_lines(parsed),
        )


def meeting_columns(parsed: ParsedMeeting, body: Body | None) -> dict[str, Any]:
    return {
        "body": body,
        "kind": parsed.kind,
        "title": parsed.title or "",
        "location": parsed.location or "",
        **_moment("start", parsed.start),
        **_moment("end", None if _ends_too_early(parsed) else parsed.end),
        **_moment("next_meeting", parsed.next_meeting),
    }


def source_lines(parsed: ParsedMeeting) -> dict[str, list[int]]:
    """Where each column of the meeting is stated: {column: [first, last]}."""
    return {
        column: list(lines)
        for name, lines in parsed.lines.items()
        for column in COLUMNS.get(name, (name,))
    }


def _ends_too_early(parsed: ParsedMeeting) -> bool:
    """Whether the end is on a day before the start: a contradiction, which stays a remark."""
    start, end = _day(parsed.start), _day(parsed.end)
    return start is not None and end is not None and end < start


def _moment(name: str, when: When | None) -> dict[str, date | time | None]:
    clock = when.time() if isinstance(when, datetime) else None
    return {f"{name}_date": _day(when), f"{name}_time": clock}


def _day(when: When | None) -> date | None:
    return when.date() if isinstance(when, datetime) else when


def _attendances(
    meeting: Meeting, parsed: Sequence[ParsedAttendance], organizations: Organizations
) -> Participants:
    printed = [
        Printed(one.name, organizations.find_or_add(one.organization), one.lines[0])
        for one in parsed
    ]
    participants = recognise(printed)
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            position=position,
            person=person,
            organization=row.organization,
            **attendance_columns(one),
        )
        for position, (one, row, person) in enumerate(
            zip(parsed, printed, participants.people, strict=True), start=1
        )
    )
    return participants


def attendance_columns(one: ParsedAttendance) -> dict[str, Any]:
    """Without the person and the organization, which are recognised."""
    return {
        "printed_name": one.name,
        "printed_organization": one.organization or "",
        "status": one.status,
        "is_chair": CHAIR in one.roles,
        "is_secretary": SECRETARY in one.roles,
        "is_remote": one.remote,
        "items": None if one.items is None else list(one.items),
        "note": one.note or "",
        **line_columns(one.lines),
    }


def _approvals(
    meeting: Meeting, parsed: Sequence[ParsedApproval], participants: Participants
) -> None:
    Approval.objects.bulk_create(
        Approval(
            meeting=meeting,
            position=position,
            person=participants.named(one.name),
            **approval_columns(one),
        )
        for position, one in enumerate(parsed, start=1)
    )


def approval_columns(one: ParsedApproval) -> dict[str, Any]:
    return {
        "printed_name": one.name,
        "role": one.role,
        "day": one.day,
        "is_done": one.done,
        **line_columns(one.lines),
    }


def _items(meeting: Meeting, parsed: Sequence[ParsedItem]) -> list[AgendaItem]:
    items: list[AgendaItem] = []
    taken: set[str] = set()
    for position, one in enumerate(parsed, start=1):
        item = AgendaItem(
            meeting=meeting,
            position=position,
            anchor=anchor(one.number, one.day, position, taken),
            **item_columns(one),
        )
        taken.add(item.anchor)
        items.append(item)
    AgendaItem.objects.bulk_create(items)
    _continue(items, tuple(parsed))
    return items


def item_columns(one: ParsedItem) -> dict[str, Any]:
    return {
        "number": one.number,
        "day": one.day,
        "title": one.title,
        "text": one.text,
        "outcome": _outcome(one),
        **line_columns(one.lines),
    }


def _continue(items: list[AgendaItem], parsed: tuple[ParsedItem, ...]) -> None:
    """Link each item that is opened again to the earlier one, which has a key only now."""
    links = ((place, reopened(one, parsed[:place])) for place, one in enumerate(parsed))
    again = [(items[place], items[earlier]) for place, earlier in links if earlier is not None]
    for item, earlier in again:
        item.continues = earlier
    AgendaItem.objects.bulk_update([item for item, _ in again], ["continues"])


def _outcome(item: ParsedItem) -> Outcome:
    if item.withdrawn:
        return Outcome.WITHDRAWN
    return Outcome.TABLED if item.tabled else Outcome.DISCUSSED


def _decisions(
    items: list[AgendaItem], parsed: Sequence[ParsedItem], sha256: str
) -> list[DecisionPair]:
    pairs = [
        (_decision(item, position, one, sha256), one)
        for item, of_item in zip(items, parsed, strict=True)
        for position, one in enumerate(of_item.decisions, start=1)
    ]
    Decision.objects.bulk_create(decision for decision, _ in pairs)
    return pairs


def _decision(item: AgendaItem, position: int, one: ParsedDecision, sha256: str) -> Decision:
    return Decision(
        item=item,
        position=position,
        public_id=public_id(sha256, item.position, position),
        **decision_columns(one),
    )


def decision_columns(one: ParsedDecision) -> dict[str, Any]:
    """Without the organizations, which are matched."""
    return {
        "text": one.text,
        "kind": one.kind,
        "concerns": one.concerns,
        "responsible_text": list(one.responsible),
        "due_date": one.due,
        "due_text": one.due_text or "",
        **line_columns(one.lines),
    }


def _assignments(
    assigner: Assigner,
    items: Sequence[AgendaItem],
    pairs: Sequence[DecisionPair],
    parsed: Sequence[ParsedItem],
    sha256: str,
) -> list[Assignment]:
    """With addresses that another import of the file gives again."""
    of_item: defaultdict[int, list[Decision]] = defaultdict(list)
    for decision, _ in pairs:
        of_item[decision.item.position].append(decision)
    made: list[Assignment] = []
    for item, one in zip(items, parsed, strict=True):
        rows = assigner.assignments(item, of_item[item.position], one.assignments)
        for number, row in enumerate(rows, start=1):
            row.public_id = assignment_id(sha256, item.position, number)
            made.append(row)
    return Assignment.objects.bulk_create(made)


def store_mentions(meeting: Meeting, parsed: Sequence[ParsedMention], bodies: Bodies) -> None:
    """Other meetings that the minutes speak of, where the archive knows the body.

    "Nästa möte" in minutes that name no body is of the one that somebody says it was.
    """
    known = ((one, bodies.find(one.body) if one.body else meeting.body) for one in parsed)
    MentionedMeeting.objects.bulk_create(
        MentionedMeeting(
            meeting=meeting,
            body=body,
            date=one.day,
            kind=one.kind,
            text=one.text,
            **line_columns(one.lines),
        )
        for one, body in known
        if body
    )


def retell_mentions(meeting: Meeting) -> None:
    """Anew from the file's reading: what the meeting's body was changed to is now its own."""
    source = meeting.source_files.filter(is_current=True).first()
    if source is None or not source.parsed:
        return
    meeting.mentioned.all().delete()
    store_mentions(meeting, read_stated(source.parsed).mentions, Bodies())


def _organizations(pairs: list[DecisionPair], organizations: Organizations) -> list[Any]:
    link = Decision.organizations.through
    return link.objects.bulk_create(
        link(decision=decision, organization=organization)
        for decision, one in pairs
        for organization in organizations.all_of(one.organizations)
    )


def line_columns(lines: Lines) -> dict[str, Any]:
    """The columns of a span; none where the parser cannot tell where it stands."""
    first, last = lines
    stated = 1 <= first <= last
    return {"first_line": first if stated else None, "last_line": last if stated else None}
