"""Queries made of an archive's own words, and the lists that its database answers with.

``python -m tests.decisions.asking`` prints these of the samples and of 10,000 made entries, for a
test that compares the two databases: it makes a database of its own beside DATABASE_URL's.
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from minutes.search.expanding import Asked
    from tests.minutes.search.entries import Known

SAMPLES = Path(__file__).parents[2] / "intake" / "samples"
SYLLABLES = [
    "av", "bo", "da", "fall", "fjär", "för", "ga", "hamn", "kraft", "led", "lä", "mark", "nä",
    "ord", "plan", "pro", "rå", "räd", "sam", "skär", "slag", "stad", "ström", "trafik", "ut",
    "vatten", "vä", "värm", "å", "ö",
]  # fmt: skip
ENDINGS = ["", "", "", "en", "et", "er", "erna", "s", "ens"]


def queries(texts: Iterable[str], number: int, seed: int) -> list[str]:
    """As people ask: words, beginnings, without dots, parts, phrases, OR, minus, misspelt."""
    from minutes.search.analysis import tokens
    from minutes.words import fold

    chance = random.Random(seed)  # noqa: S311 - the same queries every time
    printed = [words for text in texts if (words := [one.word for one in tokens(text)])]

    def word() -> str:
        return chance.choice(chance.choice(printed))

    def part() -> str:
        one = word()
        start = chance.randint(0, max(len(one) - 5, 0))
        return one[start : start + chance.randint(4, 8)]

    def phrase() -> str:
        words = chance.choice(printed)
        start = chance.randint(0, max(len(words) - 2, 0))
        return f'"{" ".join(words[start : start + chance.randint(2, 4)])}"'

    def misspelt() -> str:
        one = word()
        place = chance.randint(0, len(one) - 1)
        return one[:place] + chance.choice("aeinrst") + one[place + 1 :]

    kinds = [
        word, word, lambda: word()[: chance.randint(4, 7)], lambda: fold(word()), part, phrase,
        misspelt, lambda: word().upper(), lambda: f"{word()} {word()}",
        lambda: f"{word()} OR {word()}", lambda: f"{word()} -{word()}",
        lambda: f"{phrase()} ELLER {word()}", lambda: f"{word()} -{phrase()}",
        lambda: f"{word()[:5]} {fold(word())} {part()}",
    ]  # fmt: skip
    made = iter(lambda: chance.choice(kinds)(), None)
    return list(islice(_different(made), number))


def _different(queries: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for query in queries:
        if query not in seen:
            seen.add(query)
            yield query


def generated(number: int, seed: int = 1) -> list[Known]:
    """Entries of made words: a few are common, most are rare, many are compounds."""
    from minutes.search.analysis import lexemes
    from tests.minutes.search.entries import Known

    chance = random.Random(seed)  # noqa: S311 - the same entries every time
    vocabulary = _vocabulary(chance)
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]

    def text(length: int) -> str:
        words = chance.choices(vocabulary, weights, k=length)
        return " ".join(one + chance.choice(ENDINGS) for one in words)

    return [
        Known(
            " ".join(lexemes(title := text(chance.randint(1, 6)))),
            " ".join(lexemes(body := text(chance.randint(0, 30)))),
            f"b{chance.randint(1, 3)} y{chance.randint(2016, 2026)}",
            f"{chance.randint(2016, 2026)}-{chance.randint(1, 12):02}",
            f"{title} {body}",
        )
        for _ in range(number)
    ]


def _vocabulary(chance: random.Random) -> list[str]:
    made = ("".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(4000))
    return list(dict.fromkeys(made))


def listed(asked: Asked) -> list[Any]:
    """What stands on the pages of a result sorted by relevance, then of one that is not."""
    from minutes.search.models import SearchEntry
    from minutes.search.querysets import NEWEST, OLDEST, RELEVANCE

    found = SearchEntry.objects.matching(asked.expression)
    ranked = found.with_tier(asked.exact_in_title, asked.exact).sorted_by(RELEVANCE)
    orders = [ranked, found.sorted_by(NEWEST), found.sorted_by(OLDEST)]
    return [list(one.values_list("held", "position", "kind")) for one in orders]


def texts_of_samples() -> list[str]:
    from minutes.models import AgendaItem

    return [f"{one.title}\n{one.text}" for one in AgendaItem.objects.order_by("pk")]


def import_samples() -> None:
    from django.core.management import call_command

    quiet = {"stdout": StringIO(), "stderr": StringIO()}
    call_command("import_minutes", str(SAMPLES), publish=True, **quiet)


def _lists() -> Iterator[Any]:
    from minutes.search.expanding import ask
    from minutes.search.lexicon import Lexicon
    from minutes.search.vocabulary import ask_as
    from tests.factories import a_secretary
    from tests.minutes.search.entries import indexed

    import_samples()
    secretary = a_secretary()
    for query in queries(texts_of_samples(), 1000, seed=1):
        yield query, listed(ask_as(secretary, query))
    made = indexed(generated(10_000))
    lexicon = Lexicon(word for one in made for word in one.printed.split())
    for query in queries((one.printed for one in made), 300, seed=2):
        yield query, listed(ask(query, lexicon))


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()

    from django.db import connection

    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        json.dump(list(_lists()), sys.stdout)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
