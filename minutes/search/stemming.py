"""The one stemmer of the archive: snowball's Swedish, to its end, and what it leaves undone.

A stem is a name for all inflections of a word, not a word: it depends on nothing but the letters,
so that what was indexed in an archive of ten minutes can be found in one of ten thousand. What
only a vocabulary can tell is left for asking, see ``expanding.py``.
"""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

from minutes.search.swedish import MUTATED, UNINFLECTED

_snowball = snowballstemmer.stemmer("swedish")
_VOWEL = re.compile("[aeiouyåäöé]")
_MUTATED = re.compile(f"({'|'.join(MUTATED)})(?:er|erna|ar|arna)s?$")
_MEN = re.compile("(?<!all)män(?:nen)?s?$")
_ACUTE = re.compile("é(?:ns?|s|ers?|ernas?)$")  # kommittén, kommittéerna
_NEUTER = re.compile("(?<![hi])ets?$")  # protokollet; but enhet, kvalitet
_NEUTER_STAYS = re.compile("(?:itet|udget|paket|taket|lanet|aket|gnet|ternet|ekret)s?$")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without its endings: ``beslutet`` and ``besluten`` are ``beslut``.

    Takes and gives small letters, composed.
    """
    if word in UNINFLECTED or not word.isalpha():
        return word
    found = _to_its_end(_unmutated(word))
    # Without this "möte", written "mote", would be every "mot".
    return f"{found}a" if found in UNINFLECTED else found


def _unmutated(word: str) -> str:
    """``bostäder`` is ``bostad`` in the plural, ``tjänstemännen`` are each a ``tjänsteman``."""
    if plural := _MUTATED.search(word):
        return word[: plural.start()] + MUTATED[plural[1]]
    return _MEN.sub("man", word)


def _to_its_end(word: str) -> str:
    """Snowball takes one ending at a time: ``mötena`` is ``möten``, and that is ``möt``."""
    for _ in range(5):
        shorter = _simplified(_snowball.stemWord(word))
        if shorter == word:
            break
        word = shorter
    return word


def _simplified(word: str) -> str:
    word = _ACUTE.sub("é", word)
    if not _NEUTER_STAYS.search(word):
        shorter = _NEUTER.sub("", word)
        word = shorter if len(shorter) > 2 and _VOWEL.search(shorter) else word
    return word[:-1] if word.endswith(("mm", "nn")) else word
