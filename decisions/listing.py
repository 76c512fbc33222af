"""One page of what a filter found, each row with what stands on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from decisions.filters import EntryFilter
from decisions.models import Decision
from minutes.models import AgendaItem, Meeting
from minutes.search.expanding import Asked
from minutes.search.marking import Pieces, marked, snippet
from minutes.search.models import SearchEntry
from minutes.search.querysets import RELEVANCE, Place

# ``held``, position and tier of a place: ``2022-10-06.00001.0000000000000000007.10001.2``.
_CURSOR = re.compile(r"(\d{4}-\d{2}-\d{2}\.\d{5}\.\d{19})\.(\d{1,9})\.([0-2])", re.ASCII)

# What stands on a row of a list, or leads away from it; a page reads no more than that.
SHOWN = [
    *("held", "position", "kind", "tags", "meeting", "item", "decision"),
    *("meeting__start_date", "meeting__sequence", "meeting__state"),
    *("meeting__body__name", "meeting__body__slug"),
    *("item__title", "item__text", "item__anchor", "item__meeting"),
    *("decision__text", "decision__public_id", "decision__concerns", "decision__item"),
]


@dataclass(frozen=True)
class Row:
    """An entry of a list, with the words that were asked for marked."""

    entry: SearchEntry
    asked: Asked

    @property
    def kind(self) -> str:
        return self.entry.kind

    @property
    def decision(self) -> Decision | None:
        return self.entry.decision

    @property
    def item(self) -> AgendaItem:
        return self.entry.item

    @property
    def meeting(self) -> Meeting:
        return self.entry.meeting

    @cached_property
    def title(self) -> Pieces:
        """The title of the item."""
        return marked(self.item.title, self.asked)

    @cached_property
    def marks(self) -> Pieces:
        """A decision as a whole; of an item's text the part with most of the words."""
        if self.decision:
            return marked(self.decision.text, self.asked)
        return snippet(self.item.text, self.asked)


@dataclass(frozen=True)
class EntryPage:
    """``next`` is the cursor that the following page begins after; None on the last page."""

    rows: list[Row]
    next: str | None
    is_first: bool


def page_of_entries(found: EntryFilter, after: str, size: int) -> EntryPage:
    """The page after a cursor; the first for what is none. Two questions to the database."""
    place = _place(after)
    entries = _loaded(found, place, size + 1)
    rows = [Row(entry, found.asked) for entry in entries[:size]]
    more = len(entries) > size
    return EntryPage(rows, _cursor(entries[size - 1]) if more else None, place is None)


def _loaded(found: EntryFilter, place: Place | None, size: int) -> Sequence[SearchEntry]:
    """Sorted narrow, and only what stands on the page read with its rows."""
    keys = found.entries.sorted_by(found.order, place).values("pk")[:size]
    known = SearchEntry.objects.filter(pk__in=keys)
    ranked = found.with_tier(known) if found.order == RELEVANCE else known
    whole = ranked.select_related("decision", "item", "meeting__body").only(*SHOWN)
    entries = list(whole.prefetch_related("decision__organizations").sorted_by(found.order))
    for entry in entries:
        entry.item.meeting = entry.meeting
        if entry.decision:
            entry.decision.item = entry.item
    return entries


def _place(cursor: str) -> Place | None:
    read = _CURSOR.fullmatch(cursor)
    return Place(read[1], int(read[2]), int(read[3])) if read else None


def _cursor(entry: SearchEntry) -> str:
    return f"{entry.held}.{entry.position}.{getattr(entry, 'tier', 0)}"
