"""What the parser said of a file, as JSON and back, so that a later reading can be compared."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from intake.parsing.minutes import (
    ParsedApproval,
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

Row = dict[str, Any]
MOMENTS = ("start", "end", "next_meeting")


def stated_row(minutes: ParsedMinutes) -> Row:
    """The whole of it; dates become text when the row is stored as JSON."""
    return _plain(minutes)


def _plain(value: Any) -> Any:
    """As dataclasses.asdict, which copies every text and number too."""
    if names := _names(type(value)):
        return {name: _plain(getattr(value, name)) for name in names}
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


@cache
def _names(kind: type) -> list[str]:
    return [one.name for one in fields(kind)] if is_dataclass(kind) else []


def read_stated(row: Row) -> ParsedMinutes:
    """The ParsedMinutes of a stored row, equal to what was stored."""
    return ParsedMinutes(
        meeting=_meeting(row["meeting"]),
        attendances=tuple(map(_attendance, row["attendances"])),
        approvals=tuple(ParsedApproval(**_with_lines(one)) for one in row["approvals"]),
        items=tuple(map(_item, row["items"])),
        mentions=tuple(map(_mention, row.get("mentions", ()))),
        remarks=tuple(Remark(**one) for one in row["remarks"]),
        unclaimed=tuple(row["unclaimed"]),
        claims={name: tuple(lines) for name, lines in row["claims"].items()},
    )


def _meeting(row: Row) -> ParsedMeeting:
    moments = {name: _when(row[name]) for name in MOMENTS}
    lines = {name: tuple(span) for name, span in row["lines"].items()}
    return ParsedMeeting(**{**row, **moments, "lines": lines})


def _attendance(row: Row) -> ParsedAttendance:
    items = None if row["items"] is None else tuple(row["items"])
    return ParsedAttendance(**{**_with_lines(row), "roles": tuple(row["roles"]), "items": items})


def _item(row: Row) -> ParsedItem:
    parts = {
        "decisions": tuple(map(_decision, row["decisions"])),
        # Rows that were stored before these were read have none.
        "assignments": tuple(map(_assignment, row.get("assignments", ()))),
    }
    return ParsedItem(**{**_with_lines(row), **parts})


def _decision(row: Row) -> ParsedDecision:
    lists = {name: tuple(row[name]) for name in ("responsible", "organizations")}
    return ParsedDecision(**{**_with_lines(row), **lists, "due": _when(row["due"])})


def _assignment(row: Row) -> ParsedAssignment:
    due = {"responsible": tuple(row["responsible"]), "due": _when(row["due"])}
    return ParsedAssignment(**{**_with_lines(row), **due})


def _mention(row: Row) -> ParsedMention:
    return ParsedMention(**{**_with_lines(row), "day": _when(row["day"])})


def _with_lines(row: Row) -> Row:
    return {**row, "lines": tuple(row["lines"])}


def _when(value: Any) -> When | None:
    """JSON has texts for both; a row that was not stored yet has the moments themselves."""
    if not isinstance(value, str):
        return value
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
