"""What the made archive is asked: some dozens of questions of each class, the same each time."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.bench import corpus
from tests.bench.corpus import Breadth
from tests.bench.language import SEED, language, people

EACH = 40


@dataclass(frozen=True, slots=True)
class Question:
    """Words as typed, and keys of what is chosen beside them; 0 if nothing is."""

    words: str
    municipality: int = 0
    year: int = 0
    topic: int = 0


def words_of(name: str) -> list[str]:
    """``rare``, ``medium``, ``common``; ``headword``: one that many compounds hold."""
    known = language()
    words = known.headwords if name == "headword" else getattr(known, name)
    chance = random.Random(SEED)  # noqa: S311
    return [*chance.sample(words, min(EACH, len(words))), *chance.choices(words, k=EACH)][:EACH]


def of_words(name: str) -> list[Question]:
    return [Question(word) for word in words_of(name)]


def of_pairs() -> list[Question]:
    """A medium word and a common one: where the order of relevance has something to do."""
    pairs = zip(words_of("medium"), words_of("common"), strict=True)
    return [Question(f"{one} {other}") for one, other in pairs]


def filtered(among: Breadth) -> list[Question]:
    """Words of every class, each with a municipality, a year and a topic, the frequent more."""
    chance = random.Random(SEED)  # noqa: S311
    words = [words_of(name)[number] for number in range(20) for name in ("medium", "common")]
    return [
        Question(
            word,
            municipality=chance.choice(corpus.members(chance.randint(1, 3), among)),
            year=chance.randint(2000, 2026),
            topic=chance.randint(1, 5),
        )
        for word in words
    ]


def name_beginnings() -> list[str]:
    """What somebody has typed of a name when the first suggestions come."""
    chance = random.Random(SEED)  # noqa: S311
    names = chance.sample(people(corpus.PEOPLE), EACH)
    return [chance.choice(name.split())[: chance.randint(2, 5)] for name in names]
