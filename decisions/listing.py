"""One page of what a filter found, each row with what stands on it."""

from __future__ import annotations

import re
from collections import defaultdict, namedtuple
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Value
from django.urls import reverse

from decisions.concern import Named, said_of
from decisions.filters import EntryFilter
from decisions.models import Decision
from minutes.models import Meeting
from minutes.search.expanding import Asked
from minutes.search.marking import Pieces, marked, snippet
from minutes.search.models import EntryKind, SearchEntry
from minutes.search.querysets import RELEVANCE, Place
from people.models import Body, Kind

# ``held``, position and tier of a place: ``2022-10-06.00001.0000000000000000007.10001.2``.
_CURSOR = re.compile(r"(\d{4}-\d{2}-\d{2}\.\d{5}\.\d{19})\.(\d{1,9})\.([0-2])", re.ASCII)

# What stands on a row of a list, or leads away from it; a page reads no more than that, and as
# plain values: a list of 25 rows would else make 125 objects of five models.
SHOWN = {
    "entry": "pk",
    "kind": "kind",
    "held": "held",
    "position": "position",
    "tier": "tier",
    "tags": "tags",
    "meeting": "meeting",
    "start_date": "meeting__start_date",
    "sequence": "meeting__sequence",
    "state": "meeting__state",
    "body": "meeting__body__name",
    "body_slug": "meeting__body__slug",
    "heading": "item__title",
    "item_text": "item__text",
    "anchor": "item__anchor",
    "decision": "decision",
    "decision_text": "decision__text",
    "public_id": "decision__public_id",
    "concerns": "decision__concerns",
}
_Stored = namedtuple("_Stored", SHOWN)


@dataclass(frozen=True)
class Row:
    """An item or a decision of a list, with the words that were asked for marked."""

    stored: Any  # the values of SHOWN
    meeting: Meeting  # the same for all its rows
    asked: Asked
    item_address: str
    concern: str  # whom a decision concerns, in words; of an item nothing
    begins: bool  # the first of its meeting on the page

    @property
    def kind(self) -> str:
        return self.stored.kind

    @property
    def is_decision(self) -> bool:
        return self.kind == EntryKind.DECISION

    @property
    def address(self) -> str:
        if self.is_decision:
            return reverse("decision", args=[self.stored.public_id])
        return self.item_address

    @cached_property
    def title(self) -> Pieces:
        """The title of the item."""
        return marked(self.stored.heading, self.asked)

    @cached_property
    def marks(self) -> Pieces:
        """A decision as a whole; of an item's text the part with most of the words."""
        if self.is_decision:
            return marked(self.stored.decision_text, self.asked)
        return snippet(self.stored.item_text, self.asked)


@dataclass(frozen=True)
class EntryPage:
    """``next`` is the cursor that the following page begins after; None on the last page."""

    rows: list[Row]
    next: str | None
    is_first: bool


def page_of_entries(found: EntryFilter, after: str, size: int) -> EntryPage:
    """The page after a cursor; the first for what is none. Two questions to the database."""
    place = _place(after)
    stored = _stored(found, place, size + 1)
    more = len(stored) > size
    rows = list(_rows(stored[:size], found.asked))
    return EntryPage(rows, _cursor(stored[size - 1]) if more else None, place is None)


def _stored(found: EntryFilter, place: Place | None, size: int) -> Sequence[_Stored]:
    """Sorted narrow, and only what stands on the page read with its rows."""
    keys = found.entries.sorted_by(found.order, place).values("pk")[:size]
    known = SearchEntry.objects.filter(pk__in=keys)
    is_ranked = found.order == RELEVANCE
    ranked = found.with_tier(known) if is_ranked else known.annotate(tier=Value(0))
    return list(map(_Stored._make, ranked.sorted_by(found.order).values_list(*SHOWN.values())))


def _rows(stored: Sequence[_Stored], asked: Asked) -> Iterable[Row]:
    meetings = {key: _meeting(one) for key, one in {one.meeting: one for one in stored}.items()}
    addresses = {key: meeting.get_absolute_url() for key, meeting in meetings.items()}
    named = _named([one.decision for one in stored if one.decision])
    before = None
    for one in stored:
        yield Row(
            stored=one,
            meeting=meetings[one.meeting],
            asked=asked,
            item_address=f"{addresses[one.meeting]}#{one.anchor}",
            concern=said_of(one.concerns, named[one.decision]) if one.decision else "",
            begins=one.meeting != before,
        )
        before = one.meeting


def _meeting(one: _Stored) -> Meeting:
    """As much of it as a row shows."""
    body = Body(name=one.body, slug=one.body_slug) if one.body else None
    shown = {name: getattr(one, name) for name in ("start_date", "sequence", "state")}
    return Meeting(pk=one.meeting, body=body, **shown)


def _named(decisions: Sequence[int]) -> dict[int, list[Named]]:
    """By decision, the organizations that its text names."""
    named: dict[int, list[Named]] = defaultdict(list)
    if decisions:
        links = Decision.organizations.through.objects.filter(decision__in=decisions)
        columns = ("name", "name_sort", "kind")
        rows = links.values_list("decision", *(f"organization__{column}" for column in columns))
        for decision, name, name_sort, kind in rows:
            named[decision].append(Named(name, name_sort, kind == Kind.MUNICIPALITY))
    return named


def _place(cursor: str) -> Place | None:
    read = _CURSOR.fullmatch(cursor)
    return Place(read[1], int(read[2]), int(read[3])) if read else None


def _cursor(one: _Stored) -> str:
    return f"{one.held}.{one.position}.{one.tier}"
