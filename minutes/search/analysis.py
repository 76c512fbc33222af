"""A text as the index sees it: words with their places, and the stems of these.

What is indexed, what is asked and what is marked all go through here. ``ANALYSER_VERSION`` grows
with every change that gives some text other stems: entries made by another version are made anew.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from minutes.search.stemming import stem

__all__ = [
    "ANALYSER_VERSION",
    "MOST_WORDS",
    "Token",
    "lexemes",
    "stem",
    "stems",
    "tokens",
    "words",
]

ANALYSER_VERSION = 3

# PostgreSQL knows the places of 16,383 words of an entry, and refuses more than a megabyte.
MOST_WORDS = 15_000
MOST_BYTES = 400_000
LONGEST = 60  # letters; the rest of a longer word is not looked at

_LETTER = r"[^\W_]"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\u0300-\u036f"  # hyphenation points, combining marks
_THOUSANDS = (
    rf"(?<!{_LETTER})(?<!\d[.,:/-])[1-9]\d{{0,2}}(?:[ \u00a0\u2009\u202f]\d{{3}})+(?!{_LETTER})"
)
_WORD = rf"{_LETTER}+(?:[{_UNSEEN}]+{_LETTER}*)*"
_ENDED = r"(?::(?:s|ns?|ens?|ets?|t|ar|arnas?|er|ernas?|na|e|a)\b)?"  # SL:s, PM:et, 3:e
_PERCENT = rf"%(?!{_LETTER})"  # not of an address on the web
_TOKEN = re.compile(rf"({_THOUSANDS})|({_WORD}){_ENDED}|{_PERCENT}")
_INVISIBLE = re.compile(r"[\u00ad\u200b\u200c\u200d\u2060\s]")


class Token(NamedTuple):
    """``word`` in small letters, composed; from ``start`` to ``end`` of the text as it stands."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Words and numbers in order, without punctuation: ``SL:s`` is ``sl``, ``734 490`` one.

    ``%`` is ``procent``.
    """
    return [
        Token(_composed(found[1] or found[2] or "procent"), found.start(), found.end())
        for found in _TOKEN.finditer(text)
    ]


def words(text: str) -> list[str]:
    """The same without their places: for who reads whole archives."""
    return [_composed(number or word or "procent") for number, word in _TOKEN.findall(text)]


def lexemes(text: str) -> list[str]:
    """The stem of each word in order; of a text longer than any index takes, its beginning."""
    return stems(words(text))


def stems(found: Iterable[str]) -> list[str]:
    """The same of words that have been told apart already."""
    return list(_within_bounds(map(stem, found)))


@lru_cache(maxsize=100_000)  # most words have been printed before
def _composed(printed: str) -> str:
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", printed))
    return unicodedata.normalize("NFC", plain.casefold())[:LONGEST]


def _within_bounds(stems: Iterable[str]) -> Iterable[str]:
    left = MOST_BYTES
    for one in islice(stems, MOST_WORDS):
        left -= len(one.encode())
        if left < 0:
            return
        yield one
