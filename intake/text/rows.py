"""Rows of cells: what the words of a printed line are grouped into."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from intake.text.printed import Printed
from intake.text.words import TEXT, Word

TOUCHING = 0.1  # em: below this two pieces are one word, in two types
# A number, a bullet or an "att" that stands before what it numbers is no column.
LABEL = re.compile(
    r"§+\s?\d{1,4}\s?[a-z]?[.:]?|\d{1,4}\s?[a-z]?\s?§+|\d{1,3}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d)+|"
    r"\(?[a-zåäö][.)]|\(\d{1,2}\)|[ivx]{1,4}[.)]|[•●○◦■□▪►‣–—*\-\uf0a0-\uf0ff]|o|att",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one cell, left to right; ``text`` has single spaces."""

    text: str
    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def bold(self) -> bool:
        return _all(self.words, "bold")


@dataclass(slots=True)
class Row:
    """One printed line. ``column`` is 1 where its first cell stands in a later column."""

    segments: list[Segment]
    baseline: float
    size: float
    y0: float
    y1: float
    column: int = 0
    last: float = field(default=0.0)  # baseline of the last printed line that joined
    ruled: tuple[float, float] | None = None  # top and bottom of its row in a drawn table

    def __post_init__(self) -> None:
        self.last = self.last or self.baseline

    @property
    def words(self) -> list[Word]:
        return [word for segment in self.segments for word in segment.words]

    @property
    def x0(self) -> float:
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        return max(segment.x1 for segment in self.segments)

    @property
    def bold(self) -> bool:
        return _all(self.words, "bold")

    @property
    def italic(self) -> bool:
        return _all(self.words, "italic")


def _all(words: Iterable[Word], style: str) -> bool:
    """Whether all letters are set so; marks and signs do not count."""
    some = False
    for word in words:
        if getattr(word, style):
            some = some or any(map(str.isalnum, word.text))
        elif any(map(str.isalnum, word.text)):
            return False
    return some


def row(line: Printed) -> Row:
    segments = [
        segment(line.words[start:end]) for start, end in pairwise([*line.starts, len(line.words)])
    ]
    return Row(
        segments,
        line.baseline,
        line.size,
        min(word.y0 for word in line.words),
        max(word.y1 for word in line.words),
    )


def segment(words: Sequence[Word]) -> Segment:
    parts = [words[0].text]
    for before, after in pairwise(words):
        touches = after.x0 - before.x1 < TOUCHING * before.size
        if not (touches and before.origin == after.origin == TEXT):
            parts.append(" ")
        parts.append(after.text)
    return Segment("".join(parts), tuple(words))
