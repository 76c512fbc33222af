"""Who is to do what by when: what a program proposes, and what a person makes of it.

A proposal stands until somebody confirms it, by a press or by editing it, or rejects it. What is
rejected stays in the review, where it can be brought back, and is shown nowhere else.
"""

from __future__ import annotations

from typing import Any

from decisions.assignments.models import Precision, Standing
from decisions.models import Assignment, Decision
from intake.editing.rows import change
from minutes.models import AgendaItem, Meeting
from people.models import Body, Organization, Person

LINKS = {
    Person: "responsible_person",
    Organization: "responsible_organization",
    Body: "responsible_body",
}
# What a button makes of an assignment.
BECOMES = {
    "confirm": Standing.CONFIRMED,
    "reject": Standing.REJECTED,
    "restore": Standing.PROPOSED,
}


def add_assignment(decision: Decision, values: dict[str, Any]) -> Assignment:
    return _add(decision.item, decision, decision, values)


def add_sentence(item: AgendaItem, values: dict[str, Any]) -> Assignment:
    """One that stands in no decision: ``values`` has its own sentence as ``text``."""
    return _add(item, None, item, values)


def save_assignment(assignment: Assignment, values: dict[str, Any]) -> list[str]:
    """Write the values that differ, and the names of their columns; a person has seen it."""
    changed = change(assignment, _columns(values, assignment))
    judge(assignment, Standing.CONFIRMED)
    return changed


def judge(assignment: Assignment, standing: str) -> None:
    change(assignment, {"standing": standing}, by_hand=False)


def confirm_all(meeting: Meeting, item: AgendaItem | None = None) -> int:
    """How many proposals of the meeting, or of one of its items, a person has agreed to."""
    within = {"item": item} if item else {"item__meeting": meeting}
    proposed = Assignment.objects.filter(standing=Standing.PROPOSED, **within)
    return proposed.update(standing=Standing.CONFIRMED)


def _add(
    item: AgendaItem,
    decision: Decision | None,
    place: Decision | AgendaItem,
    values: dict[str, Any],
) -> Assignment:
    """``place`` is what states it, and lends it its lines."""
    lines = {"first_line": place.first_line, "last_line": place.last_line}
    standing = Standing.CONFIRMED
    columns = _columns(values)
    return Assignment.objects.create(
        item=item, decision=decision, standing=standing, **lines, **columns
    )


def _columns(values: dict[str, Any], row: Assignment | None = None) -> dict[str, Any]:
    """One link at most: who is responsible is a person, an organization or a body."""
    columns = dict(values)
    if "responsible" in columns:
        responsible = columns.pop("responsible")
        columns |= dict.fromkeys(LINKS.values())
        if responsible is not None:
            columns[LINKS[type(responsible)]] = responsible
    return columns | _precision(columns, row)


def _precision(columns: dict[str, Any], row: Assignment | None) -> dict[str, str]:
    """A date that somebody sets is a day, unless they say otherwise; none is none."""
    if "due_date" not in columns or columns.get("due_precision"):
        return {}
    said = columns.get("due_precision", row.due_precision if row else "")
    if columns["due_date"]:
        return {"due_precision": said if said and said != Precision.MEETING else Precision.DAY}
    return {"due_precision": said if said == Precision.MEETING else ""}
