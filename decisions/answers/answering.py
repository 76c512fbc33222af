"""Keeps what an organization answers to a decision. Nothing else writes an answer.

No status follows from it: whether the assignment is done, somebody says by a report, which may
be sent along.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.roles import is_secretary, is_staff
from decisions.answers.models import Answer
from decisions.assignments.models import Assignment, Status
from decisions.assignments.reporting import report
from decisions.models import Decision
from people.models import Organization

SAID_WITH_IT = "Markerat som klart när svaret skrevs."  # in the archive's language, as it is kept


@dataclass(frozen=True)
class Said:
    """What is known of an answer; nothing of it is the same as no answer."""

    text: str = ""
    answered_date: date | None = None
    adopted_date: date | None = None

    @classmethod
    def of(cls, answer: Answer | None) -> Said:
        return cls(answer.text, answer.answered_date, answer.adopted_date) if answer else cls()


@dataclass(frozen=True)
class Done:
    """That an assignment is done, as somebody says who has read its reports up to ``seen``."""

    assignment: Assignment
    seen: int


class Outdated(Exception):
    """Somebody else has saved since the version was read; ``stored`` is what stands there now."""

    def __init__(self, stored: Answer | None) -> None:
        super().__init__()
        self.stored = stored


def may_answer(user: Any, organization: Organization) -> bool:
    """Staff for the municipality that they work in, secretaries for all."""
    works_there = is_staff(user) and user.organization_id == organization.pk
    return works_there or is_secretary(user)


@transaction.atomic
def answer(
    decision: Decision, organization: Organization, said: Said, *, version: int | None, by: Any
) -> Answer | None:
    """Store it, or remove the row where nothing is said; what stands there afterwards.

    The same as stands there already is no save, as when a button is pressed twice. Raises
    Outdated, and Decision.DoesNotExist where the decision is gone.
    """
    Decision.objects.select_for_update().get(pk=decision.pk)  # also before there is a row
    stored = Answer.objects.filter(decision=decision, organization=organization).first()
    if said == Said.of(stored):
        return stored
    current = version_of(decision, organization, stored)
    if version != current:
        raise Outdated(stored)
    if said == Said():
        stored._history_user = by
        stored.delete()
        return None
    row = stored or Answer(decision=decision, organization=organization)
    row.text, row.answered_date, row.adopted_date = (
        said.text,
        said.answered_date,
        said.adopted_date,
    )
    row.version, row.by, row._history_user = current + 1, by, by
    row.save()
    return row


@transaction.atomic
def answer_and_report(
    decision: Decision,
    organization: Organization,
    said: Said,
    done: Done | None,
    *,
    version: int | None,
    by: Any,
) -> Answer | None:
    """Both or neither: also raises ReportedMeanwhile, and Assignment.DoesNotExist."""
    stored = answer(decision, organization, said, version=version, by=by)
    if done:
        told = {"status": Status.DONE, "note": SAID_WITH_IT, "said_date": timezone.localdate()}
        report(done.assignment, **told, by=by, seen=done.seen)
    return stored


def version_of(decision: Decision, organization: Organization, stored: Answer | None) -> int:
    """How often the row has been written; removing it counts, so that no version comes twice."""
    if stored:
        return stored.version
    records = Answer.history.filter(decision_id=decision.pk, organization_id=organization.pk)
    latest = records.order_by("-history_id").first()
    return latest.version + 1 if latest else 0
