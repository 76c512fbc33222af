"""All decisions that a filter finds, as rows, a few at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from decisions.exports.columns import Row, row, with_columns
from decisions.filters import EntryFilter
from decisions.models import Decision
from minutes.search.querysets import NEWEST, OLDEST, Place, SearchEntryQuerySet

KEYS_AT_ONCE = 10_000  # finding costs about the same however many are taken
ROWS_AT_ONCE = 500


def rows_of(found: EntryFilter) -> Iterator[Row]:
    """By day, the latest first unless the oldest are asked for.

    Asked for some at a time, each time anew, and not with a cursor, which would hold the
    database to what it was for as long as somebody fetches: what is taken back meanwhile is left
    out of the rest. Relevance orders only as many as a page can show, and so no export.
    """
    user = found.request.user
    order = OLDEST if found.chosen.get("sort") == OLDEST else NEWEST
    for keys in _keys(found.wanted().entries(user), order):
        for start in range(0, len(keys), ROWS_AT_ONCE):
            yield from _rows(keys[start : start + ROWS_AT_ONCE], user)


def _keys(entries: SearchEntryQuerySet, order: str) -> Iterator[list[int]]:
    place = None
    while True:
        sorted_entries = entries.sorted_by(order, place)
        found = list(sorted_entries.values_list("held", "position", "decision")[:KEYS_AT_ONCE])
        yield [key for *_, key in found]
        if len(found) < KEYS_AT_ONCE:
            return
        held, position, _ = found[-1]
        place = Place(held, position)


def _rows(keys: list[int], user: Any) -> list[Row]:
    visible = Decision.objects.visible_to(user)
    known = with_columns(visible).in_bulk(keys)
    return [row(known[key]) for key in keys if key in known]
