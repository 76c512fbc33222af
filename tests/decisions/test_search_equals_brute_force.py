"""R25: the index answers as brute force does, entry by entry and in the same order.

On whichever database the suite runs; and where PostgreSQL answers, the lists of the two databases
are laid beside each other.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from decisions.indexing import rows_of
from minutes.models import Meeting
from minutes.search.expanding import Asked, ask
from minutes.search.lexicon import Lexicon
from minutes.search.vocabulary import ask_as
from tests.decisions.asking import generated, import_samples, listed, queries, texts_of_samples
from tests.minutes.search.entries import indexed
from tests.minutes.search.truth import Truth
from tests.postgres import candidates, usable

ROOT = Path(__file__).parents[2]
Place = tuple[str, int, str]  # held, position, kind


def expected(truth: Truth, places: Sequence[Place], asked: Asked) -> list[list[Place]]:
    """The lists that ``asking.listed`` should give: by relevance, newest, oldest."""
    found = truth.of(asked.expression)
    in_title, exact = (
        frozenset() if one is None else truth.of(one)
        for one in (asked.exact_in_title, asked.exact)
    )
    tier = {places[one]: 2 if one in in_title else int(one in exact) for one in found}
    oldest = sorted(tier)
    newest = sorted(sorted(oldest, key=lambda p: p[1]), key=lambda p: p[0], reverse=True)
    return [sorted(newest, key=tier.__getitem__, reverse=True), newest, oldest]


@pytest.mark.django_db
@pytest.mark.parametrize("number", [400, pytest.param(1000, marks=pytest.mark.slow)])
def test_queries_to_the_samples_are_answered_as_by_brute_force(number, secretary):
    import_samples()
    rows = list(rows_of(Meeting.objects.values_list("pk", flat=True)))
    truth = Truth((row.title, row.text, row.columns["tags"].split()) for row in rows)
    places = [tuple(row.columns[name] for name in ("held", "position", "kind")) for row in rows]
    asked = {one: ask_as(secretary, one) for one in queries(texts_of_samples(), number, seed=1)}
    unlike = [
        query
        for query, question in asked.items()
        if listed(question) != expected(truth, places, question)
    ]
    assert unlike == []
    answered = sum(bool(truth.of(question.expression)) for question in asked.values())
    assert len(asked) == number
    assert answered > 0.75 * number, answered


@pytest.mark.django_db
@pytest.mark.parametrize("number", [2000, pytest.param(10_000, marks=pytest.mark.slow)])
def test_generated_entries_are_found_as_by_brute_force(number):
    made = indexed(generated(number))
    truth = Truth((one.title.split(), one.text.split(), one.tags.split()) for one in made)
    places = [(one.held, position, "item") for position, one in enumerate(made, start=1)]
    lexicon = Lexicon(word for one in made for word in one.printed.split())
    for query in queries((one.printed for one in made), number // 33, seed=2):
        question = ask(query, lexicon)
        assert listed(question) == expected(truth, places, question), query


@pytest.mark.slow
def test_both_databases_answer_with_the_same_lists(tmp_path):
    """Of the samples, and of 10,000 generated entries."""
    server = next(filter(usable, candidates()), None)
    if server is None:
        pytest.skip("No PostgreSQL answers here.")
    address = f"{server.rpartition('/')[0]}/asked_of_both"
    lists = [_lists_of(url, tmp_path) for url in (f"sqlite:///{tmp_path}/x.sqlite3", address)]
    assert len(lists[0]) == 1300
    assert [one for one, other in zip(*lists, strict=True) if one != other] == []


def _lists_of(address: str, folder: Path) -> list[Any]:
    environment = {**os.environ, "DATABASE_URL": address, "ORIGINALS_DIR": str(folder / "o")}
    command = [sys.executable, "-m", "tests.decisions.asking"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
