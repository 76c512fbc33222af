"""Whether letters inside a longer word are one of the words that it is made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from minutes.search.combining import (
    CHANGED,
    INDIVISIBLE,
    INFLECTIONS,
    KEEPING,
    NAME_BEGINNINGS,
    NAME_ENDINGS,
    PARTICLES,
    PLACE_ENDINGS,
    SUFFIXES,
    WORDS,
)
from minutes.search.stemming import stem
from minutes.search.swedish import MUTATED, VARIANTS

SHORTEST = 3  # letters of a word that is looked for inside others
_SURE = 4  # letters from which any known word may be a part: "rap" is none of "rapport"
_LONG = 6  # letters that hardly stand in another word by chance
_LONGEST_ENDING = 6
_LINKS = ("", "s", "e", "es", "a", "u", "o")
_STEMS = frozenset(map(stem, WORDS))
_KEEPING = frozenset(map(stem, KEEPING))
# Of their forms, two letters or three: most pieces of words begin with others.
_BEGINNINGS = frozenset(one[:3] for one in (*WORDS, *_STEMS, *MUTATED, *VARIANTS))
_VOWEL = re.compile("[aeiouyåäöé]")
_SUFFIX = re.compile("|".join(sorted(SUFFIXES)))
_DERIVED = re.compile("(?:er|is)(?:a|ad|ar|as|at|ing|ande|bar|lig)")  # planering, standardisera
# How a Swedish word may begin: not as "ndra" of "varandra".
_ONSET = re.compile(
    "(?:[bcdfghjklmnprstv]?|[bfgkps]l|[bdfgkptv]r|[dhlmnst]j|[dkst]v|[fgks]n|ch|s[kmpt][rlvj]?)"
    "[aeiouyåäöé]"
)
_NAME = re.compile(f"(?:{'|'.join(sorted(NAME_ENDINGS))})(?:s.*)?")
_PRESENT = re.compile("ande(?:t|n|na)?s?")  # byggande, of bygga
_LINKED = re.compile(".{3,}[^aeiouyåäöés]s")  # skärgårds


class Compounds:
    """The compounds of a vocabulary; ``known`` tells whether some letters are a word of it."""

    def __init__(self, known: Callable[[str], bool]) -> None:
        self._known = known
        self._is_word = lru_cache(50_000)(self._looks_up)
        self._is_first_part = lru_cache(50_000)(self._may_stand_first)
        self._is_first = lru_cache(20_000)(self._splits_before)
        self._is_rest = lru_cache(20_000)(self._splits_after)

    def has(self, word: str, letters: str, lexeme: str) -> bool:
        """``kollektivtrafikplanen`` has ``plan``, whose lexeme is given; ``esplanad`` has not."""
        return any(
            self._stands_at(place, word, letters, lexeme) for place in _places(word, letters)
        )

    def begins_with(self, word: str, letters: str) -> bool:
        """``elpris`` with ``el``, ``elva`` not: for letters too few to be looked for inside."""
        if not word.startswith(letters) or _is_a_piece(0, word, letters, ends=False):
            return False
        return self._is_rest(word[len(letters) :])

    def _stands_at(self, place: int, word: str, letters: str, lexeme: str) -> bool:
        after = word[place + len(letters) :]
        ends = not after or (len(after) <= _LONGEST_ENDING and stem(letters + after) == lexeme)
        if _is_a_piece(place, word, letters, ends):
            return False
        if ends and place and letters in INFLECTIONS:
            return False
        return self._begins(word[:place], letters) and (ends or self._goes_on(after, letters))

    def _begins(self, before: str, letters: str) -> bool:
        if not before:
            return True
        if before in PARTICLES:
            return f"{before}{letters}" in _KEEPING
        if letters in NAME_ENDINGS and before.removesuffix("s") in NAME_BEGINNINGS:
            return False
        if letters in PLACE_ENDINGS:
            return before in WORDS or before in CHANGED
        if self._is_first(before) or self._is_first(_with_third(before, letters)):
            return True
        sure = len(letters) >= _LONG or (len(letters) >= _SURE and _LINKED.fullmatch(before))
        return bool(sure) and self._may_be_first(before)

    def _may_be_first(self, before: str) -> bool:
        """Of a long word the rest need not be known, but ``för`` would give it another sense."""
        if len(before) < SHORTEST or not _VOWEL.search(before):
            return False
        return not any(
            before.endswith(one) and (len(one) > 2 or self._is_first(before[: -len(one)]))
            for one in PARTICLES
        )

    def _goes_on(self, after: str, letters: str) -> bool:
        if _DERIVED.match(after) or _NAME.fullmatch(after):
            return len(letters) >= _LONG
        if any(after.startswith(x) and self._is_rest(after[len(x) :]) for x in _LINKS):
            return True
        if len(letters) >= _LONG:
            return bool(_VOWEL.search(after))
        if len(letters) < _SURE:
            return False
        return bool(_PRESENT.fullmatch(after)) or any(
            map(_is_like_a_word, (after, after.removeprefix("s")))
        )

    def _splits_before(self, letters: str) -> bool:
        """Whether words can begin so: ``kollektivtrafik``, ``samhällsbyggnads``, ``skol``."""
        return self._is_first_part(letters) or any(
            self._is_first_part(letters[:cut]) and self._is_first(letters[cut:])
            for cut in range(2, len(letters) - 1)
        )

    def _may_stand_first(self, letters: str) -> bool:
        if letters in CHANGED:
            return True
        bare = letters.removesuffix("s")
        if letters in WORDS or bare in WORDS or f"{bare}a" in WORDS or f"{bare}e" in WORDS:
            return True
        if len(bare) < _SURE:
            return False
        return any(self._is_word(one) for one in (letters, bare, f"{bare}a", f"{bare}e"))

    def _splits_after(self, letters: str) -> bool:
        """Whether words can end so: ``plan``, ``planen``, ``plangruppens``."""
        return self._is_word(letters) or any(
            self._is_first_part(letters[:cut]) and self._is_rest(letters[cut:])
            for cut in range(2, len(letters) - 2)
        )

    def _looks_up(self, letters: str) -> bool:
        if letters in WORDS:
            return True
        if len(letters) < _SURE or letters in PARTICLES:
            return False
        return self._known(letters) or is_swedish(letters)


def is_swedish(word: str) -> bool:
    """Whether it is one of the common words that compounds are made of, in some inflection."""
    if word in WORDS:
        return True
    return not _BEGINNINGS.isdisjoint((word[:2], word[:3])) and stem(word) in _STEMS


def _with_third(before: str, letters: str) -> str:
    """Of three like letters one is left out: ``remiss`` and ``svar`` are ``remissvar``."""
    return before + letters[0] if before[-1] == letters[0] else before


def _is_like_a_word(letters: str) -> bool:
    """``skjuts`` of ``skolskjuts``; not ``ering`` of ``planering``."""
    return len(letters) >= _SURE and bool(_ONSET.match(letters)) and not _SUFFIX.match(letters)


def _places(word: str, letters: str) -> Iterator[int]:
    place = word.find(letters)
    while place != -1:
        yield place
        place = word.find(letters, place + 1)


def _is_a_piece(place: int, word: str, letters: str, ends: bool) -> bool:
    """Whether the letters are a piece of something that is no compound: ``port`` of ``rapport``.

    Where the word ends with them, ``marker`` is the plural of ``mark``, not one of ``markera``.
    """
    whole = ((word.find(root), len(root)) for root in _indivisible(letters))
    return any(
        0 <= at <= place < at + length and not (ends and at == place) for at, length in whole
    )


@lru_cache(1_000)
def _indivisible(letters: str) -> tuple[str, ...]:
    return tuple(root for root in INDIVISIBLE if letters in root and letters != root)
