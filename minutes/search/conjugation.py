"""Words whose forms no ending tells: ``antogs`` is of ``anta``, ``större`` of ``stor``.

Their forms are made of the principal parts in swedish.py, and looked for among the words of an
archive: so a noun that happens to be spelt like a form of a verb can be left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes.search.combining import CHANGED, PARTICLES, WORDS
from minutes.search.compounds import SHORTEST
from minutes.search.lexicon import Lexicon
from minutes.search.stemming import stem
from minutes.search.swedish import (
    COMPARED,
    EMPTY,
    HOMOGRAPHS,
    IRREGULAR_VERBS,
    NOUN_STEMS,
    SHORT_PAST,
    UNINFLECTED,
    VERB_PARTICLES,
)
from minutes.words import fold

_BEFORE_VERBS = frozenset(map(fold, {*PARTICLES, *VERB_PARTICLES, *WORDS, *CHANGED}))
_PARTICLES = frozenset(map(fold, {*PARTICLES, *VERB_PARTICLES}))


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


def related(word: str, lexicon: Lexicon, *, folded: bool) -> Iterator[str]:
    """Lexemes of the printed forms that no ending tells: ``antagen`` of ``antogs``."""
    for before, _, found in _conjugations(word, lexicon, folded=folded):
        for one in found.forms:
            if _is_another(before, one):
                continue
            for printed in _printed(before + one, lexicon, folded=folded):
                lexeme = stem(printed)
                if lexeme in NOUN_STEMS or (before and printed in UNINFLECTED):
                    continue
                if one not in found.nominal or not _is_noun(lexeme, lexicon):
                    yield lexeme
        yield from _derived(stem(before + found.forms[0]), lexicon)


def _derived(lexeme: str, lexicon: Lexicon) -> Iterator[str]:
    """Of the infinitive, where only a noun with its stem is printed: ``ansökan``."""
    if len(lexeme) < SHORTEST or lexeme in NOUN_STEMS or lexeme in UNINFLECTED:
        return
    if any(stem(one) == lexeme for one in lexicon.beginning(lexeme)):
        yield lexeme


def is_conjugated(word: str, lexicon: Lexicon) -> bool:
    """Whether it is a form of a verb, printed or not: then it is no slip for another word."""
    return next(_conjugations(word, lexicon, folded=False), None) is not None


def _conjugations(
    word: str, lexicon: Lexicon, *, folded: bool
) -> Iterator[tuple[str, str, Relatives]]:
    """(letters before, form, its relatives): where the word is sure to be a form of the table."""
    for before, form, found in relatives(word):
        if not folded and not word.endswith(form):
            continue
        if before and not (found.joins and _stands_before_verbs(before, lexicon)):
            continue
        if before and word in UNINFLECTED:
            continue
        if _is_another(before, form):
            continue
        if form not in found.nominal or not _is_noun(stem(word), lexicon):
            yield before, form, found


def _is_another(before: str, form: str) -> bool:
    """``band`` is no form of ``binda``, nor is ``bredband``; but ``förband`` may be."""
    if not before:
        return form in HOMOGRAPHS or form in EMPTY
    return form in HOMOGRAPHS and fold(before) not in _PARTICLES


def _stands_before_verbs(letters: str, lexicon: Lexicon) -> bool:
    """``an`` of ``anta``, ``bord`` of ``bordlägga``, ``tydlig`` of ``tydliggöra``."""
    plain = fold(letters)
    if (
        plain in _BEFORE_VERBS
        or plain.endswith("ig")
        or (len(plain) > 3 and lexicon.knows(letters))
    ):
        return True
    return any(
        plain[:cut] in _PARTICLES and plain[cut:] in _PARTICLES for cut in range(2, len(plain))
    )


def _is_noun(lexeme: str, lexicon: Lexicon) -> bool:
    """Whether it stands as a word by itself: ``förslag`` of ``förslagen``, not ``antag``."""
    return lexeme in WORDS or lexicon.knows(lexeme)


def is_past(word: str, lexicon: Lexicon) -> bool:
    """Whether it is a past form that no ending tells: these begin no other word."""
    return any(form in found.past for _, form, found in _conjugations(word, lexicon, folded=False))


def _printed(word: str, lexicon: Lexicon, *, folded: bool) -> Iterator[str]:
    if word in lexicon:
        yield word
    if folded:
        yield from lexicon.folding_to(fold(word))


def is_past_form(word: str) -> bool:
    """Whether it can only be one: ``bidragit``."""
    return any(
        form in found.past and form not in found.nominal for _, form, found in relatives(word)
    )


_VOWELS = "aeiouyåäö"
_PRESENT_L = frozenset({"tål"})
_RELATIVES = _by_form()
_LONGEST_FORM = max(map(len, _RELATIVES))
