"""From words with their places to rows with their cells, for one page.

Knows only where words stand and how large they are: a PDF and a scanned page are the same here.
All lengths in em are of the larger of the two neighbours' sizes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from intake.text.words import TEXT, Word

SAME_LINE = 0.35  # em between the baselines of letters on one line
CELL_GAP = 1.3  # em
TOUCHING = 0.1  # em: below this two pieces are one word, in two types
RAISED = 0.15  # em above the baseline, and smaller: a superscript
SMALL = 0.85  # of the size of the line
HIGHEST = 0.7  # em that a superscript is raised
TICKS = frozenset("\uf0fc\uf0fe\uf078\u2611\u2612\u2713\u2714\u2705")  # in a list of those present
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
EVEN = 1.25  # the widest gap of a justified line, to its middle one
WIDEST_JUSTIFIED = 4.0  # em
FULL_LINE = 2.5  # em that a full line may end before the edge
LEAST_EDGE = 0.7  # of the page's width: short lines show no edge
FEWEST_FULL = 3  # lines that show where the edge is
LETTERSPACED = 4  # single letters in a row


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
    words = _close_letters(_without_doubles(group))
    words[1:] = [
        _with_text(word, "X", word.x1) if word.text in TICKS else word for word in words[1:]
    ]
    if any(word.size < SMALL * largest.size for word in words):
        words = [_superscript(word, largest) for word in words]
    return Printed(words, largest.baseline, largest.size)


def _without_doubles(words: list[Word]) -> list[Word]:
    """Drop words printed twice in nearly one place, as some programs do for bold and shadow."""
    kept = words[:1]
    for word in words[1:]:
        reach = 0.15 * word.size
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
    return _with_text(word, word.text.translate(SUPERSCRIPTS), word.x1)


def _with_text(word: Word, text: str, x1: float) -> Word:
    return Word(
        text,
        word.x0,
        word.y0,
        x1,
        word.y1,
        word.baseline,
        word.size,
        word.bold,
        word.italic,
        word.confidence,
        word.origin,
    )


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
    return at == first or letter.x0 - words[at - 1].x1 < CELL_GAP * letter.size


def _spaced_words(letters: list[Word]) -> list[Word]:
    gaps = [after.x0 - before.x1 for before, after in pairwise(letters)]
    usual = median(gaps)
    kept = [letters[0]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > 1.6 * usual + 0.1 * letter.size:
            kept.append(letter)
        else:
            kept[-1] = _with_text(kept[-1], kept[-1].text + letter.text, letter.x1)
    return kept


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
