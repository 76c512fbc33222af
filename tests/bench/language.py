"""A Swedish of its own: some 60,000 word forms, of which few are common and most are rare.

Nothing here is read from anybody's minutes: words are made from the stems in ``stems.py``.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.bench import stems

SEED = 20_261
FORMS = 60_000
NUMBERS = 40_000  # of cases, "ks123": in an archive most lexemes are seen once or twice
COMMON = """kommunerna förslaget arbete ärendet möte frågan samverkan regionen ledningen uppdrag"""
OF_EACH_CLASS = 60  # words kept out of the language, for texts where they are wanted
SLOTS = 1_000_000  # drawing from a long list in which common words stand often
FLATTENED, STEEPNESS = 2.7, 1.07  # Mandelbrot's, so that the first word is not every eighth
HEADWORDS = 500  # base forms among the most common words


@dataclass(frozen=True)
class Language:
    """``drawn`` holds each word as often as it is common; the others are drawn by nobody."""

    drawn: list[str]
    in_titles: list[str]
    common: list[str]
    medium: list[str]
    rare: list[str]
    headwords: list[str]  # nouns that many compounds are made of
    surnames: list[str]


@cache
def language() -> Language:
    chance = random.Random(SEED)  # noqa: S311 - the same words each time
    nouns = {word: list(_forms(word, ends)) for word, ends in _nouns()}
    compounds = _compounds(chance, list(nouns), nouns)
    kept = [word for word, _ in compounds[: 2 * OF_EACH_CLASS]]
    # None of the words that are kept may begin another: it would be found by that.
    others = [
        forms for word, forms in compounds[2 * OF_EACH_CLASS :] if not word.startswith(tuple(kept))
    ]
    headwords = [word.replace("+", "") for word in nouns]
    surnames = _names(stems.SURNAME_ENDS)
    ranked = _ranked(chance, headwords, [*nouns.values(), *others], surnames)
    return Language(
        drawn=_slots(ranked),
        in_titles=headwords + [forms[0] for forms in others[:4000]],
        common=COMMON.split(),
        medium=kept[:OF_EACH_CLASS],
        rare=kept[OF_EACH_CLASS:],
        headwords=headwords,
        surnames=surnames,
    )


def _nouns() -> Iterator[tuple[str, list[str]]]:
    for ends, words in stems.NOUNS.items():
        for word in dict.fromkeys(words.split()):
            yield word, ends.split(" ")


def _forms(word: str, ends: list[str]) -> Iterator[str]:
    """In the nominative, then in the genitive: ``plan planen planer planerna plans …``."""
    stem = word.partition("+")[0]
    plain = [word.replace("+", ""), *(stem + end for end in ends[:3])]
    yield from dict.fromkeys([*plain, *(f"{one.removesuffix('s')}s" for one in plain)])


def _compounds(
    chance: random.Random, words: list[str], forms: dict[str, list[str]]
) -> list[tuple[str, list[str]]]:
    """Each with its forms; half of those of two long words get a linking s."""
    made: dict[str, list[str]] = {}
    number = 0
    while number < FORMS:
        first, last = chance.sample(words, 2)
        stem = first.partition("+")[0].removesuffix("s")
        link = "s" if len(stem) > 4 and chance.random() < 0.5 else ""
        word = stem + link + forms[last][0]
        if word not in made:
            made[word] = [stem + link + form for form in forms[last]]
            number += len(forms[last])
    return list(made.items())


def _names(ends: str) -> list[str]:
    begins = dict.fromkeys(stems.NAME_BEGINS.split())
    return [begin + end for begin in begins for end in ends.split() if begin[-1] != end[0]]


def _ranked(
    chance: random.Random, headwords: list[str], forms: list[list[str]], surnames: list[str]
) -> list[str]:
    """All words, the most common first."""
    verbs = [stem + end for stem in stems.VERBS.split() for end in ("a", "ar", "ade", "at", "as")]
    adjectives = [stem + end for stem in stems.ADJECTIVES.split() for end in ("", "t", "a")]
    usual = [*chance.sample(headwords, k=min(HEADWORDS, len(headwords))), *verbs, *adjectives]
    rest = [*(form for group in forms for form in group), *surnames]
    numbers = [f"ks{number}" for number in range(NUMBERS)]
    chance.shuffle(usual)
    chance.shuffle(rest)
    words = dict.fromkeys([*stems.GLUE.split(), *usual, *rest, *numbers])
    for word in COMMON.split():
        words.pop(word, None)
    return list(words)


def _slots(ranked: list[str]) -> list[str]:
    weights = [(rank + FLATTENED) ** -STEEPNESS for rank in range(len(ranked))]
    each = SLOTS / sum(weights)
    return [
        word
        for word, weight in zip(ranked, weights, strict=True)
        for _ in range(max(1, round(weight * each)))
    ]


def place_names(number: int) -> list[str]:
    return random.Random(SEED).sample(_names(stems.PLACE_ENDS), number)  # noqa: S311


@cache
def people(number: int) -> list[str]:
    """Full names, each once."""
    chance = random.Random(SEED)  # noqa: S311
    surnames = _names(stems.SURNAME_ENDS)
    every = [f"{given} {name}" for given in stems.GIVEN.split() for name in surnames]
    return chance.sample(every, number)
