"""What many expressions are true of, among many entries: brute force with a memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from minutes.search.expression import All, Any, Expression, Not, Word
from tests.minutes.search.brute_force import stands_in

Entry = tuple[Sequence[str], Sequence[str], Sequence[str]]  # lexemes of title and text, tags


class Truth:
    """Of entries that are told by their places in the list."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = list(entries)
        self.every = frozenset(range(len(self.entries)))
        self._of_lexeme: dict[tuple[str, bool], set[int]] = defaultdict(set)
        for place, (title, text, _) in enumerate(self.entries):
            for field in (title, text):
                for lexeme in field:
                    self._of_lexeme[lexeme, field is title].add(place)
        self._leaf = lru_cache(maxsize=None)(self._of_leaf)

    def of(self, expression: Expression | None) -> frozenset[int]:
        match expression:
            case None:
                return self.every
            case All(parts):
                return self.every.intersection(*map(self.of, parts))
            case Any(parts):
                return frozenset().union(*map(self.of, parts))
            case Not(part):
                return self.every - self.of(part)
        return self._leaf(expression)

    def _of_leaf(self, leaf: Expression) -> frozenset[int]:
        if isinstance(leaf, Word):
            return self._of_word(leaf)
        return frozenset(
            place for place, entry in enumerate(self.entries) if stands_in(leaf, *entry)
        )

    def _of_word(self, word: Word) -> frozenset[int]:
        fitting = (
            places
            for (lexeme, in_title), places in self._of_lexeme.items()
            if (in_title or not word.title)
            and (lexeme == word.lexeme or (word.open and lexeme.startswith(word.lexeme)))
        )
        return frozenset().union(*fitting)
