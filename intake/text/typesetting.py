"""What a typesetter does to the words of a line, undone: doubled, raised, spaced out, ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from intake.text.words import Word

RAISED = 0.15  # em above the baseline, and smaller: a superscript
SMALL = 0.85  # of the size of the line
DOUBLED = 0.15  # em between two printings of one word
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
TICKS = frozenset("\uf0fc\uf0fe\uf078\u2611\u2612\u2713\u2714\u2705")  # in a list of those present
LETTERSPACED = 4  # single letters in a row
ONE_CELL = 1.3  # em: letters further apart are in two cells


def plain_words(line: Sequence[Word], largest: Word) -> list[Word]:
    """The words of a line, from left to right, as they would be typed."""
    words = _close_letters(_without_doubles(line))
    words[1:] = [replace(word, text="X") if word.text in TICKS else word for word in words[1:]]
    if any(word.size < SMALL * largest.size for word in words):
        words = [_superscript(word, largest) for word in words]
    return words


def _without_doubles(words: Sequence[Word]) -> list[Word]:
    """Drop words printed twice in nearly one place, as some programs do for bold and shadow."""
    kept = list(words[:1])
    for word in words[1:]:
        reach = DOUBLED * word.size
        if word.x0 - kept[-1].x0 > reach or not any(
            one.text == word.text
            and word.x0 - one.x0 < reach
            and abs(one.baseline - word.baseline) < reach
            for one in kept[-3:]
        ):
            kept.append(word)
    return kept


def _superscript(word: Word, largest: Word) -> Word:
    """A raised small figure as such: "punkt 4" with note 1 is not "punkt 41"."""
    raised = largest.baseline - word.baseline > RAISED * largest.size
    if not (raised and word.size < SMALL * largest.size and word.text.isdigit()):
        return word
    return replace(word, text=word.text.translate(SUPERSCRIPTS))


def _close_letters(words: list[Word]) -> list[Word]:
    """Close up letter-spaced words: "P R O T O K O L L"."""
    if sum(len(word.text) == 1 for word in words) < LETTERSPACED:
        return words
    kept: list[Word] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and _is_spaced(words, at, end):
            end += 1
        if end - at >= LETTERSPACED:
            kept.extend(_spaced_words(words[at:end]))
            at = end
        else:
            kept.extend(words[at : end + 1])
            at = end + 1
    return kept


def _is_spaced(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether a single letter stands here, in one cell with the letter before it."""
    letter = words[at]
    if len(letter.text) > 1 or not letter.text.isalpha():
        return False
    return at == first or letter.x0 - words[at - 1].x1 < ONE_CELL * letter.size


def _spaced_words(letters: list[Word]) -> list[Word]:
    gaps = [after.x0 - before.x1 for before, after in pairwise(letters)]
    usual = median(gaps)
    kept = [letters[0]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > 1.6 * usual + 0.1 * letter.size:
            kept.append(letter)
        else:
            kept[-1] = replace(kept[-1], text=kept[-1].text + letter.text, x1=letter.x1)
    return kept
