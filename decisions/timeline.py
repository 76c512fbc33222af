"""What happened to a topic, handling by handling, and when a matter came up again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, QuerySet
from django.utils.translation import gettext

from decisions.matters import Likeness, likeness, names_a_matter
from decisions.models import Decision, DecisionTopic, ItemTopic, Topic
from decisions.querysets import TopicQuerySet
from minutes.models import AgendaItem, Outcome
from minutes.templatetags.swedish_dates import plain_date

# What is half a likeness after so long may be a new matter of the same association.
_HALF_FORGOTTEN = timedelta(days=2 * 365)


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


def with_counts(topics: TopicQuerySet, user: Any) -> list[Topic]:
    """Each with ``item_count``, ``decision_count`` and ``latest_date``, the last handling.

    Counted once for all topics: asked topic by topic, 40,000 decisions took half a second.
    """
    items = ItemTopic.objects.filter(item__in=AgendaItem.objects.visible_to(user))
    decisions = DecisionTopic.objects.filter(decision__in=Decision.objects.visible_to(user))
    latest = Max("item__meeting__start_date")
    of_items = {row["topic"]: row for row in _by_topic(items).annotate(latest=latest)}
    of_decisions = {row["topic"]: row for row in _by_topic(decisions)}
    found = list(topics)
    for topic in found:
        topic.item_count = of_items.get(topic.pk, {}).get("n", 0)
        topic.decision_count = of_decisions.get(topic.pk, {}).get("n", 0)
        topic.latest_date = of_items.get(topic.pk, {}).get("latest")
    return found


def _by_topic(links: QuerySet) -> QuerySet:
    return links.order_by().values("topic").annotate(n=Count("pk"))


@dataclass(frozen=True)
class HandledLater:
    """The first later meeting at which an item's matter came up, as ``item`` there."""

    before: AgendaItem
    item: AgendaItem

    @property
    def in_words(self) -> str:
        """``Frågan behandlades igen 5 februari 2026 av Samarbetskommittén.``"""
        words = {
            Outcome.TABLED: gettext("Bordlagd: togs upp igen %(when)s."),
            Outcome.WITHDRAWN: gettext("Utgick: togs upp igen %(when)s."),
        }.get(self.before.outcome, gettext("Frågan behandlades igen %(when)s."))
        tabled = gettext(" Då bordlades den.") if self.item.outcome == Outcome.TABLED else ""
        return words % {"when": self._when} + tabled

    @property
    def _when(self) -> str:
        day, body = plain_date(self.item.meeting.start_date), self.item.meeting.body
        return gettext("%(day)s av %(body)s") % {"day": day, "body": body} if body else day


def handled_later(items: Collection[AgendaItem], user: Any) -> dict[int, HandledLater | None]:
    """For the key of each item the next visible meeting that took up the same matter, or None.

    Asks at most twice, however many the items are; they come with their meetings. Later items
    that share a topic with one of them are judged by their titles: a topic alone is too wide.
    """
    found: dict[int, HandledLater | None] = {item.pk: None for item in items}
    telling = [one for one in items if one.meeting.start_date and names_a_matter(one.title)]
    candidates = _later_than(telling, user) if telling else []
    keys = {item.pk: key for item in telling if (key := _next(item, candidates))}
    known = AgendaItem.objects.select_related("meeting__body").in_bulk(keys.values())
    for item in telling:
        if item.pk in keys:
            found[item.pk] = HandledLater(item, known[keys[item.pk]])
    return found


def _later_than(items: list[AgendaItem], user: Any) -> list[tuple[int, str, date]]:
    """(key, title, day) of what may be meant, the soonest first; not what was withdrawn."""
    topics = ItemTopic.objects.filter(item__in=items).values("topic")
    about = ItemTopic.objects.filter(topic__in=topics).values("item")
    first_day = min(one.meeting.start_date for one in items)
    later = AgendaItem.objects.visible_to(user).filter(
        pk__in=about, meeting__start_date__gt=first_day
    )
    handled = later.exclude(outcome=Outcome.WITHDRAWN)
    soonest_first = handled.order_by("meeting__start_date", "meeting_id", "position")
    return list(soonest_first.values_list("pk", "title", "meeting__start_date"))


def _next(item: AgendaItem, candidates: list[tuple[int, str, date]]) -> int | None:
    day = item.meeting.start_date
    for key, title, later in candidates:
        if later > day and _is_enough(likeness(item.title, title), later - day):
            return key
    return None


def _is_enough(found: Likeness, after: timedelta) -> bool:
    return found == Likeness.WHOLE or (found == Likeness.PART and after <= _HALF_FORGOTTEN)
