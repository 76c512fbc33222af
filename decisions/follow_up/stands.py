"""How what was decided stands today, as a follow-up counts it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from decisions.assignments.models import Assignment, Status

OVERDUE, WITHOUT = "over", "utan"
# What stands in addresses: the same words as in the list of decisions, and "over".
STANDS = {
    "pagar": _("Pågår"),
    OVERDUE: _("Över tiden"),
    "klart": _("Klart"),
    "avfort": _("Avfört"),
    "ersatt": _("Ersatt"),
    WITHOUT: _("Utan uppdrag"),
}
_OF_STATUS = {
    Status.OPEN: "pagar",
    Status.DONE: "klart",
    Status.DROPPED: "avfort",
    Status.SUPERSEDED: "ersatt",
}


def stands(assignments: Iterable[Assignment], today: date) -> frozenset[str]:
    """All that is true of a decision with these assignments; what is over its time goes on too."""
    found = {_OF_STATUS[Status(one.status)] for one in assignments}
    if any(is_overdue(one, today) for one in assignments):
        found.add(OVERDUE)
    return frozenset(found or {WITHOUT})


def is_overdue(one: Assignment, today: date) -> bool:
    return one.status == Status.OPEN and one.due_date is not None and one.due_date < today
