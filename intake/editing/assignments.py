"""Who is to carry out a decision, by when, and how it went."""

from __future__ import annotations

from typing import Any

from decisions.models import Assignment, Decision
from intake.editing.rows import change
from people.models import Body, Organization, Person

LINKS = {
    Person: "responsible_person",
    Organization: "responsible_organization",
    Body: "responsible_body",
}


def add_assignment(decision: Decision, values: dict[str, Any]) -> Assignment:
    return Assignment.objects.create(decision=decision, **_columns(values))


def save_assignment(assignment: Assignment, values: dict[str, Any]) -> list[str]:
    """Write the values that differ, and the names of their columns."""
    return change(assignment, _columns(values))


def _columns(values: dict[str, Any]) -> dict[str, Any]:
    """One link at most: who is responsible is a person, an organization or a body."""
    columns = dict(values)
    if "responsible" in columns:
        responsible = columns.pop("responsible")
        columns |= dict.fromkeys(LINKS.values())
        if responsible is not None:
            columns[LINKS[type(responsible)]] = responsible
    return columns
