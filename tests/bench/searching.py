"""Asks a large archive as its pages do, and prints how long the answers take.

``python -m tests.bench.searching NAME ENTRIES``: the database comes from the environment, and is
filled first if it is empty.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import django

from tests.bench import questions
from tests.bench.corpus import ENTRIES, Breadth, breadth
from tests.bench.measure import load
from tests.bench.questions import Question

PAGE = 20
ROUNDS = 3  # of each question; the middle one counts
CLASSES = ("rare", "medium", "common", "headword")
# Milliseconds that 95 of 100 answers may take.
GOALS = {
    "PostgreSQL": {"newest": 15, "found": 20, "facets": 80, "named": 20, "meant": 20},
    "SQLite": {"newest": 50, "found": 50, "facets": 50, "named": 50, "meant": 50},
}


def figures(goals: dict[str, int], among: Breadth) -> Iterator[bool]:
    """Prints a line for each; whether its goal is met."""
    for kind in CLASSES:
        asked = questions.of_words(kind)
        taken = milliseconds(asked, lambda one: _counted(one, "nyast"), _first_page)
        yield report(f"Newest {PAGE}, {kind} word", taken, goals["newest"])
    for kind in CLASSES:
        taken = milliseconds(questions.of_words(kind), _counted, _first_page)
        yield report(f"First {PAGE} in the usual order, {kind} word", taken, goals["found"])
    for kind, asked in (("two words", questions.of_pairs()), ("all", questions.filtered(among))):
        taken = milliseconds(asked, _counted, _first_page)
        yield report(f"First {PAGE} in the usual order, {kind}", taken, goals["found"])
    for kind in CLASSES:
        taken = milliseconds(questions.of_words(kind), _filter, lambda found: found.facets)
        yield report(f"All facets, {kind} word", taken, goals["facets"])
    taken = milliseconds(questions.filtered(among), _filter, lambda found: found.facets)
    yield report("All facets, filtered", taken, goals["facets"])
    for kind in CLASSES:
        words = [one.words for one in questions.of_words(kind)]
        yield report(f"Meaning of a {kind} word", milliseconds(words, str, _meant), goals["meant"])
    names = questions.name_beginnings()
    yield report("Names that begin so", milliseconds(names, str, _named), goals["named"])


def milliseconds(
    asked: Sequence[Any], ready: Callable[[Any], Any], work: Callable[[Any], object]
) -> list[float]:
    """How long the work on each takes, once it is made ready."""
    work(ready(asked[0]))
    return [_middle(partial(ready, one), work) for one in asked]


def _middle(ready: Callable[[], Any], work: Callable[[Any], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        found = ready()
        start = time.perf_counter()
        work(found)
        taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken)


def _filter(question: Question, order: str = "") -> Any:
    """As the page makes it of its address, for a stranger; what the words mean is known."""
    from decisions.filters import EntryFilter

    request = _request(address_of(question, order))
    found = EntryFilter(request.GET, request=request)
    found.asked  # noqa: B018 - kept by the filter
    return found


def _counted(question: Question, order: str = "") -> Any:
    """How a page is found, and the usual order, follow from the number of hits, which is counted
    along with the facets.
    """
    found = _filter(question, order)
    found.count  # noqa: B018 - kept by the filter
    return found


def _request(address: dict[str, str]) -> Any:
    from django.contrib.auth.models import AnonymousUser
    from django.test import RequestFactory

    request = RequestFactory().get("/sok/", address)
    request.user = AnonymousUser()
    return request


def address_of(question: Question, order: str = "") -> dict[str, str]:
    """The query of a page that asks this; what is not asked for is left out."""
    from decisions.models import Topic
    from people.models import Organization

    asked = {"q": question.words, "sort": order, "ar": str(question.year or "")}
    if question.municipality:
        asked["kommun"] = Organization.objects.get(pk=question.municipality).slug
    if question.topic:
        asked["amne"] = Topic.objects.get(pk=question.topic).slug
    return {name: value for name, value in asked.items() if value}


def _first_page(found: Any) -> object:
    from decisions.listing import page_of_entries

    return page_of_entries(found, "", PAGE)


def _meant(word: str) -> object:
    from minutes.search.vocabulary import ask_as

    return ask_as(_request({}).user, word)


def _named(letters: str) -> object:
    from decisions.suggesting import suggestions

    return suggestions(_request({}).user, letters)


def report(what: str, taken: Iterable[float], goal: float) -> bool:
    """Prints what half and nearly all of the answers took; whether the goal is met."""
    ordered = sorted(taken)
    usual, slow = statistics.median(ordered), ordered[int(0.95 * len(ordered))]
    met = slow <= goal
    print(
        f"{what}: {usual:.1f} ms, {slow:.1f} for 95 of 100; goal {goal:.0f},"
        f" {'met' if met else 'MISSED'}; {load()}",
        flush=True,
    )
    return met


def main(name: str, entries: int) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from tests.bench import loading

    loading.load(entries)
    print(f"{name}, {entries:,} entries:")
    met = [loading.check(), *figures(GOALS[name], breadth(entries // ENTRIES))]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
