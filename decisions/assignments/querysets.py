"""The words in which assignments are asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Max, Value
from django.db.models.functions import Coalesce

from decisions.assignments.sections import section_on
from minutes.querysets import with_file
from minutes.visibility import states_visible_to


class AssignmentQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> AssignmentQuerySet:
        """Without those of meetings that are hidden from the user, and without rejected ones."""
        return self.standing().filter(item__meeting__state__in=states_visible_to(user))

    def standing(self) -> AssignmentQuerySet:
        """Without what a program took for an assignment and a person did not."""
        return self.exclude(standing="rejected")

    def with_source(self) -> AssignmentQuerySet:
        """Each with its item, meeting, body, decision and whoever is responsible."""
        return self.select_related(
            "item__meeting__body",
            "decision",
            "responsible_person",
            "responsible_organization",
            "responsible_body",
        )

    def with_file(self) -> AssignmentQuerySet:
        """Each with ``sha256`` of the file that its meeting's facts come from, or None."""
        return with_file(self, "item__meeting__source_files")

    def with_seen(self) -> AssignmentQuerySet:
        """Each with ``seen``, the key of its newest report, 0 for none: see reporting.py."""
        newest = self.model.reports.rel.related_model.objects.filter(
            assignment=models.OuterRef("pk")
        )
        keys = newest.order_by().values("assignment").annotate(newest=Max("pk"))
        return self.annotate(seen=Coalesce(models.Subquery(keys.values("newest")), Value(0)))

    def told_to(self, user: Any) -> AssignmentQuerySet:
        """Each with the reports that the user may read, the latest first."""
        reports = self.model.reports.rel.related_model.objects.visible_to(user)
        known = reports.select_related("meeting__body", "by").latest_first()
        return self.prefetch_related(models.Prefetch("reports", known, to_attr="told"))

    def with_section(self, today: date) -> AssignmentQuerySet:
        """Each with ``section``, the part of the list that it stands in on that day."""
        return self.annotate(section=section_on(today))

    def as_listed(self, today: date) -> AssignmentQuerySet:
        """By section, then by due date; of one day, or of none, those of the latest meeting."""
        return self.with_section(today).newest_first("section", F("due_date").asc(nulls_last=True))

    def newest_first(self, *before: Any) -> AssignmentQuerySet:
        """By meeting, the latest first; within a meeting as printed; ``before`` all of that."""
        day = F("item__meeting__start_date").desc(nulls_first=True)
        return self.order_by(
            *before, day, "-item__meeting_id", "item__position", "first_line", "pk"
        )

    def open_first(self) -> AssignmentQuerySet:
        """The open ones before those that are settled, each part with the latest first."""
        is_settled = models.Case(models.When(status="open", then=0), default=1)
        return self.alias(is_settled=is_settled).newest_first("is_settled")

    def in_order(self) -> AssignmentQuerySet:
        """As printed, meeting by meeting."""
        return self.order_by("item__meeting_id", "item__position", "first_line", "pk")

    def soonest_first(self) -> AssignmentQuerySet:
        """By the last day that is in time; those without a day last, the oldest meeting first."""
        return self.order_by(F("due_date").asc(nulls_last=True), "item__meeting__start_date", "pk")

    def open(self) -> AssignmentQuerySet:
        """Still to be done: neither done, dropped nor superseded by another."""
        return self.filter(status="open")


class ReportQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> ReportQuerySet:
        """Of visible assignments, and without those that only a hidden meeting tells of."""
        states = states_visible_to(user)
        return self.filter(assignment__item__meeting__state__in=states).exclude(
            models.Q(meeting__isnull=False) & ~models.Q(meeting__state__in=states)
        )

    def latest_first(self) -> ReportQuerySet:
        return self.order_by("-said_date", "-pk")
