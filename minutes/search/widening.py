"""The forms of a word as few questions to an index: a beginning instead of a hundred words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import TypeAlias

from minutes.search.expression import Phrase, Word
from minutes.search.forms import Forms
from minutes.search.stemming import stem

Leaf: TypeAlias = Word | Phrase

MOST = 60  # the nearest; an index is asked for each apart
OPEN_FROM = 4  # letters that longer words may begin with


def wide(found: Forms) -> tuple[Leaf, ...]:
    """The word itself, what begins with it, what holds it."""
    good = {*found.itself.all, *found.longer}
    starts = [letters for letters in found.letters if len(letters) >= OPEN_FROM]
    opened = list(chain.from_iterable(_openings(one, good, found.unused) for one in starts))
    covered = tuple(word.lexeme for word in opened if word.open)
    closed = (
        Word(one) for one in (*found.itself.all, *found.longer) if not one.startswith(covered)
    )
    return tuple(dict.fromkeys(sorted(chain(closed, opened), key=lambda x: _far(x, found))))[:MOST]


def _far(word: Word, found: Forms) -> tuple[bool, bool, int, str]:
    return word.lexeme not in found.itself.all, not word.open, len(word.lexeme), word.lexeme


def _openings(start: str, good: Collection[str], unused: Iterable[str]) -> Iterator[Word]:
    bad = {stem(word) for word in unused if word.startswith(start)}.difference(good)
    return _covered(start, _beginning(start, good), _beginning(start, bad))


def _covered(start: str, good: list[str], bad: list[str]) -> Iterator[Word]:
    """Beginnings of all the good lexemes and of no bad one, the shortest there are."""
    if not bad:
        yield Word(start, open=True)
        return
    if start in good:
        yield Word(start)
    for letter in sorted({lexeme[len(start)] for lexeme in good if len(lexeme) > len(start)}):
        longer = start + letter
        yield from _covered(longer, _beginning(longer, good), _beginning(longer, bad))


def _beginning(start: str, lexemes: Iterable[str]) -> list[str]:
    return [lexeme for lexeme in lexemes if lexeme.startswith(start)]
