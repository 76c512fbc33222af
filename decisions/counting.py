"""How many entries a question finds, and which marks they carry: exactly, or that there are more.

Counting reads every row that is found, wherever it lies on the disk. So it ends at some thousand:
beyond that a list says "more than", and nothing is said of parts of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from operator import or_
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Q, Value
from django.db.models.functions import Concat

from decisions.offers import Choice
from minutes.search.engines import engine
from minutes.search.expression import EVERYTHING, All, Expression, Tag
from minutes.search.expression import Any as AnyOf
from minutes.search.models import EntryKind, SearchEntry
from minutes.search.querysets import SearchEntryQuerySet

EVERY_KIND = frozenset(EntryKind.values)
_JOINED = {"postgresql": "string_agg", "sqlite": "group_concat"}
_SIZE = "(SELECT n FROM size{})"


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

    def gathered(self, user: Any, *, alone: bool = False) -> SearchEntryQuerySet:
        """The same, for who reads them all instead of the first; ``alone``: and asks for nothing
        else in the same SELECT.

        Years are asked for by their tags: by the day, the hits of all years would be gathered
        first. The kind is looked up in each row that the expression gives. PostgreSQL would else
        go through its list of all decisions for it: 600,000 to count ten thousand.
        """
        if self.expression == EVERYTHING:
            return self.entries(user)
        years = (AnyOf(tuple(Tag(f"y{year}") for year in self.years)),) if self.years else ()
        asked = All((*years, self.expression))
        shown = SearchEntry.objects.not_hidden_from(user)
        found = shown.met(asked) if alone else shown.matching(asked, gathered=True)
        if self.kinds == EVERY_KIND:
            return found
        return found.alias(kind_in_row=Concat("kind", Value(""))).filter(
            kind_in_row__in=self.kinds
        )

    def in_turn(self) -> list[Wanted]:
        """The same in parts that have nothing in common, for who reads until there is enough."""
        if self.years:
            return [self]
        return [replace(self, expression=part) for part in engine().in_turn(self.expression)]

    def _of_any_kind(self, user: Any) -> SearchEntryQuerySet:
        found = SearchEntry.objects.visible_to(user).matching(self.expression)
        return found.filter(*_held_in(self.years)) if self.years else found

    def narrowed(self, expression: Expression) -> Wanted:
        """Those of them of which another expression is true too."""
        return replace(self, expression=All((self.expression, expression)))


@dataclass(frozen=True)
class Parts:
    """What a question finds, in a part for each choice; an entry may be in several."""

    divided: Wanted
    choices: tuple[Choice, ...]

    @cached_property
    def each(self) -> dict[Choice, Wanted]:
        return {one: self.divided.narrowed(one.expression) for one in self.choices}


@dataclass(frozen=True)
class Tally:
    """``marked`` has the marks of each entry that was found, a line each; None if too many."""

    count: Count
    marked: str | None

    def counts(
        self, offered: Mapping[str, Collection[Choice]]
    ) -> dict[str, dict[str, int]] | None:
        """Of each filter, by value, how many of the entries have it; None if these were not read.

        Of all filters at once: the entries are gone through once for those that need it.
        """
        if self.marked is None:
            return None
        every = [(name, one) for name, choices in offered.items() for one in choices]
        several = {at: one for at, (_, one) in enumerate(every) if not _is_simple(one)}
        once = self._each_once(several)
        counts: dict[str, dict[str, int]] = {name: {} for name in offered}
        for at, (name, one) in enumerate(every):
            counts[name][one.value] = once[at] if at in several else self._carrying[min(one.marks)]
        return counts

    @cached_property
    def _carrying(self) -> Counter[str]:
        """By mark, how many entries carry it."""
        return Counter((self.marked or "").split())

    def _each_once(self, choices: Mapping[int, Choice]) -> Counter[int]:
        """By key of the choice: an entry counts once, however many of its marks it carries."""
        keys: dict[str, list[int]] = {}
        for key, choice in choices.items():
            for mark in choice.marks:
                keys.setdefault(mark, []).append(key)
        found: Counter[int] = Counter()
        for marks, number in self._combined(frozenset(keys)).items():
            for key in {one for mark in marks for one in keys[mark]}:
                found[key] += number
        for key, choice in choices.items():
            if choice.lacking:
                found[key] = self.count.number - found[key]
        return found

    def _combined(self, wanted: frozenset[str]) -> Counter[frozenset[str]]:
        """Which of the marks entries carry together: of thousands, some tens of combinations."""
        if not wanted or not self.marked:
            return Counter()
        # No line is kept: ten thousand lists would have all of memory looked through for garbage.
        return Counter(map(wanted.intersection, map(str.split, self.marked.split("\n"))))


def tallies(
    whole: Wanted, wider: Sequence[Wanted], parts: Parts, user: Any, most: int
) -> dict[Wanted, Tally]:
    """The answer to each, in one question to the database; up to ``most`` hits are counted.

    Each of ``wider`` holds what ``whole`` does: it is not asked for where that is too much. One
    of them is divided into the parts, which are asked for only where it could not be read.
    """
    questions = list(dict.fromkeys([whole, *wider, *parts.each.values()]))
    try:
        sql, values = _statement(questions, _needs(questions, wider, parts, most), user, most)
    except EmptyResultSet:  # nothing is shown to this user
        return dict.fromkeys(questions, Tally(Count(0), ""))
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        answers = cursor.fetchall()
    every = {questions[number]: _tally(found, marked, most) for number, found, marked in answers}
    if every[whole].count.capped:
        every |= dict.fromkeys(wider, every[whole])
    divided = every[parts.divided].counts({"": parts.choices}) if parts.choices else None
    if divided is not None:
        sizes = divided[""]
        every |= {part: Tally(Count(sizes[one.value]), None) for one, part in parts.each.items()}
    return every


def _needs(
    questions: Sequence[Wanted], wider: Sequence[Wanted], parts: Parts, most: int
) -> list[str]:
    """When each is asked for: the first, which is the whole, always."""
    too_many = [f"{_SIZE.format(number)} > {most}" for number in range(len(questions))]
    needs = dict.fromkeys(wider, f"NOT {too_many[0]}")
    if parts.choices:
        undivided = f"{too_many[0]} OR {too_many[questions.index(parts.divided)]}"
        needs = dict.fromkeys(parts.each.values(), undivided) | needs
    return [needs.get(one, "TRUE") for one in questions]


def _statement(
    questions: Sequence[Wanted], needs: Sequence[str], user: Any, most: int
) -> tuple[str, list[Any]]:
    """A row for each: its number, how many hits, and their marks in a text, a line each."""
    joined = f"{_JOINED[connection.vendor]}(kind || ' ' || tags, '\n')"
    tables: list[str] = []
    rows: list[str] = []
    values: list[Any] = []
    for number, (one, need) in enumerate(zip(questions, needs, strict=True)):
        for table, params in _tables(number, one, need, user, most):
            tables.append(table)
            values += params
        size = _SIZE.format(number)
        read = f"CASE WHEN {size} <= {most} THEN (SELECT {joined} FROM hits{number}) END"  # noqa: S608
        rows.append(f"SELECT {number}, {size}, {read}")
    return f"WITH {', '.join(tables)} {' UNION ALL '.join(rows)}", values


def _tables(
    number: int, one: Wanted, need: str, user: Any, most: int
) -> Iterator[tuple[str, list[Any]]]:
    """The hits and how many these are. A list that nothing narrows is counted first, which takes
    an index alone: its rows are read only if they are not too many.
    """
    hits, size, enough = f"hits{number}", f"size{number}", most + 1
    if one.expression == EVERYTHING:
        sql, params = one.entries(user).values("pk")[:enough].query.sql_with_params()
        yield f"{size} AS (SELECT count(*) AS n FROM ({sql}) AS found WHERE {need})", params  # noqa: S608 - our own
        need = f"{_SIZE.format(number)} BETWEEN 1 AND {most}"
    sql, params = _hits(one, user, enough)
    yield f"{hits} AS (SELECT * FROM ({sql}) AS found WHERE {need})", params  # noqa: S608
    if one.expression != EVERYTHING:
        yield f"{size} AS (SELECT count(*) AS n FROM {hits})", []  # noqa: S608


def _hits(one: Wanted, user: Any, enough: int) -> tuple[str, list[Any]]:
    parts: list[str] = []
    values: list[Any] = []
    for part in one.in_turn():
        found = part.gathered(user, alone=True).values("kind", "tags")[:enough]
        sql, params = found.query.sql_with_params()
        parts.append(f"SELECT * FROM ({sql}) AS part{len(parts)}")  # noqa: S608
        values += params
    return f"{' UNION ALL '.join(parts)} LIMIT {enough}", values


def _tally(found: int, marked: str | None, most: int) -> Tally:
    if found > most:
        return Tally(Count(most, capped=True), None)
    return Tally(Count(found), marked or "")


def _is_simple(choice: Choice) -> bool:
    return len(choice.marks) == 1 and not choice.lacking


def _held_in(years: Collection[int]) -> tuple[Q, ...]:
    """As the index on ``held`` is walked: it sorts by day. A tag would be looked for instead
    among all that is newer.
    """
    spans = [Q(held__gte=f"{year}-", held__lt=f"{year + 1}-") for year in years]
    whole = Q(held__gte=f"{min(years)}-", held__lt=f"{max(years) + 1}-")
    return (whole, reduce(or_, spans)) if len(spans) > 1 else (whole,)
