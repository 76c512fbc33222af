"""Which topics a text is about, judged by the words that each topic lists. Pure text.

A term is one word or several in a row, in any inflection: ``samordnad varudistribution`` is found
in "samordnade varudistributionen". A word that ends with * is found as the beginning of a
compound: ``kollektivtrafik*`` in "kollektivtrafikplanen". A suggestion is only that; what a person
has set is kept apart from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from minutes.words import stem, words


@dataclass(frozen=True, slots=True)
class Term:
    """The words of a term, as they are compared; ``open_ended`` where the word ended with *."""

    words: tuple[str, ...]
    open_ended: tuple[bool, ...]

    def stands_at(self, place: int, text: list[str], stems: list[str]) -> bool:
        if place + len(self.words) > len(text):
            return False
        return all(
            text[place + i].startswith(word) if self.open_ended[i] else stems[place + i] == word
            for i, word in enumerate(self.words)
        )


def term(printed: str) -> Term:
    parts = [(part, part.endswith("*")) for part in printed.split()]
    parsed = [(word, is_open) for part, is_open in parts for word in words(part)]
    return Term(
        words=tuple(word if is_open else stem(word) for word, is_open in parsed),
        open_ended=tuple(is_open for _, is_open in parsed),
    )


def suggest(text: str, topics: Mapping[str, Iterable[str]]) -> list[str]:
    """The keys of the topics with at least one term in the text, in the order given."""
    found = words(text)
    stems = [stem(word) for word in found]
    return [key for key, terms in topics.items() if _mentions(found, stems, terms)]


def _mentions(text: list[str], stems: list[str], terms: Iterable[str]) -> bool:
    wanted = [parsed for parsed in map(term, terms) if parsed.words]
    return any(one.stands_at(place, text, stems) for one in wanted for place in range(len(text)))
