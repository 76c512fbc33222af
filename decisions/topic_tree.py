"""All topics with what the archive holds of each, the narrower ones below the wider."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Exists, Max, Min, OuterRef, QuerySet
from django.utils.translation import gettext, ngettext

from decisions.models import DecisionTopic, ItemTopic, Topic
from minutes.models import Meeting


@dataclass
class Branch:
    """A topic: how often it was handled, from when to when, and how much was decided about it.

    Of the topic alone, not of those below it.
    """

    topic: Topic
    items: int = 0
    decisions: int = 0
    days: list[date] = field(default_factory=list)
    below: list[Branch] = field(default_factory=list)

    @property
    def first(self) -> date | None:
        return min(self.days, default=None)

    @property
    def last(self) -> date | None:
        return max(self.days, default=None)

    @property
    def in_words(self) -> str:
        """``14 punkter och 23 beslut``, ``1 punkt och inga beslut``."""
        items = ngettext("%(n)s punkt", "%(n)s punkter", self.items)
        decisions = ngettext("%(n)s beslut", "%(n)s beslut", self.decisions)
        if not self.decisions:
            decisions = gettext("inga beslut")
        words = gettext("%(items)s och %(decisions)s")
        return words % {
            "items": items % {"n": self.items},
            "decisions": decisions % {"n": self.decisions},
        }

    @property
    def is_handled(self) -> bool:
        """Also where only something below it was."""
        return bool(self.items) or any(one.is_handled for one in self.below)


def tree(user: Any) -> list[Branch]:
    """The topics that have no wider one, as the alphabet has them, each with those below it."""
    branches = {one.pk: Branch(one) for one in Topic.objects.current().in_order()}
    _count(branches, user)
    widest = []
    for branch in branches.values():
        wider = branches.get(branch.topic.parent_id)
        (wider.below if wider and not _in_circle(branch, branches) else widest).append(branch)
    return widest


def _in_circle(branch: Branch, branches: dict[int, Branch]) -> bool:
    """Whether it stands below itself: then it is shown as if it stood below none."""
    wider, seen = branch.topic.parent_id, set()
    while wider in branches and wider not in seen:
        if wider == branch.topic.pk:
            return True
        seen.add(wider)
        wider = branches[wider].topic.parent_id
    return False


def _count(branches: dict[int, Branch], user: Any) -> None:
    """Items are those of the topic's own page: about it, or with a decision about it.

    Counted once for all topics. Meetings are asked for, since their list is short: in 60,000
    decisions SQLite then takes 0.2 seconds instead of 0.4.
    """
    meetings = Meeting.objects.visible_to(user)
    itself = ItemTopic.objects.filter(topic=OuterRef("topic"), item=OuterRef("decision__item"))
    of_items = ItemTopic.objects.filter(item__meeting__in=meetings)
    of_decisions = DecisionTopic.objects.filter(decision__item__meeting__in=meetings)
    more = Count("decision__item", distinct=True, filter=~Exists(itself))
    for row in _by_topic(of_items, "item__meeting__start_date").annotate(items=Count("pk")):
        _add(branches.get(row["topic"]), row)
    days = "decision__item__meeting__start_date"
    for row in _by_topic(of_decisions, days).annotate(items=more, decisions=Count("pk")):
        _add(branches.get(row["topic"]), row)


def _by_topic(links: QuerySet, day: str) -> QuerySet:
    return links.order_by().values("topic").annotate(first=Min(day), last=Max(day))


def _add(branch: Branch | None, row: dict[str, Any]) -> None:
    if branch is None:  # merged; an edit that was taken back may have linked it again
        return
    branch.items += row["items"]
    branch.decisions += row.get("decisions", 0)
    branch.days += filter(None, (row["first"], row["last"]))
