"""Whether some letters inside a long word are one of the words that it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from minutes.search.combining import FIRST_PARTS, INDIVISIBLE, NOT_PARTS, WORDS
from minutes.search.stemming import stem

SHORTEST = 3  # letters of a word that is looked for inside others
_SURE = 4  # letters from which a word of the vocabulary may be a part: "rap" is none of "rapport"
_LINKS = ("", "s", "e", "a", "u", "o", "es")
# A part that comes first has lost or changed its last letter: skol(a), gatu for gata.
_WHOLE = {"u": "a", "o": "a"}

Known = Callable[[str], bool]
_STEMS = frozenset(map(stem, WORDS))


class Compounds:
    """Compounds of a vocabulary; ``known`` tells its words."""

    def __init__(self, known: Known) -> None:
        self._known = lru_cache(50_000)(known)
        self.is_first = lru_cache(20_000)(self._is_first)
        self.is_rest = lru_cache(20_000)(self._is_rest)

    def has_part(self, word: str, letters: str, lexeme: str) -> bool:
        """``kollektivtrafikplanen`` has ``plan``; ``esplanad`` has not."""
        return any(
            self._stands_at(word, place, letters, lexeme) for place in _places(word, letters)
        )

    def _stands_at(self, word: str, place: int, letters: str, lexeme: str) -> bool:
        before, after = word[:place], word[place + len(letters) :]
        if before and not self.is_first(before):
            return False
        ends = not after or stem(letters + after) == lexeme
        return ends or any(
            after.startswith(link) and self.is_rest(after[len(link) :]) for link in _LINKS
        )

    def _is_first(self, letters: str) -> bool:
        """Whether words can begin so: ``kollektivtrafik``, ``samhällsbyggnads``, ``skol``."""
        if self._is_first_part(letters):
            return True
        return any(
            self._is_first_part(letters[:cut]) and self.is_first(letters[cut:])
            for cut in range(3, len(letters) - 2)
        )

    def _is_first_part(self, letters: str) -> bool:
        if letters in FIRST_PARTS:
            return True
        bare = letters.removesuffix("s")
        changed = bare[:-1] + _WHOLE.get(bare[-1:], bare[-1:])
        return any(self._is_word(one) for one in (letters, bare, changed, f"{bare}a", f"{bare}e"))

    def _is_rest(self, letters: str) -> bool:
        """Whether words can end so: ``plan``, ``planen``, ``plangruppens``."""
        if self._is_word(letters):
            return True
        return any(
            self._is_first_part(letters[:cut]) and self.is_rest(letters[cut:])
            for cut in range(3, len(letters) - 2)
        )

    def _is_word(self, letters: str) -> bool:
        if letters in NOT_PARTS or len(letters) < SHORTEST:
            return False
        return (
            letters in WORDS
            or (len(letters) >= _SURE and stem(letters) in _STEMS)
            or (len(letters) >= _SURE and self._known(letters))
        )


def _places(word: str, letters: str) -> Iterator[int]:
    """Where the letters stand, except as a piece of something that is no compound."""
    roots = [(word.find(root), root) for root in _holding(letters)]
    place = word.find(letters)
    while place != -1:
        if not any(0 <= at <= place < at + len(root) for at, root in roots):
            yield place
        place = word.find(letters, place + 1)


@lru_cache(1_000)
def _holding(letters: str) -> tuple[str, ...]:
    return tuple(root for root in INDIVISIBLE if letters in root and letters != root)
