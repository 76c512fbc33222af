"""The search, asked what a careful reader has answered in search_queries.toml.

The samples are always asked; the working group's own minutes where they lie beside the checkout.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from statistics import mean

import pytest
from django.core.management import call_command
from django.db.models import QuerySet

from accounts.models import User
from minutes.search.models import SearchEntry
from minutes.search.vocabulary import ask_as
from tests.intake.parsing.test_golden import SAMPLES
from tests.intake.parsing.test_real_minutes import MINUTES

TABLE = Path(__file__).with_name("search_queries.toml")
LEAST_RECALL, LEAST_PRECISION = 0.97, 0.95  # of the average query


def found(query: str, user: User) -> set[str]:
    """Where the archive is found to answer."""
    asked = ask_as(user, query)
    return places_of(SearchEntry.objects.visible_to(user).matching(asked.expression))


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with the places that answer it and those that were found."""

    kind: str
    query: str
    answers: frozenset[str]
    found: frozenset[str]

    @property
    def recall(self) -> float:
        return len(self.answers & self.found) / len(self.answers) if self.answers else 1

    @property
    def precision(self) -> float:
        return len(self.answers & self.found) / len(self.found) if self.found else 1

    def __str__(self) -> str:
        missed, wrong = self.answers - self.found, self.found - self.answers
        return (
            f"{self.kind}: {self.query}  recall {self.recall:.2f}, precision {self.precision:.2f}"
            + "".join(f"\n    missed {place}" for place in sorted(missed))
            + "".join(f"\n    wrong  {place}" for place in sorted(wrong))
        )


def rows() -> Iterator[tuple[str, str, set[str]]]:
    """(kind, query, the places that answer it): ``minutes.txt#3/1`` is one place."""
    for kind, queries in tomllib.loads(TABLE.read_text(encoding="utf-8")).items():
        for query, answers in queries.items():
            yield kind, query, {place for answer in answers for place in places(answer)}


def places(answer: str) -> list[str]:
    """``minutes.txt#3 3/1`` as ``minutes.txt#3`` and ``minutes.txt#3/1``."""
    name, _, numbers = answer.partition("#")
    return [f"{name}#{number}" for number in numbers.split()]


def places_of(entries: QuerySet[SearchEntry]) -> set[str]:
    """Where the entries stand, as the table writes it."""
    fields = ("meeting__source_files__file_name", "item__position", "decision__position")
    return {
        f"{name}#{item}" + (f"/{decision}" if decision else "")
        for name, item, decision in entries.values_list(*fields)
    }


def ask_all(names: set[str], user: User) -> list[Asked]:
    """Every query of the table; only answers in files of these names count."""
    return [
        Asked(kind, query, frozenset(_within(answers, names)), frozenset(found(query, user)))
        for kind, query, answers in rows()
    ]


def _within(answers: set[str], names: set[str]) -> set[str]:
    return {place for place in answers if place.partition("#")[0] in names}


def minutes_in(folders: list[Path]) -> set[str]:
    files = (path for folder in folders for path in folder.iterdir())
    return {path.name for path in files if path.suffix in (".txt", ".md")} - {"README.md"}


@pytest.mark.parametrize(
    "folders", [[SAMPLES], [SAMPLES, MINUTES]], ids=["samples", "real minutes too"]
)
def test_the_search_answers_as_a_careful_reader_does(folders, secretary):
    if not folders[-1].is_dir():
        pytest.skip("The real minutes are not beside this checkout; the samples are asked.")
    call_command("import_minutes", *map(str, folders), stdout=StringIO(), stderr=StringIO())
    asked = ask_all(minutes_in(folders), secretary)
    assert set().union(*(one.answers for one in asked)) <= places_of(SearchEntry.objects.all())
    recall = mean(one.recall for one in asked)
    precision = mean(one.precision for one in asked)
    unlike = [str(one) for one in asked if one.answers != one.found]
    assert (recall >= LEAST_RECALL, precision >= LEAST_PRECISION) == (True, True), "\n".join(
        [f"recall {recall:.3f}, precision {precision:.3f} of {len(asked)} queries", *unlike]
    )
