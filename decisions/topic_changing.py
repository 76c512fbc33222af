"""What secretaries change of a topic; a save that was made from an older reading is refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q

from decisions.models import Topic
from decisions.topic_suggesting import Suggested, suggest_anew
from minutes.models import Meeting

CHANGED = ["name", "short_title", "aliases", "terms", "parent_id", "description"]


class Outdated(Exception):
    """Somebody has saved since the page was read; nothing is written."""


def seen(*topics: Topic) -> str:
    """A token of what somebody reads of these topics: another text, another token."""
    read = [[one.pk, one.merged_into_id, *(getattr(one, n) for n in CHANGED)] for one in topics]
    return hashlib.sha256(json.dumps(read).encode()).hexdigest()[:32]


def lock() -> dict[int, Topic]:
    """All topics, by their keys, until the transaction ends; they are few.

    Whoever links an item to one is not kept waiting.
    """
    topics = Topic.objects.select_for_update(no_key=True).order_by("pk")
    return {one.pk: one for one in topics}


def lock_meetings(linked: Q) -> list[int]:
    """Keys of the meetings with such links, locked before the links as in every edit."""
    keys = set(Meeting.objects.filter(linked).values_list("pk", flat=True))
    locked = Meeting.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    return [meeting.pk for meeting in locked.only("pk")]


@transaction.atomic
def change(pk: int, token: str, values: Mapping[str, Any], by: Any) -> Suggested | None:
    """Save the values; where the words have changed, suggest the topic anew.

    None where its words are the same, or where all of it has been saved so already.

    Raises:
        Outdated: what was read is no longer what stands there.
        ValidationError: the values cannot stand, as for a topic below itself.
    """
    topic = lock()[pk]
    if all(getattr(topic, name) == value for name, value in values.items()):
        return None
    if seen(topic) != token or topic.merged_into_id:
        raise Outdated
    terms = topic.terms
    for name, value in values.items():
        setattr(topic, name, value)
    topic.full_clean()
    topic.save()
    return suggest_anew(topic, by) if topic.terms != terms else None
