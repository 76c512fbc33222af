"""Assignments for tests, by when they are due."""

from __future__ import annotations

from datetime import date

from decisions.assignments.models import Assignment
from tests.factories import a_body, a_decision, a_meeting, an_assignment, an_item, an_organization

TODAY = date(2026, 3, 12)


def a_task(text: str = "Att svara.", **fields) -> Assignment:
    """Of a meeting of its own, with the fields ``of``; for Haninge unless told otherwise."""
    of = fields.pop("of", {})
    of["body"] = a_body(of.get("body", "Ledningsgruppen"))
    if not any(name.startswith(("responsible", "printed")) for name in fields):
        fields["responsible_organization"] = an_organization("Haninge")
    if "due_date" in fields:
        fields.setdefault("due_precision", "day")
    decision = a_decision(an_item(a_meeting(**of), title="Trafik"), text=text)
    return an_assignment(decision, **fields)
