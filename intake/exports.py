"""What one file says, as a row of JSON; used by the command and kept with the file."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from intake.parsing.minutes import (
    ParsedAssignment,
    ParsedAttendance,
    ParsedDecision,
    ParsedItem,
    ParsedMeeting,
    ParsedMention,
    ParsedMinutes,
    Remark,
    When,
)
from intake.text import Unreadable
from intake.text.document import Document

Row = dict[str, Any]


def minutes_row(name: str, document: Document, minutes: ParsedMinutes) -> Row:
    """All that the parser says of a file. null where nothing is known; lines are [first, last]."""
    return {
        "file": name,
        "sha256": document.sha256,
        "meeting": _meeting(minutes.meeting),
        "attendances": [_attendance(one) for one in minutes.attendances],
        "recorder": minutes.recorder,
        "approvers": list(minutes.approvers),
        "items": [_item(one) for one in minutes.items],
        "mentions": [_mention(one) for one in minutes.mentions],
        "warnings": [remark_row(one) for one in minutes.remarks],
        "unclaimed": list(minutes.unclaimed),
    }


def error_row(name: str, error: Unreadable) -> Row:
    return {"file": name, "error": error.sentence, "code": error.code}


def remark_row(remark: Remark) -> Row:
    return {"code": remark.code, "message": remark.message, "line": remark.line}


def moment(when: When | None) -> str | None:
    """``2022-10-06T13:00``, or a bare date where the source gives no time of day."""
    if isinstance(when, datetime):
        return when.isoformat(timespec="minutes")
    return when.isoformat() if when else None


def _meeting(meeting: ParsedMeeting) -> Row:
    return {
        "title": meeting.title,
        "body": meeting.body,
        "kind": meeting.kind,
        "start": moment(meeting.start),
        "end": moment(meeting.end),
        "location": meeting.location,
        "next_meeting": moment(meeting.next_meeting),
    }


def _attendance(one: ParsedAttendance) -> Row:
    return {
        "name": one.name,
        "organization": one.organization,
        "status": one.status,
        "roles": list(one.roles),
        "remote": one.remote,
        "items": None if one.items is None else list(one.items),
        "note": one.note,
        "lines": list(one.lines),
    }


def _item(item: ParsedItem) -> Row:
    return {
        "number": item.number or None,
        "title": item.title,
        "day": item.day,
        "tabled": item.tabled,
        "text": item.text,
        "lines": list(item.lines),
        "decisions": [_decision(one) for one in item.decisions],
        "assignments": [_assignment(one) for one in item.assignments],
    }


def _decision(decision: ParsedDecision) -> Row:
    return {
        "text": decision.text,
        "responsible": list(decision.responsible),
        "due": moment(decision.due),
        "organizations": list(decision.organizations),
        "lines": list(decision.lines),
    }


def _assignment(assignment: ParsedAssignment) -> Row:
    """``text`` is empty where the item's decision of that number, from 0, is the sentence."""
    return {
        "text": assignment.text,
        "decision": assignment.decision,
        "kind": assignment.kind,
        "responsible": list(assignment.responsible),
        "members": assignment.members,
        "due": moment(assignment.due),
        "due_precision": assignment.due_precision,
        "due_text": assignment.due_text,
        "lines": list(assignment.lines),
    }


def _mention(mention: ParsedMention) -> Row:
    return {
        "body": mention.body or None,
        "day": moment(mention.day),
        "kind": mention.kind,
        "lines": list(mention.lines),
    }
