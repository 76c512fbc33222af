"""Linking to topics again what an edit had unlinked, where the topics are today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from decisions.models import DecisionTopic, ItemTopic, Origin, Topic
from decisions.topic_locks import lock
from intake.editing.snapshot import Row

LINKS: dict[type[Model], str] = {ItemTopic: "item_id", DecisionTopic: "decision_id"}


@dataclass(frozen=True)
class Standing:
    """All topics by their keys, also those that have been merged into another."""

    topics: Mapping[int, Topic]

    @classmethod
    def locked(cls) -> Standing:
        """Until the transaction ends none is merged."""
        return cls(lock())

    def today(self, key: int) -> int:
        """The topic that this one has been merged into, and that one, to the end."""
        while key in self.topics and self.topics[key].merged_into_id:
            key = self.topics[key].merged_into_id
        return key

    def link_again(self, kind: Any, before: Row, changed: Row) -> None:
        """Let the link be as it was ``before``; ``changed`` are its columns that are not so now.

        What is linked to that topic already is linked once, and by a person if either was.
        """
        was = {**before, "topic_id": self.today(before["topic_id"])}
        standing = kind.objects.filter(pk=before["id"])
        if standing.exists():
            standing.update(**{name: was[name] for name in changed})
            return
        place = {name: was[name] for name in (LINKS[kind], "topic_id")}
        known = kind.objects.filter(**place)
        if not known.exists():
            kind(**was).save(force_insert=True)
        elif was["origin"] == Origin.PERSON:
            known.update(origin=Origin.PERSON)
