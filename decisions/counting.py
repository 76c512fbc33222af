"""How many entries a question finds, and which marks they carry: exactly, or that there are more.

Counting reads every row that is found, wherever it lies on the disk. So it ends at some thousand:
beyond that a list says "more than", and nothing is said of parts of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from operator import or_
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Q, Value
from django.db.models.functions import Concat

from decisions.offers import Choice
from minutes.search.expression import EVERYTHING, All, Expression, Tag
from minutes.search.expression import Any as AnyOf
from minutes.search.models import EntryKind, SearchEntry
from minutes.search.querysets import SearchEntryQuerySet

EVERY_KIND = frozenset(EntryKind.values)
_JOINED = {"postgresql": "string_agg", "sqlite": "group_concat"}


@dataclass(frozen=True)
class Count:
    """So many, or more than so many."""

    number: int
    capped: bool = False


@dataclass(frozen=True)
class Wanted:
    """Entries of these kinds and years of which the expression is true; no years: of all."""

    kinds: frozenset[str]
    years: tuple[int, ...]
    expression: Expression

    def entries(self, user: Any) -> SearchEntryQuerySet:
        """Those that the user may see, in no order."""
        found = self._of_any_kind(user)
        return found if self.kinds == EVERY_KIND else found.filter(kind__in=self.kinds)

    def to_count(self, user: Any) -> SearchEntryQuerySet:
        """The same, for who reads them all instead of the first.

        Years are asked for by their tags: by the day, the hits of all years would be gathered
        first. The kind is looked up in each row that the expression gives. PostgreSQL would else
        go through its list of all decisions for it: 600,000 to count ten thousand.
        """
        if self.expression == EVERYTHING:
            return self.entries(user)
        years = (AnyOf(tuple(Tag(f"y{year}") for year in self.years)),) if self.years else ()
        asked = All((*years, self.expression))
        found = SearchEntry.objects.visible_to(user).matching(asked)
        if self.kinds == EVERY_KIND:
            return found
        return found.alias(kind_in_row=Concat("kind", Value(""))).filter(
            kind_in_row__in=self.kinds
        )

    def _of_any_kind(self, user: Any) -> SearchEntryQuerySet:
        found = SearchEntry.objects.visible_to(user).matching(self.expression)
        return found.filter(*_held_in(self.years)) if self.years else found

    def narrowed(self, expression: Expression) -> Wanted:
        """Those of them of which another expression is true too."""
        return replace(self, expression=All((self.expression, expression)))


@dataclass(frozen=True)
class Tally:
    """``rows`` has the marks of each entry that was found; None if there are too many."""

    count: Count
    rows: Sequence[str] | None

    def counts(self, choices: Collection[Choice]) -> dict[str, int] | None:
        """By value, how many of the entries have it; None if these were not read."""
        if self.rows is None:
            return None
        alone = {one.value: next(iter(one.marks)) for one in choices if _is_simple(one)}
        once = self._each_once([one for one in choices if not _is_simple(one)])
        return {
            one.value: self._marks[alone[one.value]] if one.value in alone else once[one.value]
            for one in choices
        }

    @cached_property
    def _marks(self) -> Counter[str]:
        return Counter(" ".join(self.rows or ()).split())

    def _each_once(self, choices: Collection[Choice]) -> Counter[str]:
        """An entry counts once for a value, however many of its marks it carries."""
        values: dict[str, list[str]] = {}
        for choice in choices:
            for mark in choice.marks:
                values.setdefault(mark, []).append(choice.value)
        if not values:
            return Counter()
        carried = (values.keys() & row.split() for row in self.rows or ())
        found = Counter(
            value for marks in carried for value in {one for mark in marks for one in values[mark]}
        )
        for choice in choices:
            if choice.lacking:
                found[choice.value] = self.count.number - found[choice.value]
        return found


def tallies(
    whole: Wanted, wider: Sequence[Wanted], others: Sequence[Wanted], user: Any, most: int
) -> dict[Wanted, Tally]:
    """The answer to each, in one question to the database; up to ``most`` hits are counted.

    Each of ``wider`` holds what ``whole`` does: it is not asked for where that is too much.
    """
    questions = [whole, *wider, *others]
    try:
        sql, values = _statement(questions, range(1, len(wider) + 1), user, most)
    except EmptyResultSet:  # nothing is shown to this user
        return dict.fromkeys(questions, Tally(Count(0), ()))
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        answers = sorted(cursor.fetchall())
    every = {questions[number]: _tally(found, rows, most) for number, found, rows in answers}
    if every[whole].count.capped:
        every |= dict.fromkeys(wider, every[whole])
    return every


def _statement(
    questions: Sequence[Wanted], wider: Collection[int], user: Any, most: int
) -> tuple[str, list[Any]]:
    hits = [one.to_count(user).values("kind", "tags")[: most + 1] for one in questions]
    (whole, of_whole), *rest = [one.query.sql_with_params() for one in hits]
    parts = [_part(0, "whole")]
    values = [*of_whole, most, "\n"]
    for number, (sql, params) in enumerate(rest, start=1):
        only = " WHERE (SELECT count(*) FROM whole) <= %s" if number in wider else ""
        parts.append(_part(number, f"({sql}) AS hits") + only)
        values += [most, "\n", *params, *([most] if only else [])]
    return f"WITH whole AS MATERIALIZED ({whole}) {' UNION ALL '.join(parts)}", values


def _part(number: int, hits: str) -> str:
    """One row: number of the question, of its hits, and these in a text, a line each."""
    joined = f"{_JOINED[connection.vendor]}(kind || ' ' || tags, %s)"
    rows = f"CASE WHEN count(*) <= %s THEN {joined} END"
    return f"SELECT {number}, count(*), {rows} FROM {hits}"  # noqa: S608 - our own


def _tally(found: int, rows: str | None, most: int) -> Tally:
    if found > most:
        return Tally(Count(most, capped=True), None)
    return Tally(Count(found), rows.split("\n") if rows else ())


def _is_simple(choice: Choice) -> bool:
    return len(choice.marks) == 1 and not choice.lacking


def _held_in(years: Collection[int]) -> tuple[Q, ...]:
    """As the index on ``held`` is walked: it sorts by day. A tag would be looked for instead
    among all that is newer.
    """
    spans = [Q(held__gte=f"{year}-", held__lt=f"{year + 1}-") for year in years]
    whole = Q(held__gte=f"{min(years)}-", held__lt=f"{max(years) + 1}-")
    return (whole, reduce(or_, spans)) if len(spans) > 1 else (whole,)
