"""Topics that a program suggests; what a person sets is another origin and stays apart."""

from __future__ import annotations

from collections.abc import Sequence

from decisions.models import Decision, DecisionTopic, ItemTopic, Origin, Topic
from decisions.topics import Suggester
from minutes.models import AgendaItem


def suggest_topics(
    items: Sequence[AgendaItem], decisions: Sequence[Decision]
) -> tuple[list[ItemTopic], list[DecisionTopic]]:
    """Link items by title and text, decisions by their own text and the title of their item."""
    topics = Suggester(dict(Topic.objects.current().in_order().values_list("pk", "terms")))
    of_items = ItemTopic.objects.bulk_create(
        ItemTopic(item=item, topic_id=topic, origin=Origin.SUGGESTED)
        for item in items
        for topic in topics.suggest(f"{item.title}\n{item.text}")
    )
    of_decisions = DecisionTopic.objects.bulk_create(
        DecisionTopic(decision=decision, topic_id=topic, origin=Origin.SUGGESTED)
        for decision in decisions
        for topic in topics.suggest(f"{decision.item.title}\n{decision.text}")
    )
    return of_items, of_decisions
