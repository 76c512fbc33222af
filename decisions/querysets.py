"""The words in which decisions and topics are asked for."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models.functions import Coalesce, NullIf

from minutes.visibility import states_visible_to


class DecisionQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> DecisionQuerySet:
        """Without decisions of meetings that are hidden from the user."""
        return self.filter(item__meeting__state__in=states_visible_to(user))

    def with_item(self) -> DecisionQuerySet:
        """Each with its item, meeting and body, and with the organizations that it names."""
        return self.select_related("item__meeting__body").prefetch_related("organizations")

    def as_printed(self) -> DecisionQuerySet:
        """In order, each with whom it names and what follows from it, as its minutes show it."""
        responsible = ["responsible_person", "responsible_organization", "responsible_body"]
        assignments = self.model.assignments.rel.related_model.objects
        following = assignments.select_related(*responsible).order_by("pk")
        return self.in_order().prefetch_related(
            "organizations", models.Prefetch("assignments", following)
        )

    def newest_first(self) -> DecisionQuerySet:
        """By meeting, the latest first; within a meeting as printed."""
        return self.order_by(
            models.F("item__meeting__start_date").desc(nulls_first=True),
            "-item__meeting__sequence",
            "-item__meeting_id",
            "item__position",
            "position",
        )

    def of_same_meeting(self, public_id: str) -> DecisionQuerySet:
        """That decision and all others of its meeting; none where there is no such decision."""
        there = self.model.objects.filter(public_id=public_id)
        return self.filter(item__meeting__in=there.values("item__meeting"))

    def in_order(self) -> DecisionQuerySet:
        """As printed, meeting by meeting."""
        return self.order_by("item__meeting_id", "item__position", "position")


class TopicQuerySet(models.QuerySet):
    def current(self) -> TopicQuerySet:
        """Without those that have been merged into another, which are nowhere offered."""
        return self.filter(merged_into=None)

    def of_decision(self, decision: Any) -> TopicQuerySet:
        """Topics of the decision or of its item, each with ``is_own``: whether of the former."""
        own = models.Exists(decision.topic_links.filter(topic=models.OuterRef("pk")))
        of_item = models.Exists(decision.item.topic_links.filter(topic=models.OuterRef("pk")))
        return self.filter(own | of_item).annotate(is_own=own)

    def in_order(self) -> TopicQuerySet:
        """All, as the Swedish alphabet has them."""
        return self.order_by("name_sort", "pk")


def short_name(of: str = "") -> Coalesce:
    """The column of ``Topic.short_name``; ``of`` is the way to the topic: ``topics__``."""
    return Coalesce(NullIf(f"{of}short_title", models.Value("")), f"{of}name")
