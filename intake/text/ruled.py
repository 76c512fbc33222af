"""Tables that are drawn with rules: each cell is read by itself, then set beside the others.

Only rows whose cells hold one paragraph each are taken; a form cell with a list of names in it is
left to the reading by lines, which keeps the names apart.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from intake.text.printed import Printed, printed_lines
from intake.text.row_columns import joined, says_on, was_broken
from intake.text.rows import Row, Segment, segment
from intake.text.ruled_words import mended
from intake.text.words import Word

NEAR = 2.5  # points between rules that are one
LEAST_HEIGHT = 5.0  # points of a row of a table
MOST_RULES = 600  # of a page; more are a drawing


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: ``at`` is its y or x, ``start`` and ``end`` how far it goes; in points."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """One row of a table: from ``top`` to ``bottom``; ``edges`` are the x of its columns."""

    top: float
    bottom: float
    edges: tuple[float, ...]

    def column(self, word: Word) -> int | None:
        """The column that a word stands in, from 0; None where it is not in the row."""
        middle = (word.y0 + word.y1) / 2
        if not self.top < middle < self.bottom:
            return None
        at = bisect_right(self.edges, (word.x0 + word.x1) / 2) - 1
        return at if 0 <= at < len(self.edges) - 1 else None


def ruled_rows(words: Sequence[Word], rules: Rules) -> tuple[list[Row], list[Word]]:
    """The rows that rules make, and the words that stand in none of them."""
    found = bands(rules)
    if not found:
        return [], list(words)
    inside, rest = _in_bands(words, found)
    rows: list[Row] = []
    for band, broken in zip(found, inside, strict=True):
        held = _mended(band, broken)
        row = _row(band, held) if held else None
        if row:
            rows.append(row)
        else:
            moved = _levelled(band, held)
            rest.extend(moved.get(id(word), word) for word in held)
    return rows, rest


def _in_bands(words: Sequence[Word], found: Sequence[Band]) -> tuple[list[list[Word]], list[Word]]:
    """The words of each band, and those of none."""
    tops = [band.top for band in found]
    inside: list[list[Word]] = [[] for _ in found]
    rest: list[Word] = []
    for word in words:
        at = bisect_right(tops, (word.y0 + word.y1) / 2) - 1
        held = at >= 0 and found[at].column(word) is not None
        (inside[at] if held else rest).append(word)
    return inside, rest


def _mended(band: Band, words: Sequence[Word]) -> list[Word]:
    columns: dict[int, list[Word]] = {}
    for word in words:
        columns.setdefault(band.column(word) or 0, []).append(word)
    return [
        word
        for at, held in columns.items()
        for word in mended(held, band.edges[at], band.edges[at + 1])
    ]


def _levelled(band: Band, words: Sequence[Word]) -> dict[int, Word]:
    """Words of a first cell of one line that is centred beside a list, level with its top."""
    label = [word for word in words if band.column(word) == 0]
    others = [word for word in words if band.column(word) != 0]
    if not label or not others:
        return {}
    top = min(word.baseline for word in others)
    first = min(word.baseline for word in label)
    if max(word.baseline for word in label) - first > 0.3 * label[0].size or first <= top:
        return {}
    return {id(word): replace(word, baseline=top) for word in label}


def bands(rules: Rules) -> list[Band]:
    """Rows of tables with two columns and more, top to bottom."""
    if not 2 < len(rules.down) <= MOST_RULES or not 1 < len(rules.across) <= MOST_RULES:
        return []
    found = []
    for top, bottom in pairwise(_levels(rules.across)):
        if bottom - top < LEAST_HEIGHT:
            continue
        edges = _edges(rules.down, top, bottom)
        if len(edges) > 2 and _closed(rules.across, top, bottom, edges):
            found.append(Band(top, bottom, edges))
    return found


def _levels(rules: Iterable[Rule]) -> list[float]:
    levels: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not levels or at - levels[-1] > NEAR:
            levels.append(at)
    return levels


def _edges(down: Iterable[Rule], top: float, bottom: float) -> tuple[float, ...]:
    """Where rules run down through all of a row; several short ones may stand on each other."""
    middle = (top + bottom) / 2
    return tuple(_levels(rule for rule in down if rule.start - NEAR < middle < rule.end + NEAR))


def _closed(across: Sequence[Rule], top: float, bottom: float, edges: Sequence[float]) -> bool:
    """Whether rules run above and below the row, over a good part of it."""
    width = edges[-1] - edges[0]
    for level in (top, bottom):
        covered = sum(
            min(rule.end, edges[-1]) - max(rule.start, edges[0])
            for rule in across
            if abs(rule.at - level) <= NEAR and rule.end > edges[0] and rule.start < edges[-1]
        )
        if covered < 0.3 * width:
            return False
    return True


def _row(band: Band, words: Sequence[Word]) -> Row | None:
    """The cells of one row, or None where a cell holds more than one paragraph."""
    columns: dict[int, list[Word]] = {}
    for word in words:
        columns.setdefault(band.column(word) or 0, []).append(word)
    segments: list[Segment] = []
    for at in sorted(columns):
        cell = _cell(columns[at], band.edges[at], band.edges[at + 1])
        if cell is None:
            return None
        segments.append(cell)
    baselines = [word.baseline for word in words]
    return Row(
        segments,
        min(baselines),
        max(word.size for word in words),
        min(word.y0 for word in words),
        max(word.y1 for word in words),
        int(min(columns) > 0),
        max(baselines),
        (band.top, band.bottom),
    )


def _cell(words: Sequence[Word], left: float, right: float) -> Segment | None:
    lines = printed_lines(words)
    parts = [segment(line.words) for line in lines]
    limit = right - max(0.0, min(line.words[0].x0 for line in lines) - left)
    cell = parts[0]
    for line, part in zip(lines[1:], parts[1:], strict=True):
        if not (_follows(cell, line) and (was_broken(cell, part, limit) or says_on(cell, part))):
            return None
        cell = joined(cell, part)
    return cell


def _follows(cell: Segment, line: Printed) -> bool:
    """Whether a line stands where the next line of a paragraph would."""
    return line.baseline - max(word.baseline for word in cell.words) < 2 * line.size
