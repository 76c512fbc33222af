"""A topic suggested anew, in all that the archive holds, when the words that tell it change."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet
from simple_history.utils import bulk_create_with_history

from decisions.indexing import index
from decisions.models import Decision, DecisionTopic, ItemTopic, Origin, Topic
from decisions.topics import Suggester
from minutes.models import AgendaItem

WHY = "ämnet föreslogs på nytt"
_WAYS = ("missing", "stale")


@dataclass(frozen=True)
class Suggested:
    """How many items and decisions the topic came to, and how many it left."""

    items: int
    decisions: int
    no_items: int
    no_decisions: int


@dataclass(frozen=True)
class _Changes:
    """Of one kind of row: keys that are to get a link, keys of links to go, meetings of both."""

    missing: list[int]
    stale: list[int]
    meetings: set[int]


def suggest_in(meetings: Collection[int], topic: Topic, by: Any) -> Suggested:
    """Bring what a program suggests in step with the words; what a person has set stays.

    In those meetings, which are locked. A row whose topics a person has gone through keeps them
    as they are.
    """
    items, decisions = (_changes(topic, kind, meetings) for kind in (ItemTopic, DecisionTopic))
    _apply(topic, ItemTopic, items, by)
    _apply(topic, DecisionTopic, decisions, by)
    index(items.meetings | decisions.meetings)
    came, went = ([len(getattr(one, name)) for one in (items, decisions)] for name in _WAYS)
    return Suggested(*came, *went)


def _changes(topic: Topic, kind: Any, meetings: Collection[int]) -> _Changes:
    owner, rows = _rows(kind, meetings)
    links = {
        row: (key, origin)
        for row, key, origin in topic_links(kind, topic)
        .filter(**{f"{owner}__in": [row[0] for row in rows]})
        .values_list(owner, "pk", "origin")
    }
    suggester = Suggester({topic.pk: topic.terms})
    missing, stale, concerned = [], [], set()
    for key, held, edited, heading, text in rows:
        wanted = bool(suggester.suggest(f"{heading}\n{text}"))
        link, origin = links.get(key, (None, None))
        if "topics" in edited or origin == Origin.PERSON or wanted == (link is not None):
            continue
        concerned.add(held)
        if link is None:
            missing.append(key)
        else:
            stale.append(link)
    return _Changes(missing, stale, concerned)


def unlink(links: Iterable[Any], by: Any, why: str) -> None:
    for link in links:
        link._history_user, link._change_reason = by, why
        link.delete()


def topic_links(kind: Any, topic: Topic) -> QuerySet:
    return kind.objects.filter(topic=topic).order_by("pk")


def _rows(kind: Any, meetings: Collection[int]) -> tuple[str, list[tuple]]:
    """The name of what is linked, and (key, meeting, edited, heading, text) of those there."""
    if kind is ItemTopic:
        known = AgendaItem.objects.annotate(held=F("meeting"), heading=F("title"))
        owner = "item"
    else:
        known = Decision.objects.annotate(held=F("item__meeting"), heading=F("item__title"))
        owner = "decision"
    there = known.filter(held__in=meetings).order_by("pk")
    return owner, list(there.values_list("pk", "held", "edited", "heading", "text"))


def _apply(topic: Topic, kind: Any, changes: _Changes, by: Any) -> None:
    owner = "item_id" if kind is ItemTopic else "decision_id"
    new = [kind(topic=topic, origin=Origin.SUGGESTED, **{owner: key}) for key in changes.missing]
    bulk_create_with_history(new, kind, default_user=by, default_change_reason=WHY)
    unlink(kind.objects.filter(pk__in=changes.stale), by, WHY)
