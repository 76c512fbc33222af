"""All that the archive holds of one meeting: what its page shows, and its documents print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Prefetch, QuerySet

from minutes.models import AgendaItem, Approval, Attendance, AttendanceStatus, Meeting
from minutes.presence import Delegation, by_organization, not_mentioned
from minutes.representation import Matrix, matrix, parties
from people.models import Organization


@dataclass(frozen=True)
class Record:
    """``items`` each with topics and decisions; what follows from the rows is computed here."""

    meeting: Meeting
    items: Sequence[AgendaItem]
    attendances: Sequence[Attendance]
    members: Sequence[Organization]
    approvals: Sequence[Approval]

    @cached_property
    def present(self) -> list[Delegation]:
        return self._printed_as(AttendanceStatus.PRESENT)

    @cached_property
    def absent(self) -> list[Delegation]:
        return self._printed_as(AttendanceStatus.ABSENT)

    @cached_property
    def not_mentioned(self) -> list[Organization]:
        return not_mentioned(self.members, self.attendances)

    @property
    def chairs(self) -> list[Attendance]:
        """Who is printed as the chair: nobody where the source does not say, or several."""
        return [one for one in self.attendances if one.is_chair]

    @cached_property
    def with_decisions(self) -> list[AgendaItem]:
        return [item for item in self.items if item.decisions.all()]

    @cached_property
    def matrix(self) -> Matrix | None:
        """Who was represented for the decisions; None without decisions, or without names."""
        if not self.with_decisions or not self.attendances:
            return None
        organizations = parties(self.members, self.attendances)
        return matrix(self.with_decisions, organizations, self.attendances)

    def _printed_as(self, status: str) -> list[Delegation]:
        return by_organization(one for one in self.attendances if one.status == status)


def record_of(meeting: Meeting) -> Record:
    """Asks the database eight times, however much the meeting holds."""
    items = meeting.items.in_order().select_related("continues")
    return Record(
        meeting,
        list(items.prefetch_related("topics", Prefetch("decisions", _decisions()))),
        list(meeting.attendances.select_related("person", "organization").in_order()),
        list(meeting.body.members.in_order()) if meeting.body else [],
        list(meeting.approvals.select_related("person").in_order()),
    )


def _decisions() -> QuerySet[Any]:
    """Decisions belong to a floor above, so they are asked for by the name of the relation."""
    return AgendaItem.decisions.rel.related_model.objects.as_printed()
