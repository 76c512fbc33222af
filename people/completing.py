"""Names that somebody who is still typing may mean. Pure text, told by slugs.

A typed word means a name if it begins any word of it, however the letters are dotted; or nearly:
one letter off, two in a long word. Whoever mistypes mostly has the first letter right.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA

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
    known: list[dict[str, int | None]] = [{} for _ in typed]
    found: dict[str, int] = {}
    for one in slugs:
        slips = [
            _fewest(word, one.split("-"), met) for word, met in zip(typed, known, strict=True)
        ]
        if slips and None not in slips:
            found[one] = sum(count for count in slips if count is not None)
    return found


def _fewest(typed: str, there: list[str], met: dict[str, int | None]) -> int | None:
    """``met`` remembers words: most names share theirs with others."""
    best: int | None = None
    for word in there:
        if word not in met:
            met[word] = _slips(typed, word)
        slips = met[word]
        if slips is not None and (best is None or slips < best):
            best = slips
    return best


def _slips(typed: str, word: str) -> int | None:
    """From the beginning of the word; None if that is too far."""
    if word.startswith(typed):
        return 0
    if len(typed) < _SHORTEST or word[:1] not in typed[:2]:
        return None
    most = 2 if len(typed) >= _LONG else 1
    beginnings = {word[: len(typed) + more] for more in (-1, 0, 1)}
    fewest = min(OSA.distance(typed, one, score_cutoff=most) for one in beginnings)
    return fewest if fewest <= most else None
