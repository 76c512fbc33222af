"""Which words of a text were found, and the piece of a long text that shows most of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from minutes.search.analysis import stem, tokens
from minutes.search.expanding import Asked
from minutes.search.expression import Phrase, Word

Pieces = list[tuple[str, bool]]  # of the text, in order; True: a word that was found

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])|\n\s*")


def marked(text: str, asked: Asked) -> Pieces:
    """The whole text in pieces; joined they are the text."""
    return _pieces(text, _found(text, asked), 0, len(text))


def snippet(text: str, asked: Asked, length: int = 240) -> Pieces:
    """About that many letters around the most hits, with ``…`` where the text goes on."""
    found = _found(text, asked)
    start, end = _densest(text, found, length)
    pieces = _pieces(text, found, start, end)
    before: Pieces = [("… ", False)] if text[:start].strip() else []
    after: Pieces = [(" …", False)] if text[end:].strip() else []
    return [*before, *pieces, *after]


def _found(text: str, asked: Asked) -> list[tuple[int, int]]:
    """Places of the words that were found, in order."""
    if not asked.marked:
        return []
    printed = tokens(text)
    stems = [stem(token.word) for token in printed]
    hits = set(_words(stems, asked)) | set(_phrases(stems, asked))
    return [(printed[index].start, printed[index].end) for index in sorted(hits)]


def _words(stems: list[str], asked: Asked) -> Iterator[int]:
    words = [one for one in asked.marked if isinstance(one, Word)]
    closed = {one.lexeme for one in words if not one.open}
    opened = tuple(one.lexeme for one in words if one.open)
    for index, lexeme in enumerate(stems):
        if lexeme in closed or (opened and lexeme.startswith(opened)):
            yield index


def _phrases(stems: list[str], asked: Asked) -> Iterator[int]:
    for phrase in (one for one in asked.marked if isinstance(one, Phrase)):
        length = len(phrase.ways)
        for start in range(len(stems) - length + 1):
            there = stems[start : start + length]
            if all(one in place for one, place in zip(there, phrase.ways, strict=True)):
                yield from range(start, start + length)


def _pieces(text: str, found: list[tuple[int, int]], start: int, end: int) -> Pieces:
    pieces: Pieces = []
    for first, last in found:
        if first < start or last > end:
            continue
        pieces += [(text[start:first], False), (text[first:last], True)]
        start = last
    pieces.append((text[start:end], False))
    return [(piece, hit) for piece, hit in pieces if piece]


def _densest(text: str, found: list[tuple[int, int]], length: int) -> tuple[int, int]:
    """Where the piece begins and ends: at a sentence if one begins near, else at a word."""
    if len(text) <= length:
        return 0, len(text)
    start = _beginning(text, _most_hits([first for first, _ in found], length * 3 // 4), length)
    return start, _end(text, start + length)


def _most_hits(starts: list[int], width: int) -> int:
    """The place from which most of the places lie within the width; the first of several."""
    number = {at: bisect_right(starts, at + width) - index for index, at in enumerate(starts)}
    return max(number, key=lambda at: number[at], default=0)


def _beginning(text: str, hit: int, length: int) -> int:
    earliest = max(0, hit - length // 3)
    if earliest == 0:
        return 0
    sentences = [found.end() for found in _SENTENCE.finditer(text, earliest, hit)]
    if sentences:
        return sentences[0]
    blank = text.find(" ", earliest, hit)
    return blank + 1 if blank != -1 else hit


def _end(text: str, latest: int) -> int:
    if latest >= len(text):
        return len(text)
    blank = max(text.rfind(" ", 0, latest + 1), text.rfind("\n", 0, latest + 1))
    return blank if blank > latest // 2 else latest
