"""Who was there and who signed: rows in an order, each a printed name and perhaps a person."""

from __future__ import annotations

from typing import Any

from intake.editing.rows import change, insert
from minutes.models import Approval, Attendance, Meeting
from people.models import Person


def add_attendance(meeting: Meeting, values: dict[str, Any]) -> Attendance:
    return _add(Attendance(meeting=meeting, edited=sorted(values), **_stored(values)))


def add_approval(meeting: Meeting, values: dict[str, Any]) -> Approval:
    return _add(Approval(meeting=meeting, edited=sorted(values), **_stored(values)))


def save_named(row: Attendance | Approval, values: dict[str, Any]) -> list[str]:
    """Write the values that differ, and their names; a person who is new is stored first."""
    return change(row, _stored(values))


def rows_of(row: Attendance | Approval) -> Any:
    """The list that the row stands in."""
    return type(row).objects.filter(meeting=row.meeting_id)


def _add(row: Attendance | Approval) -> Any:
    insert(rows_of(row), row)
    return row


def _stored(values: dict[str, Any]) -> dict[str, Any]:
    person = values.get("person")
    if isinstance(person, Person) and person.pk is None:
        person.save()
    return values
