"""Names that somebody who is still typing may mean. Pure text, told by slugs.

A typed word means a name if it begins any word of it, however the letters are dotted; or nearly:
one letter off, two in a long word. Whoever mistypes mostly has the first letter right.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

from people.names import slug

MOST_WORDS = 6  # of what is typed; a name has no more
_SHORTEST = 4  # letters of a word in which a slip is forgiven
_LONG = 7  # and two slips


def typed_words(text: str) -> list[str]:
    """``Åsa Gyl`` is ``asa``, ``gyl``."""
    return [word for word in slug(text).split("-") if word][:MOST_WORDS]


def completes(typed: list[str], name_slug: str) -> bool:
    """Whether each typed word begins a word of the name."""
    there = name_slug.split("-")
    return bool(typed) and all(any(word.startswith(one) for word in there) for one in typed)


def nearly_complete(typed: list[str], slugs: Iterable[str]) -> dict[str, int]:
    """Those of the names that the typed words nearly begin, each with its number of slips."""
    names = {one: one.split("-") for one in slugs}
    met = set(chain.from_iterable(names.values())) - {""}
    near = [_near(word, met) for word in typed]
    for words in near:  # a word at a time: hardly any name is left after the first
        names = {one: there for one, there in names.items() if not words.keys().isdisjoint(there)}
    return {
        one: sum(min(words[word] for word in there if word in words) for words in near)
        for one, there in names.items()
        if near
    }


def _near(typed: str, met: Iterable[str]) -> dict[str, int]:
    """The words that the typed one nearly begins, each with its number of slips."""
    found = dict.fromkeys((word for word in met if word.startswith(typed)), 0)
    if len(typed) < _SHORTEST:
        return found
    beginnings: dict[str, list[str]] = {}
    for word in met:
        if word[0] in typed[:2]:
            for letters in (len(typed) - 1, len(typed), len(typed) + 1):
                beginnings.setdefault(word[:letters], []).append(word)
    most = 2 if len(typed) >= _LONG else 1
    for beginning, slips, _ in extract_iter(
        typed, list(beginnings), scorer=OSA.distance, score_cutoff=most
    ):
        for word in beginnings[beginning]:
            found[word] = min(slips, found.get(word, most))
    return found
