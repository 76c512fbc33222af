"""From tesseract's boxes to words that stand level on their rows, with their size and weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from intake.text.ocr_noise import without_noise
from intake.text.ocr_signs import with_signs
from intake.text.ocr_table import Box
from intake.text.words import OCR, Word

# What reaches below the row, in one typeface or another: such a box does not end on the baseline.
HANGING = frozenset("gjpqyQJ,;()[]{}|/\\_@§ç„‚&$€£")
DOUBTED = ("8", "S")  # what a section sign, which hangs, is taken for
DESCENDING, DESCENT = frozenset("gjpqy"), 0.21  # em below the baseline, in most typefaces
# What floats above the row.
FLOATING = frozenset("-–—'’”“\"*°·•~^=+")
TALL = frozenset("bdfhiklABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789äöå")
ACCENTED, ACCENTED_SHARE = frozenset("ÅÄÖÉ"), 0.89
TALL_SHARE, LOW_SHARE = 0.7, 0.49  # of the size: a tall letter and an x, above the baseline
SAME_SIZE = 0.15  # a row within this share of the page's ordinary size has that size
BOLD = 1.22  # times the stroke that letters of that size usually have
CELL_GAP = 1.3  # em
BESIDE = 0.03  # em of white that belongs to a letter at each side
MOST = 0.75  # of the letters of a cell: what they are, all are


@dataclass(frozen=True, slots=True)
class Standing:
    """The words of one row, what they stand on, and their size, all in pixels."""

    row: list[Box]
    baseline: float
    size: float


def printed_words(boxes: Iterable[Box], across: float, down: float) -> list[Word]:
    """The words of a page; ``across`` and ``down`` are points for each pixel."""
    rows = [_standing(list(row)) for _, row in groupby(boxes, key=lambda box: box.row)]
    if not rows:
        return []
    ordinary = median([one.size for one in rows for _ in one.row])
    rows = [_cleaned(one, ordinary) for one in rows]
    usual = _usual_stroke(rows)
    return [
        _word(box, one, bold, across, down)
        for one in rows
        for box, bold in zip(one.row, _bold(one, usual), strict=True)
    ]


def _standing(row: list[Box]) -> Standing:
    row.sort(key=lambda box: box.x0)
    standing = [box for box in row if _stands(box.text)]
    hanging = [box for box in row if DESCENDING & set(box.text)]
    if standing:
        baseline = median(_bottom(box) for box in standing)
    elif hanging:
        baseline = median(box.y1 - DESCENT * _size(box, box.y1) for box in hanging)
    else:
        baseline = median(box.y1 for box in row)
    tall = [box for box in row if TALL & set(box.text) and not ACCENTED & set(box.text)]
    telling = [box for box in tall or row if _stands(box.text) or DESCENDING & set(box.text)]
    sizes = [_size(box, baseline if _stands(box.text) else box.y1) for box in telling]
    return Standing(row, baseline, median(sizes or [box.y1 - box.y0 for box in row]))


def _stands(text: str) -> bool:
    """Whether the lower edge of these letters is the baseline."""
    return not HANGING & set(text) and not set(text) <= FLOATING and text not in DOUBTED


def _bottom(box: Box) -> float:
    """The lower edge of the letters; where they are known one by one, of those that hang least."""
    half = (box.y1 - box.y0) / 2
    return min((glyph.y1 for glyph in box.glyphs if glyph.y1 - glyph.y0 > half), default=box.y1)


def _size(box: Box, bottom: float) -> float:
    """The size of letters of which a tall or a low one, and maybe a tail, fill the box."""
    letters = set(box.text)
    above = TALL_SHARE if letters & TALL else LOW_SHARE
    above = ACCENTED_SHARE if letters & ACCENTED else above
    below = DESCENT if letters & DESCENDING else 0.0
    return (bottom - box.y0) / (above + below)


def _cleaned(one: Standing, ordinary: float) -> Standing:
    """The row without noise, in the page's ordinary size where its own is nearly that."""
    kept = without_noise(with_signs(one.row, one.baseline, one.size), ordinary)
    again = _standing(kept) if kept else one
    near = abs(again.size - ordinary) < SAME_SIZE * ordinary
    return Standing(kept, again.baseline, ordinary if near else again.size)


def _usual_stroke(rows: Sequence[Standing]) -> float:
    """How wide the strokes of regular letters are, in em, where a tenth of the words are so."""
    strokes = sorted(box.stroke / one.size for one in rows for box in one.row if box.stroke)
    if not strokes:
        return 0.0
    thin = strokes[len(strokes) // 10]
    return median(stroke for stroke in strokes if thin <= stroke <= BOLD * thin)


def _bold(one: Standing, usual: float) -> Iterator[bool]:
    """For each word of a row whether it is bold; a cell that mostly is, is wholly so."""
    for cell in _cells(one):
        heavy = [box.stroke > BOLD * usual * one.size for box in cell]
        letters = sum(len(box.text) for box in cell)
        share = sum(len(box.text) for box, bold in zip(cell, heavy, strict=True) if bold) / letters
        agreed = share >= MOST or share <= 1 - MOST
        yield from [share >= MOST] * len(cell) if agreed else heavy


def _cells(one: Standing) -> Iterator[list[Box]]:
    cell: list[Box] = one.row[:1]
    for before, box in pairwise(one.row):
        if box.x0 - before.x1 > CELL_GAP * one.size:
            yield cell
            cell = []
        cell.append(box)
    if cell:
        yield cell


def _word(box: Box, one: Standing, bold: bool, across: float, down: float) -> Word:
    beside = BESIDE * one.size
    return Word(
        box.text,
        (box.x0 - beside) * across,
        box.y0 * down,
        (box.x1 + beside) * across,
        box.y1 * down,
        one.baseline * down,
        one.size * down,
        bold,
        confidence=box.confidence,
        origin=OCR,
    )
