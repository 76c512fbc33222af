"""The words in which decisions and topics are asked for."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models.functions import Coalesce, NullIf

from minutes.enclosing import OF_AN_ORGANIZATION, enclosed
from minutes.visibility import states_visible_to
from people.models import Organization


class DecisionQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> DecisionQuerySet:
        """Without decisions of meetings that are hidden from the user."""
        return self.filter(item__meeting__state__in=states_visible_to(user))

    def with_item(self) -> DecisionQuerySet:
        """Each with its item, meeting and body, and with the organizations that it names."""
        return self.select_related("item__meeting__body").prefetch_related("organizations")

    def as_printed(self) -> DecisionQuerySet:
        """In order, each with what follows from it, as its minutes show it.

        Whom it names is enclosed as ``organization_rows``, to be opened by minutes/record.py.
        """
        responsible = ["responsible_person", "responsible_organization", "responsible_body"]
        assignments = self.model.assignments.rel.related_model.objects
        following = assignments.select_related(*responsible).order_by("pk")
        named = Organization.objects.filter(decisions=models.OuterRef("pk"))
        told = self.annotate(organization_rows=enclosed(named, *OF_AN_ORGANIZATION))
        return told.in_order().prefetch_related(models.Prefetch("assignments", following))

    def newest_first(self) -> DecisionQuerySet:
        """By meeting, the latest first; within a meeting as printed."""
        return self.order_by(
            models.F("item__meeting__start_date").desc(nulls_first=True),
            "-item__meeting__sequence",
            "-item__meeting_id",
            "item__position",
            "position",
        )

    def in_order(self) -> DecisionQuerySet:
        """As printed, meeting by meeting."""
        return self.order_by("item__meeting_id", "item__position", "position")


class TopicQuerySet(models.QuerySet):
    def current(self) -> TopicQuerySet:
        """Without those that have been merged into another, which are nowhere offered."""
        return self.filter(merged_into=None)

    def with_those_below(self) -> TopicQuerySet:
        """Each with what ``Topic.below`` reads."""
        children = self.model.objects.current().filter(parent=models.OuterRef("pk"))
        columns = ("id", "name", "slug", "short_title", "name_sort")
        return self.annotate(rows_below=enclosed(children, *columns))

    def in_order(self) -> TopicQuerySet:
        """All, as the Swedish alphabet has them."""
        return self.order_by("name_sort", "pk")


def short_name(of: str = "") -> Coalesce:
    """The column of ``Topic.short_name``; ``of`` is the way to the topic: ``topics__``."""
    return Coalesce(NullIf(f"{of}short_title", models.Value("")), f"{of}name")
