"""Words that a drawn cell was too narrow for: their last letters stand on the next line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.text.words import Word

LEAST_LETTERS = 5  # of what stands above the rest
ENDING = re.compile(
    "[a-zåäö]{1,2}|(?:nd|rn|ng|ns|nt|rk|rs|ld|lt|rt|rd)[a-zåäö]{1,2}|[aeo]rna|ande|ning|are|ade"
)
NEXT_LINE = 2.0  # em
EXACT = 0.05  # em
# Short words of their own, and marks.
WORDS = re.compile(
    "[iåöàoxp]|av|bl|bo|by|ca|da|dr|du|då|ed|eg|ej|el|en|er|et|ex|få|fr|ge|gå|ha|he|ho|hr|ht|in|"
    "is|kl|km|kr|le|ly|mm|må|nr|ni|nu|ny|nä|nå|ok|om|os|på|ro|så|se|si|sk|sl|st|ta|tf|ti|tu|ty|ur|"
    "ut|ve|vi|vt|yr|är|år|öl|ök"
)


def mended(words: Sequence[Word], left: float, right: float) -> list[Word]:
    """The words of one cell between two rules, those that its width broke whole again.

    Only where no other reading is likely: a word alone on its line leaves no room for one letter
    more, and a few letters that are no word stand alone on the line below.
    """
    kept = list(words)
    for rest in [word for word in words if _may_be_rest(word.text)]:
        if any(_beside(word, rest) for word in words):
            continue
        above = [word for word in words if 0 < _down(word, rest) < NEXT_LINE * rest.size]
        begun = above[0] if len(above) == 1 else None
        if begun and begun in kept and _fills(begun, rest, left, right):
            whole = replace(begun, text=begun.text + rest.text)
            kept = [whole if one is begun else one for one in kept if one is not rest]
    return kept


def _may_be_rest(text: str) -> bool:
    return bool(ENDING.fullmatch(text)) and not WORDS.fullmatch(text)


def _beside(word: Word, rest: Word) -> bool:
    return word is not rest and abs(_down(word, rest)) < 0.5 * rest.size


def _down(word: Word, rest: Word) -> float:
    return rest.baseline - word.baseline


def _fills(begun: Word, rest: Word, left: float, right: float) -> bool:
    """Whether the cell has no room for the next letter, with as much white at each side."""
    letter = (rest.x1 - rest.x0) / len(rest.text)
    room = right - (begun.x0 - left) + EXACT * begun.size - begun.x1
    return (
        room < letter
        and len(begun.text) >= LEAST_LETTERS
        and begun.text.isalpha()
        and begun.bold == rest.bold
        and begun.size == rest.size
    )
