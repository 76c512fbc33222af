"""Entries whose lexemes a test chooses itself, beside the items that they must belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from minutes.models import AgendaItem
from minutes.search.engines import engine
from minutes.search.expression import Expression
from minutes.search.models import SearchEntry
from minutes.search.rows import Row
from tests.factories import a_meeting
from tests.minutes.search.brute_force import stands_in


@dataclass(frozen=True)
class Known:
    """What the index is told of an entry, as lexemes; ``held`` sorts it."""

    title: str = ""
    text: str = ""
    tags: str = ""
    held: str = "2022-10-06"
    printed: str = ""  # what the lexemes come from, for tests that need it

    def answers(self, expression: Expression) -> bool:
        lexemes = (self.title.split(" "), self.text.split(" "))
        title, text = ([one for one in field if one] for field in lexemes)
        return stands_in(expression, title, text, self.tags.split())


def indexed(entries: Iterable[Known]) -> list[Known]:
    """Put them into the index, each with an item of its own, at its place in the list."""
    entries, meeting = list(entries), a_meeting()
    items = [
        AgendaItem(meeting=meeting, position=place, anchor=f"plats-{place}")
        for place in range(1, len(entries) + 1)
    ]
    AgendaItem.objects.bulk_create(items)
    engine().insert([_row(item, one) for item, one in zip(items, entries, strict=True)])
    return entries


def _row(item: AgendaItem, known: Known) -> Row:
    columns = {
        "meeting_id": item.meeting_id,
        "item_id": item.pk,
        "decision_id": None,
        "kind": "item",
        "held": known.held,
        "position": item.position,
        "tags": known.tags,
    }
    fields = ([one for one in field.split(" ") if one] for field in (known.title, known.text))
    return Row(columns, *fields, words=frozenset())


def places(expression: Expression, *, gathered: bool = False) -> list[int]:
    """Of the entries that the index says it is true of, counted from 0."""
    found = SearchEntry.objects.matching(expression, gathered=gathered).order_by("position")
    return [place - 1 for place in found.values_list("position", flat=True)]


def places_in_turn(expression: Expression) -> list[int]:
    """The same of each part that the engine divides it into; twice if it is true of two."""
    parts = engine().in_turn(expression)
    return sorted(place for part in parts for place in places(part, gathered=True))


def expected(entries: Iterable[Known], expression: Expression) -> list[int]:
    return [place for place, one in enumerate(entries) if one.answers(expression)]
