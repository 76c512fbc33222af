"""Matters gone silent: something of them is open, and no meeting has said anything for long."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery

from decisions.models import Topic
from decisions.outstanding.rows import PUT_OFF, Outstanding, Row
from decisions.outstanding.since import Said, said_of
from decisions.timeline import Matter
from minutes.models import AgendaItem


@dataclass(frozen=True)
class Silent:
    """``last``: the last time that a visible meeting took it up; None for the item itself.

    ``topic`` is None for a matter that only titles tell; ``open``: how much of it is open.
    """

    topic: Topic | None
    row: Row
    last: Said | None
    day: date
    open: int


def months_before(day: date, months: int) -> date:
    """The same day of the month so many months ago, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def topics_with_last(keys: Collection[int], user: Any) -> list[Topic]:
    """Each with ``last_item`` and ``last_decided``: keys of the items that handled it last."""
    known = AgendaItem.objects.visible_to(user).exclude(meeting__start_date=None)
    latest = known.order_by("-meeting__start_date", "-meeting_id", "-position").values("pk")
    itself = latest.filter(topic_links__topic=OuterRef("pk"))
    decided = latest.filter(decisions__topic_links__topic=OuterRef("pk"))
    topics = Topic.objects.current().filter(pk__in=keys).in_order()
    return list(
        topics.annotate(last_item=Subquery(itself[:1]), last_decided=Subquery(decided[:1]))
    )


def is_open(row: Row) -> bool:
    """An assignment is; what was put off until a later meeting takes it up."""
    return row.group != PUT_OFF or row.successor is None


def silent(found: Outstanding, topics: Iterable[Topic], before: date) -> list[Silent]:
    """What was last handled before that day, the latest first; topics, then what has none."""
    rows = [row for row in found.rows if is_open(row) and row.item.meeting.start_date]
    by_topic = [_of_topic(topic, rows, found.items) for topic in topics]
    quiet = [one for one in by_topic if one and one.day < before]
    told = {one.topic.pk for one in quiet if one.topic}
    others = _of_titles([row for row in rows if not row.topics & told])
    quiet += [one for one in others if one.day < before]
    return sorted(quiet, key=lambda one: one.day, reverse=True)


def _of_topic(topic: Any, rows: list[Row], items: dict[int, AgendaItem]) -> Silent | None:
    mine = [row for row in rows if topic.pk in row.topics]
    keys = filter(None, (topic.last_item, topic.last_decided))
    handled = [said_of(items[key]) for key in keys if key in items]
    if not mine or not handled:
        return None
    last = max(handled, key=lambda one: one.day)
    latest = max([last.day, *(one.day for row in mine for one in row.since)])
    return Silent(topic, mine[0], last, latest, len(mine))


def _of_titles(rows: list[Row]) -> list[Silent]:
    together: dict[Matter, list[Row]] = defaultdict(list)
    for row in rows:
        together[row.matter].append(row)
    return [_of_title(mine) for mine in together.values()]


def _of_title(rows: list[Row]) -> Silent:
    first = rows[0]
    told = [one for row in rows for one in row.since]
    last = max(told, key=lambda one: one.day, default=None)
    return Silent(
        None, first, last, last.day if last else first.item.meeting.start_date, len(rows)
    )
