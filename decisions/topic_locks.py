"""Topics first, then the meetings: whoever changes what is linked to a topic locks them so."""

from __future__ import annotations

from django.db.models import Q

from decisions.models import Topic
from minutes.models import Meeting


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
