"""Words that a line is drawn through: programs print deleted text so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from intake.text.printed import CELL_GAP
from intake.text.ruled import Rule, Rules
from intake.text.words import Word

LOWEST, HIGHEST = 0.2, 0.45  # em above the baseline: through letters, not under or over them
MOST_OF_WORD = 0.8
OVERHANG = 0.6  # em that the line may go on over a space that was deleted too


@dataclass(frozen=True, slots=True)
class Strikes:
    """Lines through words, by their height on the page."""

    rules: Sequence[Rule] = ()

    def __contains__(self, word: Word) -> bool:
        """Whether most of a word is struck through."""
        covered = max(
            (min(rule.end, word.x1) - max(rule.start, word.x0) for rule in self.through(word)),
            default=0.0,
        )
        return covered > MOST_OF_WORD * (word.x1 - word.x0)

    def taken_from(self, rules: Rules) -> Rules:
        """The other rules of the page."""
        struck = set(self.rules)
        return replace(rules, across=tuple(rule for rule in rules.across if rule not in struck))

    def through(self, word: Word) -> list[Rule]:
        """The lines that run through letters of a word."""
        top, bottom = word.baseline - HIGHEST * word.size, word.baseline - LOWEST * word.size
        first = bisect_left(self.rules, top, key=_height)
        after = bisect_right(self.rules, bottom, key=_height)
        return [
            rule for rule in self.rules[first:after] if rule.start < word.x1 and rule.end > word.x0
        ]


def stretched(word: Word, gone: Word | None) -> Word:
    """The word from where struck ones before it began, so that the gap they leave is no column."""
    if gone is None or not -word.size < word.x0 - gone.x1 < CELL_GAP * word.size:
        return word
    return replace(word, x0=min(word.x0, gone.x0))


def strikes(rules: Iterable[Rule], words: Iterable[Word]) -> Strikes:
    """The level lines that begin and end with words which they run through.

    A rule of a table, of a form or under a heading does not, however near the letters it is.
    """
    level = sorted(rules, key=_height)
    if not level:
        return Strikes()
    crossed: dict[Rule, list[Word]] = {}
    every = Strikes(level)
    for word in words:
        for rule in every.through(word):
            crossed.setdefault(rule, []).append(word)
    return Strikes([rule for rule in level if rule in crossed and _ends_at(rule, crossed[rule])])


def _ends_at(rule: Rule, words: Sequence[Word]) -> bool:
    reach = OVERHANG * max(word.size for word in words)
    first, last = min(word.x0 for word in words), max(word.x1 for word in words)
    return rule.start > first - reach and rule.end < last + reach


def _height(rule: Rule) -> float:
    return rule.at
