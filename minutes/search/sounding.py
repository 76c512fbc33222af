"""How a Swedish name sounds, for who has only heard it: ``Kvarnström`` is ``Qwarnstroem``.

It tells apart less than an ear does. What sounds alike may be meant, and need not be.
"""

from __future__ import annotations

import re

from minutes.words import fold

_HEARD = str.maketrans({"ä": "e", "æ": "e", "w": "v", "q": "k", "z": "s"})
_SPELLINGS = [
    (re.compile(spelling), heard)
    for spelling, heard in (
        ("ae", "e"),  # Baeck
        ("oe", "o"),  # Stroem
        ("^[hlgd]j(?=[aeiouyåäöø])", "j"),  # Hjort, Ljung
        ("^kj", "k"),  # Kjell
        ("^sch(?=[lmnrv])", "s"),  # Schmidt
        ("ph", "f"),
        ("ch", "k"),  # Christer
        ("c(?=[eiyäö])", "s"),  # Cecilia
        ("c", "k"),
        ("x", "ks"),
        ("h(?![aeiouyåäöø])", ""),  # Lindh, Johnsson, Berthil
        ("th", "t"),
        ("dt", "t"),
        ("(?<=[aeiouyåäöø])j(?=[^aeiouyåäöø]|$)", "i"),  # Ejnar, Kaj
        (r"(.)\1+", r"\1"),
    )
]
# With what a name may begin that sounds as one with these letters.
_BEGINNINGS = {
    "v": ("v", "w", "hv"),
    "k": ("k", "c", "q"),
    "s": ("s", "c", "z"),
    "e": ("e", "ä"),
    "f": ("f", "ph"),
    "j": ("j", "hj", "lj", "gj", "dj"),
}


def sound(word: str) -> str:
    """Of a word in small letters. Who types ``a`` for ``ä`` is heard by folding both before."""
    heard = word.translate(_HEARD)
    for spelling, letters in _SPELLINGS:
        heard = spelling.sub(letters, heard)
    return fold(heard)


def beginnings(word: str) -> tuple[str, ...]:
    """The letters with which a word may begin that sounds the same."""
    first = sound(word)[:1]
    return _BEGINNINGS.get(first, (first,))
