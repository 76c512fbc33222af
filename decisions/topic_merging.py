"""One topic merged into another, and taken apart again. It is told first, then done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from decisions.indexing import index
from decisions.models import DecisionTopic, ItemTopic, Origin, Topic, TopicMerge
from decisions.topic_changing import Outdated, seen
from decisions.topic_locks import lock, lock_meetings
from decisions.topic_suggesting import topic_links, unlink

MERGED, PARTED = "ämnet slogs ihop med ett annat", "ämnet togs isär igen"
KINDS = {"items": (ItemTopic, "item_id"), "decisions": (DecisionTopic, "decision_id")}


@dataclass(frozen=True)
class Links:
    """Of one kind: those that go over, and pairs (mine, theirs) where both topics have one."""

    moved: list[Any]
    both: list[tuple[Any, Any]]

    @property
    def number(self) -> int:
        return len(self.moved) + len(self.both)

    @property
    def raised(self) -> list[Any]:
        """Theirs that become a person's, since mine is."""
        of = Origin.PERSON
        return [two for one, two in self.both if one.origin == of and two.origin != of]


@dataclass(frozen=True)
class Plan:
    """What merging ``topic`` into ``into`` will do."""

    topic: Topic
    into: Topic
    items: Links
    decisions: Links
    terms: list[str]
    aliases: list[str]
    children: list[Topic]

    @property
    def token(self) -> str:
        """Of what is told; the links may grow meanwhile, and go over all the same."""
        return seen(self.topic, self.into)


def plan(topic: Topic, into: Topic) -> Plan:
    names = [topic.name, topic.short_title, *topic.aliases]
    known = {into.name, into.short_title, *into.aliases, ""}
    return Plan(
        topic=topic,
        into=into,
        items=_links("items", topic, into),
        decisions=_links("decisions", topic, into),
        terms=[one for one in topic.terms if one not in into.terms],
        aliases=[one for one in dict.fromkeys(names) if one not in known],
        children=list(topic.children.current().order_by("pk")),
    )


def _links(name: str, topic: Topic, into: Topic) -> Links:
    kind, owner = KINDS[name]
    theirs = {getattr(one, owner): one for one in topic_links(kind, into)}
    mine = list(topic_links(kind, topic))
    return Links(
        moved=[one for one in mine if getattr(one, owner) not in theirs],
        both=[(one, theirs[getattr(one, owner)]) for one in mine if getattr(one, owner) in theirs],
    )


def may_take(topic: Topic, topics: dict[int, Topic]) -> list[Topic]:
    """Those that the topic can be merged into: neither merged themselves nor below it."""
    return [
        one
        for one in topics.values()
        if one.merged_into_id is None and topic.pk not in _line(one, topics)
    ]


def _line(topic: Topic, topics: dict[int, Topic]) -> list[int]:
    """Its key, and those of all above it; also where they stand in a circle."""
    line: list[int] = []
    key: int | None = topic.pk
    while key in topics and key not in line:
        line.append(key)
        key = topics[key].parent_id
    return line


@transaction.atomic
def merge(topic: int, into: int, token: str, by: Any) -> Plan | None:
    """Merge one into the other (keys); None where that is done already.

    Raises:
        Outdated: the topics are no longer what was read, or cannot be merged now.
    """
    topics = lock()
    one, other = topics.get(topic), topics.get(into)
    if one and one.merged_into_id == into:
        return None
    if not one or not other or other not in may_take(one, topics) or seen(one, other) != token:
        raise Outdated
    meetings = lock_meetings(_linked_to(one))
    planned = plan(one, other)
    row = TopicMerge(topic=one, by=by)
    for name in KINDS:
        _move(name, getattr(planned, name), other, row)
    _unite(planned, row)
    row.save()
    for key in meetings:
        index([key])
    return planned


def _linked_to(*topics: Topic) -> Q:
    linked = Q(items__topic_links__topic__in=topics)
    return linked | Q(items__decisions__topic_links__topic__in=topics)


def _move(name: str, links: Links, into: Topic, row: TopicMerge) -> None:
    kind, owner = KINDS[name]
    setattr(row, name, [one.pk for one in links.moved])
    setattr(row, f"left_{name}", [[getattr(one, owner), one.origin] for one, _ in links.both])
    setattr(row, f"raised_{name}", [one.pk for one in links.raised])
    for one in links.moved:
        one.topic = into
    _update(kind, links.moved, ["topic"], row.by, MERGED)
    raised = links.raised
    for one in raised:
        one.origin = Origin.PERSON
    _update(kind, raised, ["origin"], row.by, MERGED)
    unlink([one for one, _ in links.both], row.by, MERGED)


def _update(kind: Any, links: list[Any], fields: list[str], by: Any, why: str) -> None:
    bulk_update_with_history(links, kind, fields, default_user=by, default_change_reason=why)


def _unite(planned: Plan, row: TopicMerge) -> None:
    topic, into = planned.topic, planned.into
    row.terms, row.aliases = planned.terms, planned.aliases
    row.children = [one.pk for one in planned.children]
    into.terms = [*into.terms, *planned.terms]
    into.aliases = [*into.aliases, *planned.aliases]
    into.save()
    Topic.objects.filter(pk__in=row.children).update(parent=into)
    topic.merged_into = into
    topic.save()


@transaction.atomic
def unmerge(merged: int, by: Any) -> Topic | None:
    """Move back what the merge with that key has moved; None where it is gone already.

    What has come to the other topic since stays there, and so does what a person has removed.

    Raises:
        Outdated: the other topic has itself been merged meanwhile.
    """
    topics = lock()
    row = TopicMerge.objects.filter(pk=merged).first()
    if row is None:
        return None
    topic = topics[row.topic_id]
    into = topics[topic.merged_into_id]
    if into.merged_into_id:
        raise Outdated
    meetings = lock_meetings(_linked_to(into))
    for name in KINDS:
        _move_back(name, row, topic, into, by)
    _part(row, topic, into)
    row.delete()
    for key in meetings:
        index([key])
    return topic


def _move_back(name: str, row: TopicMerge, topic: Topic, into: Topic, by: Any) -> None:
    kind, owner = KINDS[name]
    known = kind.objects.filter(topic=into)
    moved = list(known.filter(pk__in=getattr(row, name)))
    for one in moved:
        one.topic = topic
    _update(kind, moved, ["topic"], by, PARTED)
    raised = list(known.filter(pk__in=getattr(row, f"raised_{name}")))
    for one in raised:
        one.origin = Origin.SUGGESTED
    _update(kind, raised, ["origin"], by, PARTED)
    left = dict(getattr(row, f"left_{name}"))
    there = known.filter(**{f"{owner}__in": left}).values_list(owner, flat=True)
    again = [kind(topic=topic, origin=left[key], **{owner: key}) for key in there]
    bulk_create_with_history(again, kind, default_user=by, default_change_reason=PARTED)


def _part(row: TopicMerge, topic: Topic, into: Topic) -> None:
    into.terms = [one for one in into.terms if one not in row.terms]
    into.aliases = [one for one in into.aliases if one not in row.aliases]
    into.save()
    Topic.objects.filter(pk__in=row.children, parent=into).update(parent=topic)
    topic.merged_into = None
    topic.save()
