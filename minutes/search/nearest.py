"""Words that a typed one may have been meant for, when nothing at all matches it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from rapidfuzz.distance import OSA

from minutes.search.compounds import is_swedish
from minutes.search.lexicon import Lexicon
from minutes.search.stemming import stem
from minutes.search.swedish import UNINFLECTED
from minutes.words import fold, words

SHORTEST = 4  # letters: nearly every shorter word is near another
MOST = 3
_SHORT = 6  # letters up to which another letter makes another word
_LONG = 9  # letters from which two slips are forgiven


def nearest(word: str, lexicon: Lexicon, names: Iterable[str] = ()) -> tuple[str, ...]:
    """At most three words, all equally near; none if the word is short, or one that exists."""
    if len(word) < SHORTEST or not word.isalpha() or is_swedish(word) or lexicon.knows(word):
        return ()
    candidates = [
        (folded, one)
        for folded, one in _candidates(fold(word), lexicon, names)
        if one not in UNINFLECTED
    ]
    return _nearest(_by_letters(fold(word), candidates)) or _nearest(
        _by_stems(fold(stem(word)), candidates)
    )


def _nearest(found: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    """Those with the fewest slips, of each lexeme one."""
    slips = sorted((slips, len(one), one) for slips, one in found)
    lexemes = {stem(one): one for least, _, one in reversed(slips) if least == slips[0][0]}
    return tuple(reversed(lexemes.values()))[:MOST]


def _by_letters(typed: str, candidates: Iterable[tuple[str, str]]) -> Iterator[tuple[int, str]]:
    for folded, one in candidates:
        if slips := _slips(typed, folded):
            yield slips, one


def _by_stems(typed: str, candidates: Iterable[tuple[str, str]]) -> Iterator[tuple[int, str]]:
    """``komuner`` is far from ``kommunerna``, but not in their stems."""
    if len(typed) <= SHORTEST:
        return
    for folded, one in candidates:
        near = OSA.distance(typed, folded[: len(typed)], score_cutoff=3) <= 3
        if near and (slips := _slips(typed, fold(stem(one)))):
            yield slips, one


def _slips(typed: str, printed: str) -> int | None:
    """How many, if they are few for so long a word: letters too many, too few, other, exchanged.

    Nothing for the same letters: whoever typed å, ä or ö did not mean a, a or o.
    """
    most = 2 if len(typed) >= _LONG else 1
    slips = OSA.distance(typed, printed, score_cutoff=most)
    if not 0 < slips <= most or (len(typed) <= _SHORT and _makes_another(typed, printed)):
        return None
    return slips


def _makes_another(typed: str, printed: str) -> bool:
    """``vote`` is hardly ``vete``, nor ``dans`` ``dansk``; ``polsi`` is ``polis``."""
    if len(typed) == len(printed):
        return sorted(typed) != sorted(printed)
    return typed.startswith(printed) or printed.startswith(typed)


def _candidates(folded: str, lexicon: Lexicon, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Whoever mistypes a word mostly has its first letter right, or its first two exchanged.

    Each without its dots, and as it is printed.
    """
    starts = (folded[0], folded[1] + folded[0])
    for start in dict.fromkeys(starts):
        yield from lexicon.beginning_folded(start)
    printed = chain.from_iterable(map(words, names))
    yield from ((fold(one), one) for one in printed if fold(one).startswith(starts))
