"""Names as they are printed, and the few things a program may conclude from them.

Pure text. Nothing here decides that two names are one person: ``near_miss`` only says that
somebody should look.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
# Swedish order: å, ä, ö come last, in that order; é sorts as e and ü as y.
_AFTER_Z = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"}
_LONGEST_DIFFERENCE = 2  # letters, in one word
_SHORTEST_WORD = 4  # Bo and Bob, Li and Lo are different names, not slips


@lru_cache(maxsize=4000)  # each import compares its names with those of the archive
def normalise(name: str) -> str:
    """The key that two printings of one name share: case, spacing and kind of hyphen are gone."""
    text = unicodedata.normalize("NFC", name).translate(HYPHENS).replace("\u00ad", "")
    return re.sub(r" ?- ?", "-", " ".join(text.casefold().split()))


def sort_key(name: str) -> str:
    """A text that sorts as Swedish does, byte by byte, on whatever database server."""
    letters = (_AFTER_Z.get(letter) or _without_marks(letter) for letter in normalise(name))
    return "".join(letters)


def slug(name: str) -> str:
    """The name in an address: ``Nynäshamn`` is ``nynashamn``. Empty if no letter is left."""
    plain = _without_marks(normalise(name).replace("ø", "o").replace("æ", "a"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def near_miss(one: str, other: str) -> bool:
    """Whether the names differ by a letter or two in one single word (Mikel, Mikael).

    Equal names are no near miss, nor are names with another number of words, nor names whose
    differing word is short or begins with another letter (Karin and Marin are two people).
    """
    pairs = [pair for pair in _paired_words(one, other) if pair[0] != pair[1]]
    if len(pairs) != 1:
        return False
    first, second = pairs[0]
    long_enough = max(len(first), len(second)) > _SHORTEST_WORD
    return (
        long_enough and first[0] == second[0] and _difference(first, second) <= _LONGEST_DIFFERENCE
    )


def _paired_words(one: str, other: str) -> list[tuple[str, str]]:
    first, second = normalise(one).split(), normalise(other).split()
    return list(zip(first, second, strict=True)) if len(first) == len(second) else []


def _difference(one: str, other: str) -> int:
    """Letters to add, take away or exchange (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        previous, row = row, [i]
        for j, against in enumerate(other, start=1):
            exchanged = previous[j - 1] + (letter != against)
            row.append(min(previous[j] + 1, row[-1] + 1, exchanged))
    return row[-1]


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
