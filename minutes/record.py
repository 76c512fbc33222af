"""All that the archive holds of one meeting: what its page shows, and its documents print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet

from minutes.enclosing import OF_AN_ORGANIZATION, enclosed, opened, put
from minutes.models import AgendaItem, Approval, Attendance, AttendanceStatus, Meeting
from minutes.presence import Delegation, by_organization, not_mentioned
from minutes.representation import Matrix, matrix, parties
from people.models import Organization

_TOPIC = ("id", "name", "slug", "name_sort", "short_title")
_SIGNATURE = (
    *("id", "first_line", "last_line", "meeting_id", "position", "printed_name", "role", "day"),
    *("is_done", "approved_date", "person_id", "person__name", "person__slug"),
)


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


def with_few(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Each with what ``record_of`` finds in the row: the body's members, and who has signed."""
    members = Organization.objects.filter(bodies=OuterRef("body"))
    approvals = Approval.objects.filter(meeting=OuterRef("pk"))
    return meetings.annotate(
        member_rows=enclosed(members, *OF_AN_ORGANIZATION),
        approval_rows=enclosed(approvals, *_SIGNATURE),
    )


def record_of(meeting: Meeting) -> Record:
    """Of a meeting ``with_few``; asks the database four times, however much the meeting holds."""
    members = opened(Organization, meeting.member_rows)
    approvals = opened(Approval, meeting.approval_rows)
    return Record(
        meeting,
        _items(meeting),
        list(meeting.attendances.select_related("person", "organization").in_order()),
        sorted(members, key=lambda one: (one.name_sort, one.pk)),
        sorted(approvals, key=lambda one: one.position),
    )


def _items(meeting: Meeting) -> list[AgendaItem]:
    """Topics and decisions belong to a floor above: they are asked for by their relations."""
    topic: Any = AgendaItem.topics.rel.related_model
    decisions = AgendaItem.decisions.rel.related_model.objects.as_printed()
    about = topic.objects.filter(items=OuterRef("pk"))
    items = meeting.items.in_order().select_related("continues")
    told = items.annotate(topic_rows=enclosed(about, *_TOPIC))
    found = list(told.prefetch_related(Prefetch("decisions", decisions)))
    for item in found:
        put(item, "topics", opened(topic, item.topic_rows))
        for decision in item.decisions.all():
            put(decision, "organizations", opened(Organization, decision.organization_rows))
    return found
