"""From tesseract's table of boxes to words that stand level on their rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from intake.text.words import OCR, Word

PAGE, WORD = "1", "5"  # levels of the table
# What reaches below the row, in one typeface or another: such a box does not end on the baseline.
HANGING = frozenset("gjpqyQJ,;()[]{}|/\\_@§ç„‚")
# What floats above the row.
FLOATING = frozenset("-–—'’”“\"*°·•~^=+")
TALL = frozenset("bdfhiklABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789äöå")
TALL_SHARE, LOW_SHARE = 0.71, 0.5  # of the size: a tall letter and an x, above the baseline
SAME_SIZE = 0.12  # a row within this share of the page's ordinary size has that size


@dataclass(frozen=True, slots=True)
class Box:
    """One word as tesseract places it, in points; ``row`` is its block, paragraph and line."""

    text: str
    row: tuple[int, int, int]
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float

    @property
    def stands(self) -> bool:
        """Whether the lower edge is the baseline."""
        return not HANGING & set(self.text) and not set(self.text) <= FLOATING


def printed_words(table: str, width: float, height: float) -> list[Word]:
    """The words of a TSV table of a page that is width by height points."""
    rows: dict[tuple[int, int, int], list[Box]] = {}
    for box in boxes_of(table, width, height):
        rows.setdefault(box.row, []).append(box)
    found = [(row, *_stand(row)) for row in rows.values()]
    ordinary = median([size for row, _, size in found for _ in row]) if found else 0.0
    return [
        _word(box, baseline, ordinary if abs(size - ordinary) < SAME_SIZE * ordinary else size)
        for row, baseline, size in found
        for box in row
    ]


def boxes_of(table: str, width: float, height: float) -> Iterator[Box]:
    """The words of the table where they stand; what is no word is passed over."""
    across = down = 0.0
    for line in table.splitlines()[1:]:
        fields = line.split("\t")
        if len(fields) != 12:
            continue
        left, top, wide, high = map(int, fields[6:10])
        if fields[0] == PAGE:
            across, down = width / wide, height / high
        elif fields[0] == WORD and fields[11].strip():
            yield Box(
                fields[11].strip(),
                (int(fields[2]), int(fields[3]), int(fields[4])),
                left * across,
                top * down,
                (left + wide) * across,
                (top + high) * down,
                max(0.0, float(fields[10]) / 100),
            )


def _stand(row: Sequence[Box]) -> tuple[float, float]:
    """The baseline and the size of a row."""
    standing = [box for box in row if box.stands]
    baseline = median(box.y1 for box in standing or row)
    heights = [
        (baseline - box.y0) / (TALL_SHARE if TALL & set(box.text) else LOW_SHARE)
        for box in standing
    ]
    return baseline, median(heights) if heights else max(box.y1 - box.y0 for box in row)


def _word(box: Box, baseline: float, size: float) -> Word:
    return Word(
        box.text,
        box.x0,
        box.y0,
        box.x1,
        box.y1,
        baseline,
        size,
        confidence=box.confidence,
        origin=OCR,
    )
