"""From words with their places to printed lines, for one page.

Knows only where words stand and how large they are: a PDF and a scanned page are the same here.
All lengths in em are of the larger of the two neighbours' sizes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from intake.text.typesetting import SMALL, plain_words
from intake.text.words import Word

SAME_LINE = 0.35  # em between the baselines of letters on one line
CELL_GAP = 1.3  # em
HIGHEST = 0.7  # em that a superscript is raised
EVEN = 1.25  # the widest gap of a justified line, to its middle one
WIDEST_JUSTIFIED = 4.0  # em
FULL_LINE = 2.5  # em that a full line may end before the edge
LEAST_EDGE = 0.7  # of the page's width: short lines show no edge
FEWEST_FULL = 3  # lines that show where the edge is


@dataclass(slots=True)
class Printed:
    """The words of one line, and where a cell begins: at the first of them, and after breaks."""

    words: list[Word]
    baseline: float
    size: float
    starts: list[int] = field(default_factory=lambda: [0])

    def gap(self, at: int) -> float:
        """Points of white before the word ``at``."""
        return self.words[at].x0 - self.words[at - 1].x1

    def em(self, at: int) -> float:
        return max(self.words[at].size, self.words[at - 1].size)


def printed_lines(words: Iterable[Word]) -> list[Printed]:
    """Words grouped into lines by baseline, top to bottom; cells begin at clear gaps."""
    lines = [_printed(group) for group in _by_baseline(words)]
    ends = sorted(line.words[-1].x1 for line in lines)
    for line in lines:
        line.starts = _cell_starts(line, ends)
    return lines


def right_edge(lines: Sequence[Printed], width: float) -> float:
    """How far right the text of the page may reach, in points: as many lines show, or as left."""
    if not lines:
        return width
    left = min(line.words[0].x0 for line in lines)
    far = max(line.words[-1].x1 for line in lines)
    full = sum(far - line.words[-1].x1 < FULL_LINE * line.size for line in lines)
    shown = full >= FEWEST_FULL and far > LEAST_EDGE * width
    return far if shown else max(far, width - left)


def _by_baseline(words: Iterable[Word]) -> list[list[Word]]:
    groups: list[list[Word]] = []
    baseline = size = 0.0
    for word in sorted(words, key=lambda one: (one.baseline, one.x0)):
        if groups and word.baseline - baseline <= SAME_LINE * max(size, word.size):
            groups[-1].append(word)
            if word.size > size:
                baseline, size = word.baseline, word.size
        else:
            groups.append([word])
            baseline, size = word.baseline, word.size
    return _with_raised(groups)


def _with_raised(groups: list[list[Word]]) -> list[list[Word]]:
    """Put raised figures, which stand higher than letters of one line do, to the line below."""
    kept: list[list[Word]] = []
    for group in groups:
        if kept and _is_raised(kept[-1], group):
            group.extend(kept.pop())
        kept.append(group)
    return kept


def _is_raised(above: Sequence[Word], line: Sequence[Word]) -> bool:
    """Whether all words above are small, close over the line, and end no gap between its cells."""
    size = max(word.size for word in line)
    lowest = max(word.baseline for word in line)
    return all(
        word.size < SMALL * size
        and word.text.isdigit()
        and lowest - word.baseline < HIGHEST * size
        and any(abs(word.x0 - one.x1) < 0.3 * size for one in line)
        for word in above
    )


def _printed(group: list[Word]) -> Printed:
    group.sort(key=lambda one: one.x0)
    largest = max(group, key=lambda one: (one.size, len(one.text)))
    return Printed(plain_words(group, largest), largest.baseline, largest.size)


def _cell_starts(line: Printed, ends: Sequence[float]) -> list[int]:
    wide = [at for at in range(1, len(line.words)) if line.gap(at) > CELL_GAP * line.em(at)]
    return [0] if not wide or _is_justified(line, ends) else [0, *wide]


def _is_justified(line: Printed, ends: Sequence[float]) -> bool:
    """Whether all gaps are wide because the line was stretched to where others end too."""
    if len(line.words) < 3:
        return False
    gaps = [line.gap(at) for at in range(1, len(line.words))]
    if max(gaps) > min(EVEN * median(gaps), WIDEST_JUSTIFIED * line.size):
        return False
    end, reach = line.words[-1].x1, 0.3 * line.size
    alike = bisect_right(ends, end + reach) - bisect_left(ends, end - reach)
    return alike >= FEWEST_FULL
