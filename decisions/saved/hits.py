"""A hit as mail and feed show it: a decision, or an item of an agenda."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from minutes.search.models import SearchEntry
from minutes.search.querysets import SearchEntryQuerySet


@dataclass(frozen=True, slots=True)
class Hit:
    """``text`` is the sentence of a decision, or the title of an item; ``path`` has no host.

    ``key`` names it for ever, also when its address changes; see ToldHit.
    """

    key: str
    text: str
    item: str  # under which it stands; empty for an item itself
    meeting: int
    body: str
    day: date | None
    path: str
    updated_at: datetime


def loaded(entries: SearchEntryQuerySet) -> list[Hit]:
    """Of entries with a ``key``; one question to the database, however many there are."""
    return [_hit(one) for one in entries.select_related("decision", "item__meeting__body")]


def _hit(entry: SearchEntry) -> Hit:
    item, decision = entry.item, entry.decision
    meeting = item.meeting
    return Hit(
        key=entry.key,
        text=decision.text if decision else str(item),
        item=str(item) if decision else "",
        meeting=meeting.pk,
        body=meeting.body.name if meeting.body else "",
        day=meeting.start_date,
        path=(decision or item).get_absolute_url(),
        updated_at=meeting.updated_at,
    )
