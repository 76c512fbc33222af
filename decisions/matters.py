"""Whether two titles name the same matter. Pure text.

A wrong "handled again" does more harm than none: what titles leave open is no. They have to say
the same, in whatever inflections, or one has to say all that the other says and more; a heading
that returns at every meeting names no matter at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from minutes.search.stemming import stem
from minutes.words import words

_SLIP_FROM = 9  # letters: one that differs in a shorter word may well make another word


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, words(text)))


# How something was handled, not what: "Antagande av nytt program" is about the program.
_HOW = _stems("""
    antagande beslut diskussion fortsatt fortsättning föredragning förslag förslaget godkännande
    information inriktning läge läget lägesrapport nästa ny nya nytt presentation rapport
    redovisning slutrapport status svar uppdatering uppföljning återkoppling återrapport
    att av de den det en ett för från hos i inför kring med mot och om på samt till under vid över
""")
# A heading with one of these stands there whatever the meeting talked about.
_ROUTINE = _stems("""
    aktuell aktuella aktuellt avslutning avslutande besök besöket besökare dagordning
    föredragningslista föregående förra gästar gårdagen inledning justerare justering kommande
    laget mötestider närvaro närvarande reflektion runda rundan sammanträdestider tidigare upprop
    utestående välkommen välkomna öppnande öppnas övrig övriga övrigt
""")
# These name a matter only beside another word: "Förbundets budget", but not "Budget".
_WIDE = _stems("""
    arbetsgrupp bokslut budget bilaga delårsrapport ekonomi fråga frågor halvårsuppföljning
    handlingar internkontroll kansli ledningsgrupp möte möten nätverk program protokoll remiss
    remisser sammanträde styrelse styrgrupp utskott verksamhetsberättelse verksamhetsplan
    verksamhetsplanering årsmöte årsredovisning ärende ärenden
""")


class Likeness(IntEnum):
    NONE = 0
    PART = 1  # one says more than the other: in time this may have become another matter
    WHOLE = 2


def likeness(title: str, other: str) -> Likeness:
    """How far two titles name one matter, with nothing in them that tells the two apart."""
    found = _likeness(_named(title), _named(other))
    return found if found and _numbers(title) == _numbers(other) else Likeness.NONE


class Titles:
    """Many titles, each of which is taken apart once to be compared with any number of others."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._named = {title: _named(title) for title in titles}
        self._keys = {title: len(set(map(_key, stems))) for title, stems in self._named.items()}
        self._with: dict[str, list[str]] = {}
        for title, stems in self._named.items():
            for key in set(map(_key, stems)):
                self._with.setdefault(key, []).append(title)

    def like(self, title: str) -> dict[str, Likeness]:
        """Those that name the same matter, wholly or in part."""
        stems, numbers = _named(title), _numbers(title)
        keys, shared = set(map(_key, stems)), Counter[str]()
        for key in keys:
            shared.update(self._with.get(key, ()))
        return {
            other: found
            for other, number in shared.items()
            if number in (len(keys), self._keys[other])  # else each says what the other does not
            and (found := _likeness(stems, self._named[other]))
            and _numbers(other) == numbers
        }


def _key(stem: str) -> str:
    """The same for all stems that can stand for each other; long ones share their first letter."""
    return stem if len(stem) < _SLIP_FROM - 1 else stem[0]


def _likeness(stems: frozenset[str], others: frozenset[str]) -> Likeness:
    one, two = sorted((stems, others), key=len)
    if not one or not all(_stands_in(two, word) for word in one):
        return Likeness.NONE
    if len(one) == len(two):
        return Likeness.WHOLE
    return Likeness.PART if len(one) > 1 else Likeness.NONE


def names_a_matter(title: str) -> bool:
    """Whether the title says what was talked about: "Övriga frågor" does not."""
    return bool(_named(title))


@lru_cache(maxsize=10_000)
def _named(title: str) -> frozenset[str]:
    """The stems that say what it is about; none of a heading that any meeting may have."""
    found = frozenset(word for word in _stems(title) - _HOW if word.isalpha())
    return frozenset() if found & _ROUTINE or found <= _WIDE else found


def _numbers(title: str) -> list[str]:
    """Years above all: the plan of one year is not that of the next."""
    return sorted(re.findall(r"\d+", title))


def _stands_in(stems: frozenset[str], word: str) -> bool:
    if word in stems or len(word) < _SLIP_FROM:
        return word in stems
    near = (OSA.distance(word, one, score_cutoff=1) <= 1 for one in stems if one[0] == word[0])
    return any(near)
