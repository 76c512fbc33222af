"""The one stemmer of the archive: it takes off the inflections of Swedish, and only these.

A stem is a name for all forms of a word, and depends on nothing but the letters: what was indexed
in an archive of ten minutes is found in one of ten thousand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from minutes.search.swedish import (
    GIVEN_NAMES,
    LOOK_INFLECTED,
    MUTATED,
    NEUTERS,
    UNINFLECTED,
    VARIANTS,
    VERBS_APART,
)

_VOWEL = re.compile("[aeiouyåäöé]")

# What a word of the tables may be followed by, an s of the genitive aside.
_PLURALS = ("er", "erna")
_NOMINAL = ("", "n", "en", "t", "et", "na", "ena", "ar", "arna", "or", "orna", "e", "a", *_PLURALS)
_VERBAL = ("", "r", "s", "d", "de", "des", "t", "ts")
_ALONE = {
    **NEUTERS,
    **{name + end: name for name in GIVEN_NAMES for end in ("", "s")},
    **{verb + end: verb for verb in VERBS_APART for end in _VERBAL},
}
_LEMMAS = {**VARIANTS, **{word: word for word in LOOK_INFLECTED}}
_LONGEST = max(map(len, _LEMMAS))
_LAST_THREE = frozenset(
    form[-3:] for form in (*_LEMMAS, *MUTATED)
)  # letters; most words have others
_LAST = frozenset("aeédmnrt")  # letters that an ending may end with
_DOUBLED = ("mm", "mann", "männ", "vänn", "känn")  # of man, vän, rum: one alone
_GENITIVE = re.compile("(.*[^sxz])s")
# The first that fits is taken; its group is what is left of the word.
_ENDINGS = [
    re.compile(pattern)
    for pattern in (
        "(.*é)(?:er|erna|n)?",  # kommittén
        "(.*[^b]het)(?:en|er|erna)?",  # verksamheten
        "(.*itet)(?:en|er|erna|et)?",  # kvaliteten, universitetet
        "(.*and)(?:e|en|et|ena)",  # yttrandena
        "(.*(?:i|se))(?:um|umet)",  # seminarium, museum
        "(.*(?:or|eg|rg|og|om|em|af|of|at|nt|tr|er|op|id|ss)i)n",  # strategin; but termin
        "(.*(?:jö|ivå|varo|[^s]y))n",  # miljön, frånvaron; but översyn
        "(.*[^m]man)",  # riksdagsman; but blomman
        "(.*[^b]bar)(?:a|t|are|ast)?",  # hållbara; but jobbar
        "(.*ik)ern",  # politikern
        "(.*(?:slå|gå|stå))r",
        "(.*(?:skriv|driv|håll|slut))it",
        "(.*(?:iv|slag|drag|tag|bjud|slut))na",  # skrivna
        "(.*(?:ll|gg|[fh]ör|stäm|anmäl))(?:de?|da|t)",  # ställde, genomfört
        "(.*kän)(?:de?|da|t)",
        "(.*[^b]red)(?:de?|da)",  # utredda; but bredd
        "(.*(?:sk|ll|ig|[öå]g|ng|bb|rk|rm|rp|[mg]n|[^k]iv|sam|klar|svår|stor|olik))t",  # viktigt
        "(.*(?:[aeiouyåäö].*[bcdgikmnrt]al|[bv]il|bel|kväm|(?:un|cif|ubl|gs|em)ik))t",  # regionalt
        "(.*(?:allmän|grön|skön))t",
        "(.*fri)tt",  # avgiftsfritt
        "(.{3,})ena",  # but arena
        "(.*)(?:arna|erna|orna|aren|are|aste|ast|ades?|ad|ats?)",
        "(.*)(?:ar|or|er|en|et|an)",
        "(.*)[ae]",
    )
]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without its endings: ``beslutet`` and ``besluten`` are ``beslut``.

    Takes and gives small letters, composed.
    """
    found = root(word)
    if found not in UNINFLECTED or found == word:
        return found
    # Without this "möte", written "mote", would be every "mot", and "varor" every "var".
    return next(one for one in (f"{found}a", f"{found}u") if one not in UNINFLECTED)


def root(word: str) -> str:
    """The same, even where it looks like another word: ``mote`` is ``mot``."""
    if word in UNINFLECTED or not word.isalpha():
        return word
    return _listed(word) or _without_ending(word)


def _listed(word: str) -> str | None:
    """``bostäder`` is ``bostad``, also in a compound; ``svaren`` are ``svar``, not ``sv``."""
    bare = word.removesuffix("s")
    return (
        _ALONE.get(word)
        or _found(bare, _PLURALS, MUTATED)
        or _found(word, ("",), _LEMMAS)
        or _found(bare, _NOMINAL, _LEMMAS)
    )


def _found(word: str, endings: Iterable[str], lemmas: dict[str, str]) -> str | None:
    """With its lemma, if a form of the table stands before one of the endings."""
    for left in (word.removesuffix(ending) for ending in endings if word.endswith(ending)):
        if left[-3:] not in _LAST_THREE:
            continue
        for start in range(max(0, len(left) - _LONGEST), len(left) - 2):
            if lemma := lemmas.get(left[start:]):
                return left[:start] + lemma
    return None


def _without_ending(word: str) -> str:
    if (owner := _GENITIVE.fullmatch(word)) and len(owner[1]) > 2:
        word = owner[1]
    for ending in _ENDINGS if word[-1] in _LAST else ():
        found = ending.fullmatch(word)
        if found and len(found[1]) > 1 and _VOWEL.search(found[1]):
            return _single(found[1])
    return _single(word)


def _single(letters: str) -> str:
    """``programm`` of ``programmet`` is ``program``: m is not doubled at the end, and n only in
    some words: ``grannen`` is no ``gran``, ``finns`` no ``fin``.
    """
    return letters[:-1] if letters.endswith(_DOUBLED) else letters
