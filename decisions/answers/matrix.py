"""The response matrix of a decision: whom it asks, and what each has answered.

What is missing is missing in the archive; that is no "no".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import models
from django.db.models import Exists, FilteredRelation, OuterRef, Q
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from decisions.answers.models import Answer
from decisions.models import Assignment, AssignmentKind, Concerns, Decision
from people.models import Body, Organization


class Asked(models.TextChoices):
    """What the decision says to an organization, the strongest first."""

    REPLY = "reply", _("ska svara")
    TASK = "task", _("har ett uppdrag")
    NAMED = "named", _("namnges i beslutet")
    MEMBER = "member", _("gäller alla medverkande")
    UNSAID = "unsaid", _("nämns inte i beslutet")


@dataclass(frozen=True)
class Row:
    """One organization; ``assignment`` is the one to reply, or else what the decision gives it."""

    organization: Organization
    asked: Asked
    assignment: Assignment | None
    answer: Answer | None


@dataclass(frozen=True)
class ResponseMatrix:
    rows: tuple[Row, ...]

    @property
    def is_question(self) -> bool:
        """Whether the decision itself asks somebody for an answer, as far as it was read."""
        return any(row.asked == Asked.REPLY for row in self.rows)

    @property
    def answers(self) -> list[Answer]:
        return [row.answer for row in self.rows if row.answer]

    @property
    def in_words(self) -> str:
        """``3 av 8 har svarat``, and how many of them by decision of their council."""
        adopted = sum(one.adopted_date is not None for one in self.answers)
        words = gettext("%(n)s av %(all)s har svarat") % {
            "n": len(self.answers),
            "all": len(self.rows),
        }
        if adopted:
            more = ngettext(
                "%(n)s svar är antaget i fullmäktige",
                "%(n)s svar är antagna i fullmäktige",
                adopted,
            )
            words += ", " + more % {"n": adopted}
        return words + "."


def parties(decision: Decision) -> list[Organization]:
    """Members of the decision's body and whoever has answered it; one question.

    Each has ``is_member``, and ``answer`` if there is one: an empty join leaves no attribute.
    """
    membership = Body.members.through.objects
    body = decision.item.meeting.body_id
    of_body = membership.filter(organization=OuterRef("pk"), body=body)
    answer = FilteredRelation("answers", condition=Q(answers__decision=decision))
    known = Organization.objects.annotate(is_member=Exists(of_body), answer=answer)
    found = known.filter(Q(is_member=True) | Q(answer__isnull=False))
    return list(found.select_related("answer__by").in_order())


def matrix_of(
    decision: Decision, known: Sequence[Organization], assignments: Iterable[Assignment]
) -> ResponseMatrix | None:
    """``known`` are its parties; None where the decision asks nobody, and nobody has answered."""
    given = _by_organization(assignments)
    named = [one for one in decision.organizations.all() if one.is_municipality]
    waited_for = [one.responsible_organization for one in given.values() if _is_reply(one)]
    everybody = {one.pk: one for one in [*named, *waited_for, *known]}
    rows = [_row(one, decision, named, given.get(one.pk)) for one in everybody.values()]
    shown = [row for row in rows if row.asked != Asked.UNSAID or row.answer]
    order = sorted(shown, key=lambda row: (row.organization.name_sort, row.organization.pk))
    return ResponseMatrix(tuple(order)) if order else None


def _by_organization(assignments: Iterable[Assignment]) -> dict[int, Assignment]:
    """One for each organization: that to reply before any other."""
    theirs = [one for one in assignments if one.responsible_organization_id]
    return {one.responsible_organization_id: one for one in sorted(theirs, key=_is_reply)}


def _is_reply(assignment: Assignment) -> bool:
    return assignment.kind == AssignmentKind.REPLY


def _row(
    organization: Organization,
    decision: Decision,
    named: Sequence[Organization],
    given: Assignment | None,
) -> Row:
    """Municipalities alone are ``named``: another organization is not asked by being named."""
    is_member = getattr(organization, "is_member", False)
    if given:
        asked = Asked.REPLY if _is_reply(given) else Asked.TASK
    elif organization in named:
        asked = Asked.NAMED
    elif is_member and decision.concerns == Concerns.ALL_MEMBERS:
        asked = Asked.MEMBER
    else:
        asked = Asked.UNSAID
    return Row(organization, asked, given, getattr(organization, "answer", None))
