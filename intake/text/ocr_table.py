"""The table that tesseract writes: one word a line, with its box in pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

LINE, WORD = "4", "5"  # levels of the table; those above are pages, blocks and paragraphs
COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Glyph:
    """Ink between two columns of white, in pixels: a letter, or a few that touch."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Box:
    """One word. ``row`` is its block, paragraph and line; ``stroke`` the width of its lines.

    ``glyphs`` are looked for only in short words, where their shapes may correct the text.
    """

    text: str
    row: tuple[int, int, int]
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float = 1.0
    area: int = 0
    stroke: float = 0.0
    glyphs: tuple[Glyph, ...] = ()


def boxes_of(table: str) -> Iterator[Box]:
    """The words of the table; what has no letters is passed over. Confidence is 0 to 1."""
    return (box for box in _boxes(table, WORD) if box.text)


def lines_of(table: str) -> Iterator[Box]:
    """The lines of the table, as boxes without text."""
    return _boxes(table, LINE)


def _boxes(table: str, level: str) -> Iterator[Box]:
    for line in table.splitlines()[1:]:
        fields = line.split("\t")
        if len(fields) != COLUMNS or fields[0] != level:
            continue
        block, paragraph, row = map(int, fields[2:5])
        left, top, wide, high = map(int, fields[6:10])
        confidence = max(0.0, float(fields[10]) / 100)
        place = (left, top, left + wide, top + high)
        yield Box(fields[-1].strip(), (block, paragraph, row), *place, confidence)
