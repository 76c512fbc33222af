"""Words that a typed one may have been meant for, when nothing at all matches it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby

from rapidfuzz.distance import OSA

from minutes.search.compounds import is_swedish
from minutes.search.lexicon import Lexicon
from minutes.search.sounding import beginnings, sound
from minutes.search.stemming import stem
from minutes.search.swedish import UNINFLECTED
from minutes.words import fold, words

SHORTEST = 4  # letters: nearly every shorter word is near another
MOST = 3
_SHORT = 6  # letters up to which another letter makes another word
_LONG = 9  # letters from which two slips are forgiven
_FAR = 3  # letters that may differ between words that sound alike: Erixon, Ericsson


@dataclass(frozen=True, slots=True)
class _Typed:
    """``heard``: how it sounds as typed, and with å, ä, ö left out."""

    folded: str
    heard: tuple[str, str]


def nearest(word: str, lexicon: Lexicon, names: Iterable[str] = ()) -> tuple[str, ...]:
    """At most three words, all equally near; none if the word is short, or one that exists."""
    if len(word) < SHORTEST or not word.isalpha() or is_swedish(word) or lexicon.knows(word):
        return ()
    candidates = [
        (folded, one)
        for folded, one in _candidates(word, lexicon, names)
        if one not in UNINFLECTED
    ]
    return _nearest(_by_letters(word, candidates)) or _nearest(_by_stems(stem(word), candidates))


def _nearest(found: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    """Those with the fewest slips, of each lexeme one."""
    slips = sorted((slips, len(one), one) for slips, one in found)
    lexemes = {stem(one): one for least, _, one in reversed(slips) if least == slips[0][0]}
    return tuple(reversed(lexemes.values()))[:MOST]


def _by_letters(word: str, candidates: Iterable[tuple[str, str]]) -> Iterator[tuple[int, str]]:
    typed = _typed(word)
    for folded, one in candidates:
        if (slips := _slips(typed, folded, one)) is not None:
            yield slips, one


def _by_stems(word: str, candidates: Iterable[tuple[str, str]]) -> Iterator[tuple[int, str]]:
    """``komuner`` is far from ``kommunerna``, but not in their stems."""
    typed = _typed(word)
    length = len(typed.folded)
    if length <= SHORTEST:
        return
    for folded, one in candidates:
        if OSA.distance(typed.folded, folded[:length], score_cutoff=_FAR) > _FAR:
            continue
        lexeme = stem(one)
        if (slips := _slips(typed, fold(lexeme), lexeme)) is not None:
            yield slips, one


def _typed(word: str) -> _Typed:
    return _Typed(fold(word), _heard(word))


@lru_cache(10_000)
def _heard(word: str) -> tuple[str, str]:
    return sound(word), sound(fold(word))


def _slips(typed: _Typed, folded: str, printed: str) -> int | None:
    """How many, if they are few for so long a word; none if it sounds the same.

    Nothing for the same letters: whoever typed å, ä or ö did not mean a, a or o.
    """
    length = len(typed.folded)
    far = min(_FAR, length // 2)
    slips = OSA.distance(typed.folded, folded, score_cutoff=far)
    if not 0 < slips <= far:
        return None
    if _sounds_alike(typed, folded, printed):
        return 0
    few = slips <= (2 if length >= _LONG else 1)
    return slips if few and not _makes_another(typed.folded, folded) else None


def _sounds_alike(typed: _Typed, folded: str, printed: str) -> bool:
    """In a short word only for a name: ``läder`` is no ``leder``, and ``kall`` is not ``kal``."""
    if not any(one == other for one, other in zip(typed.heard, _heard(printed), strict=True)):
        return False
    if len(typed.folded) > _SHORT:
        return True
    doubled = _undoubled(folded) == _undoubled(typed.folded)
    return not is_swedish(printed) and not (doubled and len(typed.folded) <= SHORTEST)


def _undoubled(letters: str) -> str:
    return "".join(one for one, _ in groupby(letters))


def _makes_another(typed: str, printed: str) -> bool:
    """``vote`` is hardly ``vete``, nor ``dans`` ``dansk``; ``polsi`` is ``polis``."""
    if len(typed) > _SHORT:
        return False
    if len(typed) == len(printed):
        return sorted(typed) != sorted(printed)
    return typed.startswith(printed) or printed.startswith(typed)


def _candidates(word: str, lexicon: Lexicon, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Whoever mistypes a word mostly has its first letter right, or its first two exchanged, or
    one that sounds the same.

    Each without its dots, and as it is printed.
    """
    folded = fold(word)
    starts = (folded[0], folded[1] + folded[0])
    for start in dict.fromkeys(starts):
        yield from lexicon.beginning_folded(start)
    alike = [one for one in map(fold, beginnings(word)) if one[0] != folded[0]]
    for start in alike:
        yield from lexicon.beginning_folded(start)
    printed = chain.from_iterable(map(words, names))
    every = (*starts, *alike)
    yield from ((fold(one), one) for one in printed if fold(one).startswith(every))
