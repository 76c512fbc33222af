"""How many meetings there are of each body, year and state, in one question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import CharField, Count, QuerySet
from django.db.models.functions import Cast, Left

from minutes.facets import Choice
from people.names import sort_key


@dataclass(frozen=True)
class Cell:
    """``number`` meetings; each other field is a filter of the list, with its value there."""

    organ: str  # slug of the body; empty where it is unknown
    ar: str  # year; empty where the date is unknown
    lage: str  # state
    body: str  # name
    number: int


Chosen = Mapping[str, list[str]]  # by filter; a filter that is left out asks for nothing


@dataclass(frozen=True)
class Crosstab:
    cells: list[Cell]

    @property
    def bodies(self) -> list[Choice]:
        """Those that met on a known day, by name."""
        known = {one.organ: one.body for one in self.cells if one.organ and one.ar}
        return [Choice(*one) for one in sorted(known.items(), key=lambda one: sort_key(one[1]))]

    @property
    def years(self) -> list[Choice]:
        """Those in which a known body met, the latest first."""
        known = {one.ar for one in self.cells if one.organ and one.ar}
        return [Choice(year, year) for year in sorted(known, reverse=True)]

    def number(self, chosen: Chosen) -> int:
        return sum(one.number for one in self._of(chosen))

    def numbers(self, name: str, chosen: Chosen) -> Counter[str]:
        """By value of a filter, as if nothing were chosen of it itself."""
        others = {other: values for other, values in chosen.items() if other != name}
        found: Counter[str] = Counter()
        for one in self._of(others):
            found[getattr(one, name)] += one.number
        return found

    def _of(self, chosen: Chosen) -> Iterable[Cell]:
        return (
            one
            for one in self.cells
            if all(getattr(one, name) in values for name, values in chosen.items())
        )


def crosstab(meetings: QuerySet) -> Crosstab:
    """One question to the database."""
    # A year that is cut out of the text of a date: EXTRACT is a function in Python on SQLite, and
    # took it 8 ms for 5,000 meetings.
    year_of = Left(Cast("start_date", CharField()), 4)
    dated = meetings.order_by().annotate(year=year_of)
    rows = dated.values_list("body__slug", "year", "state", "body__name")
    return Crosstab(
        [
            Cell(slug or "", year or "", *rest)
            for slug, year, *rest in rows.annotate(number=Count("pk"))
        ]
    )
