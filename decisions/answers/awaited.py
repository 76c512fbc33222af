"""Which decisions wait for an answer from an organization: they ask it something."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from decisions.answers.models import Answer
from decisions.assignments.models import Assignment, AssignmentKind
from decisions.models import Concerns, DecisionKind
from people.models import Organization

_ASKS_NOBODY = [DecisionKind.TABLED, DecisionKind.NOTED]
_ASKS = [AssignmentKind.TASK, AssignmentKind.REPLY]
_NOBODY_NAMED = {
    "responsible_person": None,
    "responsible_organization": None,
    "responsible_body": None,
    "printed_responsible": "",
}


def for_all(organization: Organization) -> Q:
    """Decisions for every member of a body that the organization is a member of."""
    return Q(concerns=Concerns.ALL_MEMBERS, item__meeting__body__in=organization.bodies.all())


def awaited_from(organization: Organization) -> Q:
    """Those for all members that ask this one something it has neither answered nor settled."""
    asks = _asks(organization) & ~Q(kind__in=_ASKS_NOBODY)
    answers = Answer.objects.filter(decision=OuterRef("pk"), organization=organization)
    return for_all(organization) & asks & ~Exists(answers) & ~_settled(organization)


def _asks(organization: Organization) -> Q:
    """By an assignment of its own, or one of nobody else; else by what is printed of when.

    What one person or body is to do by a decision for all asks the others nothing.
    """
    known = Assignment.objects.standing().filter(decision=OuterRef("pk"))
    asking = known.open().filter(kind__in=_ASKS)
    own = Exists(asking.filter(responsible_organization=organization))
    of_nobody_else = Exists(asking.filter(**_NOBODY_NAMED))
    is_printed = ~Q(due_date=None) | ~Q(due_text="")
    return own | of_nobody_else | (is_printed & Q(responsible_text=[]) & ~Exists(known))


def _settled(organization: Organization) -> Exists:
    own = Assignment.objects.standing().filter(
        decision=OuterRef("pk"), responsible_organization=organization
    )
    return Exists(own.exclude(status="open"))
