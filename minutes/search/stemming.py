"""The one stemmer of the archive: it takes off the inflections of Swedish, and only these.

A stem is a name for all forms of a word, and depends on nothing but the letters: what was indexed
in an archive of ten minutes is found in one of ten thousand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from minutes.search.swedish import (
    COMPARED,
    GIVEN_NAMES,
    IRREGULAR_VERBS,
    LOOK_INFLECTED,
    MUTATED,
    NEUTERS,
    SHORT_PAST,
    UNINFLECTED,
    VARIANTS,
    VERBS_APART,
)
from minutes.words import fold

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


@dataclass(frozen=True, slots=True)
class Relatives:
    """The forms of a word that no ending tells: ``binder``, ``band``, ``bundit``.

    ``nominal`` may as well be nouns: ``slagen``. ``past`` are no beginnings of other words.
    ``joins``: other words may stand before them and make one.
    """

    forms: tuple[str, ...]
    nominal: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    joins: bool = True

    def joined(self, other: Relatives) -> Relatives:
        """Of both: ``sade`` and ``sa`` are forms of one verb."""
        return Relatives(
            tuple(dict.fromkeys((*self.forms, *other.forms))),
            self.nominal | other.nominal,
            self.past | other.past,
        )


def relatives(word: str) -> Iterator[tuple[str, str, Relatives]]:
    """(letters before, a form of the table, its relatives) for each form that the word ends with,
    also if its dots are missing: ``förband`` is ``för`` and ``band``.
    """
    for cut in range(max(0, len(word) - _LONGEST_FORM), len(word) - 1):
        for form, found in _RELATIVES.get(word[cut:], ()):
            yield word[:cut], form, found


def _conjugated(infinitive: str, present: str, past: str, supine: str, part: str) -> Relatives:
    """From its five principal parts; a participle "-" is none."""
    participles = _participles(part) if part != "-" else ()
    told = (past, f"{past}s", supine, f"{supine}s", *participles)
    now = (infinitive, f"{infinitive}s", present, *_passives(infinitive, present))
    strong = part.endswith("en") or supine.endswith("it")
    return Relatives(
        forms=tuple(dict.fromkeys((*now, *told))),
        nominal=frozenset(participles if part.endswith("en") else ()),
        past=frozenset(told if strong else ()),
    )


def _passives(infinitive: str, present: str) -> tuple[str, ...]:
    """``byggs`` and ``bygges`` of ``bygger``, ``gås`` of ``går``, ``körs`` of ``kör``."""
    if present == infinitive.removesuffix("a") or not present.endswith("r"):
        return (f"{present}s",)
    if present.endswith("er") and len(present) > len("ber"):
        return (f"{present[:-2]}s", f"{present[:-1]}s")
    return (f"{present[:-1]}s",)


def _participles(common: str) -> tuple[str, ...]:
    """``bruten`` ``brutet`` ``brutna``; ``lagd`` ``lagt`` ``lagda``; ``sedd`` ``sett``."""
    if common.endswith("en"):
        root = common[:-2]
        plural = f"{root}a" if root.endswith("nn") else f"{root.removesuffix('m')}na"
        return (common, f"{common[:-1]}t", plural)
    neuter = re.sub("dd$", "tt", common) if common.endswith("dd") else re.sub("d$", "t", common)
    return (common, neuter, f"{common}a", f"{common}e")


def _regular(infinitive: str) -> Relatives:
    """``bygga`` ``byggde``; ``köpa`` ``köpte``; ``sända`` ``sände``; ``nå`` ``nådde``."""
    root = infinitive.removesuffix("a")
    single = root[:-1] if root.endswith(("mm", "nn")) else root
    if root == infinitive:
        return _conjugated(root, f"{root}r", f"{root}dde", f"{root}tt", f"{root}dd")
    present = root if root.endswith("r") or root in _PRESENT_L else f"{root}er"
    vowel_before = root[-2] in _VOWELS
    match root[-1]:
        case "d" if vowel_before:
            return _conjugated(infinitive, present, f"{root}de", f"{root[:-1]}tt", f"{root}d")
        case "d":
            return _conjugated(infinitive, present, f"{root}e", f"{root[:-1]}t", root)
        case "t" if not vowel_before:
            return _conjugated(infinitive, present, f"{root}e", root, root)
        case "p" | "t" | "k" | "s" | "x":
            return _conjugated(infinitive, present, f"{root}te", f"{root}t", f"{root}t")
    return _conjugated(infinitive, present, f"{single}de", f"{single}t", f"{single}d")


def _every() -> Iterator[Relatives]:
    verbs: dict[str, Relatives] = {}
    for line in filter(None, IRREGULAR_VERBS.split("\n")):
        one, infinitive = _conjugated(*line.split()), line.split()[0]
        verbs[infinitive] = verbs[infinitive].joined(one) if infinitive in verbs else one
    yield from verbs.values()
    yield from map(_regular, sorted(SHORT_PAST))
    for line in filter(None, COMPARED.split("\n")):
        yield Relatives(tuple(line.split()), joins=False)


def _by_form() -> dict[str, tuple[tuple[str, Relatives], ...]]:
    """Each form, as it is written and without its dots."""
    found: dict[str, dict[tuple[str, Relatives], None]] = {}
    for one in _every():
        for form in one.forms:
            for written in (form, fold(form)):
                found.setdefault(written, {})[form, one] = None
    return {written: tuple(some) for written, some in found.items()}


_VOWELS = "aeiouyåäö"
_PRESENT_L = frozenset({"tål"})
_RELATIVES = _by_form()
_LONGEST_FORM = max(map(len, _RELATIVES))
