"""A topic suggested anew, in all that the archive holds, when the words that tell it change."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from simple_history.utils import bulk_create_with_history

from decisions.indexing import index
from decisions.models import Decision, DecisionTopic, ItemTopic, Origin, Topic
from decisions.topics import Suggester
from minutes.models import AgendaItem, Meeting

WHY = "ämnet föreslogs på nytt"


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


@transaction.atomic
def suggest_anew(topic: Topic, by: Any) -> Suggested:
    """Bring what a program suggests in step with the words; what a person has set stays.

    A row whose topics a person has gone through keeps them as they are.
    """
    found = [_changes(topic, kind) for kind in (ItemTopic, DecisionTopic)]
    keys = set().union(*(one.meetings for one in found))
    locked = Meeting.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    meetings = [meeting.pk for meeting in locked.only("pk")]
    of_items, of_decisions = (
        _apply(topic, kind, _changes(topic, kind, meetings), by)
        for kind in (ItemTopic, DecisionTopic)
    )
    for key in meetings:
        index([key])
    return Suggested(of_items[0], of_decisions[0], of_items[1], of_decisions[1])


def _changes(topic: Topic, kind: Any, meetings: Collection[int] | None = None) -> _Changes:
    """What has to change; in these meetings alone where they are given."""
    owner, rows = _rows(kind)
    if meetings is not None:
        rows = rows.filter(held__in=meetings)
    links = {
        row: (key, origin)
        for row, key, origin in topic_links(kind, topic).values_list(owner, "pk", "origin")
    }
    suggester = Suggester({topic.pk: topic.terms})
    missing, stale, concerned = [], [], set()
    for key, held, edited, heading, text in rows.iterator():
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


def _rows(kind: Any) -> tuple[str, QuerySet]:
    """The name of what is linked, and (key, meeting, edited, heading, text) of all of them."""
    if kind is ItemTopic:
        known = AgendaItem.objects.annotate(held=F("meeting"), heading=F("title"))
        owner = "item"
    else:
        known = Decision.objects.annotate(held=F("item__meeting"), heading=F("item__title"))
        owner = "decision"
    columns = known.order_by("pk").values_list("pk", "held", "edited", "heading", "text")
    return owner, columns


def _apply(topic: Topic, kind: Any, changes: _Changes, by: Any) -> tuple[int, int]:
    """How many links came, and how many went."""
    owner, _ = _rows(kind)
    new = [
        kind(topic=topic, origin=Origin.SUGGESTED, **{f"{owner}_id": key})
        for key in changes.missing
    ]
    bulk_create_with_history(new, kind, default_user=by, default_change_reason=WHY)
    unlink(kind.objects.filter(pk__in=changes.stale), by, WHY)
    return len(new), len(changes.stale)
