"""Beginnings of words, said as the words that there are: an index leaps from one whole word to
the next, but gathers everything that begins with some letters before it looks at anything else.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from minutes.search.analysis import stem
from minutes.search.expression import All, Any, Expression, Not, Word
from minutes.search.lexicon import Lexicon

MOST_WORDS = 600  # with one beginning; of more, gathering them is the quicker way


def closed(one: Expression, lexicon: Lexicon) -> Expression:
    """The same of any entry whose words are all in the lexicon."""
    match one:
        case Word(open=True):
            return _closed(one, lexicon)
        case All(parts):
            return All(tuple(closed(part, lexicon) for part in parts))
        case Any(parts):
            return Any(tuple(closed(part, lexicon) for part in parts))
        case Not(part):
            return Not(closed(part, lexicon))
    return one


def _closed(word: Word, lexicon: Lexicon) -> Expression:
    words = list(islice(lexicon.beginning(word.lexeme), MOST_WORDS + 1))
    if len(words) > MOST_WORDS:
        return word
    # A stem may begin so though no word does: "möt" for "möte", "bostad" for "bostäder".
    lexemes = dict.fromkeys([word.lexeme, *map(stem, words)])
    return Any(tuple(replace(word, lexeme=lexeme, open=False) for lexeme in lexemes))
