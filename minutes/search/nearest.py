"""Words that a typed one may have been meant for, when nothing at all matches it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from rapidfuzz.distance import OSA

from minutes.search.compounds import is_swedish
from minutes.search.lexicon import Lexicon
from minutes.search.swedish import UNINFLECTED
from minutes.words import fold, words

SHORTEST = 4
MOST = 3
_LONG = 7  # letters from which two slips are forgiven


def nearest(word: str, lexicon: Lexicon, names: Iterable[str] = ()) -> tuple[str, ...]:
    """At most three words, all equally near; none if the word is short or far from every one."""
    if len(word) < SHORTEST or not word.isalpha() or is_swedish(word) or lexicon.knows(word):
        return ()
    folded = fold(word)
    slips = 2 if len(word) >= _LONG else 1
    found: dict[str, int] = {}
    for one in _candidates(folded, lexicon, names):
        if one in UNINFLECTED:
            continue
        distance = OSA.distance(folded, fold(one), score_cutoff=slips)
        if 0 < distance <= slips:
            found[one] = distance
    best = min(found.values(), default=0)
    return tuple(sorted(one for one, distance in found.items() if distance == best)[:MOST])


def _candidates(folded: str, lexicon: Lexicon, names: Iterable[str]) -> Iterator[str]:
    """Whoever mistypes a word mostly has its first letter right, or its first two exchanged."""
    starts = {folded[0], folded[1]}
    printed = chain.from_iterable(map(words, names))
    for start in sorted(starts):
        yield from lexicon.beginning_folded(start)
    yield from (one for one in printed if fold(one)[:1] in starts)
