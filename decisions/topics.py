"""Which topics a text is about, judged by the words that each topic lists. Pure text.

A term is one word or several in a row, in any inflection: ``samordnad varudistribution`` is found
in "samordnade varudistributionen". A word that ends with * is found as the beginning of a
compound: ``kollektivtrafik*`` in "kollektivtrafikplanen". A suggestion is only that; what a person
has set is kept apart from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from minutes.search.stemming import stem
from minutes.words import words

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Term:
    """``first`` is where the term can begin: nearly every text is told from that alone."""

    first: str
    whole: re.Pattern[str]


class Suggester(Generic[Key]):
    """Topics with their terms, made ready for many texts."""

    def __init__(self, topics: Mapping[Key, Iterable[str]]) -> None:
        self._topics = [(key, list(filter(None, map(term, topics[key])))) for key in topics]

    def suggest(self, text: str) -> list[Key]:
        """The keys of the topics with at least one term in the text, in the order given."""
        said = spelled(text)
        return [
            key
            for key, terms in self._topics
            if any(one.first in said and one.whole.search(said) for one in terms)
        ]


def suggest(text: str, topics: Mapping[Key, Iterable[str]]) -> list[Key]:
    """As a Suggester does, of one text."""
    return Suggester(topics).suggest(text)


def spelled(text: str) -> str:
    """Each word followed by its stem: ``trygghet i`` is `` trygghet =trygg i =i ``."""
    return "".join(f" {word} ={stem(word)}" for word in words(text)) + " "


@lru_cache(maxsize=10_000)
def term(printed: str) -> Term | None:
    """What to look for in a spelled text; None if no word is left of the term."""
    parts = [(word, part.endswith("*")) for part in printed.split() for word in words(part)]
    if not parts:
        return None
    word, is_open = parts[0]
    return Term(
        first=f" {word}" if is_open else f"={stem(word)} ",
        whole=re.compile("".join(_pattern(*part) for part in parts) + "(?= )"),
    )


def _pattern(word: str, is_open: bool) -> str:
    if is_open:
        return f" {re.escape(word)}[^ ]* =[^ ]+"
    return f" [^ ]+ ={re.escape(stem(word))}"
