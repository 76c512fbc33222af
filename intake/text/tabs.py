"""Cells that a tab parts though it leaves little white: the rows above and below tell.

A long name ends close to the next column, or runs over its start.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from intake.text.printed import Printed
from intake.text.rows import LABEL, TOUCHING
from intake.text.words import TEXT, Word

ALIGNED = 0.15  # em
ALIGNED_SCAN = 0.5
NEAR = 3  # rows above and below that may show a column
WIDER = 1.15  # a tab's gap to the other gaps of its line
WIDER_SCAN = 1.6  # the same where the edges of words are guessed
FEWEST_SPACES = 10
FURTHEST_TAB = 90.0  # points past the column that a text ran over
USUAL_SPACE = 0.28  # em
NEXT_LINE = 2.1  # em between baselines of rows that belong together


def find_tabs(lines: list[Printed]) -> None:
    """Begin a cell where rows nearby have one, though the gap before it is small."""
    space = _usual_space(lines)
    columns = [_column_starts(line) for line in lines]
    found = [_tabbed(lines, columns, at, space) for at in range(len(lines))]
    for line, starts in zip(lines, found, strict=True):
        if starts:
            line.starts = sorted({*line.starts, *starts})


def _usual_space(lines: Sequence[Printed]) -> float:
    """The space between words that most letters of the page have, in em."""
    spaces = [
        line.gap(at) / line.em(at)
        for line in lines
        for at in range(1, len(line.words))
        if at not in line.starts
    ]
    return median(spaces) if len(spaces) > FEWEST_SPACES else USUAL_SPACE


def _tabbed(
    lines: Sequence[Printed], starts: Sequence[list[float]], at: int, space: float
) -> list[int]:
    """The words of a line that a tab stands before, told by the rows above and below."""
    line = lines[at]
    if len(line.words) < 2:
        return []
    usual = _usual_gap(line, space)
    odd = [one for one in range(1, len(line.words)) if _is_odd(line, one, usual)]
    if not odd:
        return []
    nearby = _near(lines, at)
    columns = [x0 for one in nearby for x0 in starts[one]]
    near = [lines[one] for one in nearby]
    return [
        one
        for one in odd
        if one not in line.starts
        and (
            (_is_wider(line, one, usual) and _fits(line.words[one], columns))
            or _overran(line, one, usual, near)
        )
    ]


def _is_odd(line: Printed, at: int, usual: float) -> bool:
    """Whether the white before a word is not that of a space: most never are."""
    return not 0.8 * usual <= line.gap(at) <= WIDER * usual


def _near(lines: Sequence[Printed], at: int) -> list[int]:
    line = lines[at]
    reach = (NEAR + 1) * NEXT_LINE * line.size
    return [
        one
        for one in range(max(0, at - NEAR), min(len(lines), at + NEAR + 1))
        if one != at and abs(lines[one].baseline - line.baseline) < reach
    ]


def _column_starts(line: Printed) -> list[float]:
    """Where cells begin; the first word too, as it may stand under a later cell of others."""
    return [
        line.words[start].x0
        for start in line.starts
        if start == 0 or not LABEL.fullmatch(line.words[start - 1].text)
    ]


def _is_wider(line: Printed, at: int, usual: float) -> bool:
    """Whether the gap is no space of this line; words that touch are cut by a tab as well."""
    gap = line.gap(at)
    if line.words[at].origin != TEXT:
        return gap > WIDER_SCAN * usual
    return gap > WIDER * usual or -0.05 < gap / line.em(at) < TOUCHING


def _overran(line: Printed, at: int, usual: float, near: Sequence[Printed]) -> bool:
    """Whether the text before ran over a column's start, so that its tab went further.

    Printed spaces are all alike; a gap of another width is a tab's.
    """
    if line.words[at].origin != TEXT or len(line.starts) > 1:
        return False
    gap, end, x0 = line.gap(at), line.words[at - 1].x1, line.words[at].x0
    odd = WIDER * usual < gap < 1.9 * usual or gap > 2.1 * usual or -0.5 < gap < 0.8 * usual
    if not odd:
        return False
    passed = [
        other
        for other in near
        for start in other.starts[1:2]
        if other.words[start].x0 < end + 0.5 * line.size
        and other.words[start].x0 > line.words[0].x1
        and x0 - other.words[start].x0 < FURTHEST_TAB
    ]
    return len(passed) > 1


def _fits(word: Word, columns: Sequence[float]) -> bool:
    reach = (ALIGNED if word.origin == TEXT else ALIGNED_SCAN) * word.size
    return any(abs(word.x0 - column) < reach for column in columns)


def _usual_gap(line: Printed, space: float) -> float:
    gaps = [line.gap(at) for at in range(1, len(line.words)) if at not in line.starts]
    usual = space * line.size
    return max(usual, median(gaps)) if len(gaps) > 3 else usual
