"""Looks for a topic anew, some meetings at a time: nobody waits long for one that it reads."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from decisions.models import Renewal, Topic
from decisions.topic_locks import lock
from decisions.topic_suggesting import suggest_in
from minutes.models import Meeting

AT_ONCE = 20  # meetings in a transaction: some tenths of a second


def begin(topic: Topic, by: Any) -> Renewal:
    """To be called with the topic locked. What was begun before with other words ends."""
    made = Renewal.objects.create(topic=topic, by=by, meetings=Meeting.objects.count())
    # Robust: the words are saved. Should the task not be, its page says so and offers it again.
    transaction.on_commit(partial(renew.enqueue, made.pk), robust=True)
    return made


def begin_once(topic: Topic, by: Any) -> Renewal:
    """The one that is under way, else a new one."""
    latest = topic.renewals.order_by("-pk").first()
    return latest if latest and latest.is_under_way else begin(topic, by)


@task()
def renew(pk: int) -> None:
    """Go through all meetings; stopped half-way, what is done stands, and it can be begun anew."""
    after: int | None = 0
    while after is not None:
        after = step(pk, after)


@transaction.atomic
def step(pk: int, after: int) -> int | None:
    """The meetings that follow the one with that key; the key of the last, None at the end."""
    topics = lock()
    renewal = Renewal.objects.select_related("by").filter(pk=pk, ended_at=None).first()
    if renewal is None:
        return None
    topic = topics[renewal.topic_id]
    is_over = topic.merged_into_id or topic.renewals.filter(pk__gt=pk).exists()
    following = Meeting.objects.select_for_update().filter(pk__gt=after).order_by("pk")
    meetings = [] if is_over else [one.pk for one in following.only("pk")[:AT_ONCE]]
    _go_on(renewal, topic, meetings)
    return meetings[-1] if meetings else None


def _go_on(renewal: Renewal, topic: Topic, meetings: list[int]) -> None:
    """Ends it where there are no more meetings."""
    found = suggest_in(meetings, topic, renewal.by)
    renewal.done += len(meetings)
    renewal.items += found.items
    renewal.decisions += found.decisions
    renewal.no_items += found.no_items
    renewal.no_decisions += found.no_decisions
    renewal.moved_at = timezone.now()
    renewal.ended_at = None if meetings else renewal.moved_at
    renewal.save()
