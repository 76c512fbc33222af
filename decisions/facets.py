"""How many entries there are, and how many of them have each value that can be chosen.

A question is answered from its newest hits, up to a number and one more: beyond that a list says
"more than", and what it counts are at least so many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection

from decisions.offers import Choice
from minutes.search.expression import Expression
from minutes.search.models import SearchEntry
from minutes.search.querysets import NEWEST, SearchEntryQuerySet


@dataclass(frozen=True)
class Count:
    """So many, or more than so many."""

    number: int
    capped: bool = False


@dataclass(frozen=True)
class Value:
    """``count`` is None where the newest hits hold none and there are more hits than these."""

    value: str
    label: str
    count: int | None
    chosen: bool
    in_words: str


@dataclass(frozen=True)
class Facet:
    """A filter with the number of hits that each value would give; ``capped``: at least."""

    name: str
    label: str
    values: list[Value]
    capped: bool


@dataclass(frozen=True)
class Wanted:
    """Entries of these kinds of which the expression is true."""

    kinds: frozenset[str]
    expression: Expression

    def entries(self, user: Any) -> SearchEntryQuerySet:
        """Those that the user may see, in no order."""
        found = SearchEntry.objects.visible_to(user).matching(self.expression)
        return found.filter(kind__in=self.kinds)


class Tally:
    """The newest ``most`` hits of a question and one more, in groups that carry the same marks."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._groups: list[tuple[frozenset[str], int]] = []
        self._number = 0

    def add(self, marks: frozenset[str], number: int) -> None:
        self._groups.append((marks, number))
        self._number += number

    @property
    def count(self) -> Count:
        return Count(min(self._number, self._most), capped=self._number > self._most)

    def counts(self, choices: Collection[Choice]) -> Counter[str]:
        """By value, how many entries have it."""
        values: dict[str, list[str]] = {}
        for choice in choices:
            for mark in choice.marks:
                values.setdefault(mark, []).append(choice.value)
        found: Counter[str] = Counter()
        for marks, number in self._groups:
            found.update(
                dict.fromkeys((one for mark in marks for one in values.get(mark, ())), number)
            )
        for choice in choices:
            if choice.lacking:
                found[choice.value] = self._number - found[choice.value]
        return found


def tallies(questions: Sequence[Wanted], user: Any, most: int) -> list[Tally]:
    """The answer to each, in one question to the database."""
    answers = [Tally(most) for _ in questions]
    parts: list[str] = []
    values: list[Any] = []
    for number, question in enumerate(questions):
        newest = question.entries(user).sorted_by(NEWEST).values("kind", "tags")[: most + 1]
        try:
            sql, params = newest.query.sql_with_params()
        except EmptyResultSet:  # nothing is shown to this user
            continue
        parts.append(
            f"SELECT {number}, kind, tags, count(*) FROM ({sql}) AS hits GROUP BY kind, tags"  # noqa: S608 - our own
        )
        values += params
    if parts:
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), values)
            for number, kind, tags, count in cursor.fetchall():
                answers[number].add(frozenset([kind, *tags.split()]), count)
    return answers


def facet(name: str, label: str, choices: Sequence[Choice], chosen: Any, tally: Tally) -> Facet:
    """Without values that would give nothing, but for the chosen."""
    counts, capped = tally.counts(choices), tally.count.capped
    values = [
        Value(
            one.value,
            one.label,
            None if capped and not counts[one.value] else counts[one.value],
            one.value in chosen,
            one.in_words or one.label,
        )
        for one in choices
    ]
    listed = [one for one in values if one.count != 0 or one.chosen]
    return Facet(name, label, listed, capped)
