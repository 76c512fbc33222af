"""Who is to carry out a decision, and by when."""

from __future__ import annotations

from typing import Any

from decisions.models import Assignment, Decision, Standing
from intake.editing.rows import change
from people.models import Body, Organization, Person

LINKS = {
    Person: "responsible_person",
    Organization: "responsible_organization",
    Body: "responsible_body",
}


def add_assignment(decision: Decision, values: dict[str, Any]) -> Assignment:
    lines = {"first_line": decision.first_line, "last_line": decision.last_line}
    return Assignment.objects.create(
        item_id=decision.item_id,
        decision=decision,
        standing=Standing.CONFIRMED,
        **lines,
        **_columns(values),
    )


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
