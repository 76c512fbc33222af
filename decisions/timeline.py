"""What happened to a topic, handling by handling."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, QuerySet, Subquery

from decisions.models import Decision, DecisionTopic, ItemTopic, Topic
from decisions.querysets import TopicQuerySet
from minutes.models import AgendaItem, Meeting


def handlings(topic: Topic, user: Any) -> QuerySet[AgendaItem]:
    """Items about the topic, or with a decision about it, the latest first."""
    itself = ItemTopic.objects.filter(item=OuterRef("pk"), topic=topic)
    decided = DecisionTopic.objects.filter(decision__item=OuterRef("pk"), topic=topic)
    found = AgendaItem.objects.visible_to(user).filter(Exists(itself) | Exists(decided))
    return (
        found.select_related("meeting__body")
        .prefetch_related("decisions")
        .order_by("-meeting__start_date", "-meeting__sequence", "-meeting_id", "position")
    )


def with_counts(topics: TopicQuerySet, user: Any) -> TopicQuerySet:
    """Each with ``item_count``, ``decision_count`` and ``latest_date``, the last handling."""
    items = AgendaItem.objects.visible_to(user).filter(topics=OuterRef("pk")).order_by()
    decisions = Decision.objects.visible_to(user).filter(topics=OuterRef("pk")).order_by()
    meetings = Meeting.objects.visible_to(user).filter(items__topics=OuterRef("pk")).order_by()
    return topics.annotate(
        item_count=Subquery(items.values("topics").annotate(n=Count("pk")).values("n")),
        decision_count=Subquery(decisions.values("topics").annotate(n=Count("pk")).values("n")),
        latest_date=Subquery(
            meetings.values("items__topics").annotate(day=Max("start_date")).values("day")
        ),
    )
