"""Rows that stand below each other: columns that they share, labels, and cells that go on.

A tab may leave less white than a gap between cells; what tells it is that other rows nearby have
a cell that begins in the same place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from statistics import median

from intake.text.rows import Printed, Row, Segment, printed_lines, right_edge, row
from intake.text.words import TEXT, Word

ALIGNED = 0.15  # em
ALIGNED_SCAN = 0.5
NEAR = 3  # rows above and below that may show a column
WIDER = 1.25  # a tab's gap to the other gaps of its line
USUAL_SPACE = 0.28  # em
NEXT_LINE = 2.1  # em between baselines of rows that belong together
LABEL = re.compile(
    r"§+\s?\d{1,4}\s?[a-z]?[.:]?|\d{1,4}\s?[a-z]?\s?§+|\d{1,3}(?:\.\d{1,2})*[.)]|"
    r"\(?[a-zåäö][.)]|\(\d{1,2}\)|[ivx]{1,4}[.)]|[•●○◦■□▪►‣–—*\-\uf0a0-\uf0ff]|o",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\d{1,3}")
GOES_ON = re.compile(r"[,;–-]$|\b(?:och|samt|eller|till|för|i|på|av|via|punkt|kl|den)$")
SENTENCE_END = re.compile(r"[.!?:]$")


def page_rows(words: Iterable[Word]) -> list[Row]:
    """The rows of one page, top to bottom: cells, labels and wrapped cells as they were meant."""
    lines = printed_lines(words)
    _find_aligned(lines)
    edge = right_edge(lines)
    return _continued([_labelled(row(line)) for line in lines], edge)


def _find_aligned(lines: list[Printed]) -> None:
    """Begin a cell where rows nearby have one, though the gap before it is small."""
    found = [_aligned_starts(lines, at) for at in range(len(lines))]
    for line, starts in zip(lines, found, strict=True):
        if starts:
            line.starts = sorted({*line.starts, *starts})


def _aligned_starts(lines: list[Printed], at: int) -> list[int]:
    line = lines[at]
    columns = _columns_near(lines, at)
    if not columns or len(line.words) < 2:
        return []
    usual = _usual_gap(line)
    return [
        one
        for one in range(1, len(line.words))
        if one not in line.starts
        and _fits(line.words[one], columns)
        and (line.gap(one) > WIDER * usual or _is_cut(line, one))
    ]


def _is_cut(line: Printed, at: int) -> bool:
    """Whether two words touch that a space would part if they were one text."""
    return line.words[at].origin == TEXT and -0.05 < line.gap(at) / line.em(at) < 0.1


def _columns_near(lines: list[Printed], at: int) -> list[float]:
    line = lines[at]
    return [
        other.words[start].x0
        for other in lines[max(0, at - NEAR) : at + NEAR + 1]
        if other is not line
        and abs(other.baseline - line.baseline) < (NEAR + 1) * NEXT_LINE * line.size
        for start in other.starts[1:]
        if not LABEL.fullmatch(other.words[start - 1].text)
    ]


def _fits(word: Word, columns: Sequence[float]) -> bool:
    reach = (ALIGNED if word.origin == TEXT else ALIGNED_SCAN) * word.size
    return any(abs(word.x0 - column) < reach for column in columns)


def _usual_gap(line: Printed) -> float:
    gaps = [line.gap(at) for at in range(1, len(line.words)) if at not in line.starts]
    usual = USUAL_SPACE * line.size
    return max(usual, median(gaps)) if len(gaps) > 3 else usual


def _labelled(one: Row) -> Row:
    """Join a leading number or bullet to what it numbers: it is no column."""
    if len(one.segments) < 2:
        return one
    first, second = one.segments[:2]
    numbers = LABEL.fullmatch(first.text) or (
        len(one.segments) == 2 and FIGURE.fullmatch(first.text)
    )
    if numbers:
        one.segments[:2] = [Segment(f"{first.text} {second.text}", first.words + second.words)]
    return one


def _continued(rows: list[Row], edge: float) -> list[Row]:
    """Join cells that go on in the next row, and mark the rows that begin in a later column."""
    kept: list[Row] = []
    columns: list[float] = []
    for one in rows:
        last = kept[-1] if kept else None
        if not last or one.baseline - last.last > NEXT_LINE * max(one.size, last.size):
            columns = []
        places = [_column(segment.x0, columns, one.size) for segment in one.segments]
        if last and columns and _goes_on(one, last, places, columns, edge):
            _join(last, one, places, columns)
            continue
        columns = _columns_after(one, places, columns)
        one.column = int(bool(places[0]))
        kept.append(one)
    return kept


def _column(x0: float, columns: Sequence[float], size: float) -> int | None:
    for at, start in enumerate(columns):
        if abs(x0 - start) < 0.3 * size:
            return at
    return None


def _columns_after(one: Row, places: list[int | None], columns: list[float]) -> list[float]:
    """Where columns begin from this row on; none after a line that runs across them."""
    starts = [segment.x0 for segment in one.segments]
    if len(starts) > 1:
        shared = any(place is not None for place in places)
        return sorted({*(columns if shared else []), *_new(starts, columns, one.size)})
    if places[0] is None:
        return []
    runs_across = places[0] == 0 and len(columns) > 1 and one.x1 > columns[1]
    return [] if runs_across else columns


def _new(starts: list[float], columns: list[float], size: float) -> list[float]:
    return [x0 for x0 in starts if _column(x0, columns, size) is None]


def _goes_on(
    one: Row, last: Row, places: list[int | None], columns: list[float], edge: float
) -> bool:
    """Whether every cell of a row goes on from the cell above it."""
    alone = len(places) == 1
    if None in places or (0 in places and not alone):
        return False
    for place, part in zip(places, one.segments, strict=True):
        at = place or 0
        above = _above(last, columns, at, one.size)
        if above is None:
            return False
        limit = columns[at + 1] - one.size if at + 1 < len(columns) else edge
        if not (
            _was_broken(above, part, limit) or (at and _says_on(above, part, alone and at > 1))
        ):
            return False
    return True


def _above(last: Row, columns: list[float], place: int, size: float) -> Segment | None:
    for part in last.segments:
        if abs(part.x0 - columns[place]) < 0.3 * size:
            return part
    return None


def _was_broken(above: Segment, part: Segment, limit: float) -> bool:
    """Whether the paper broke the line: the next word did not fit before the limit."""
    last = max(above.words, key=lambda word: (word.baseline, word.x1))
    first = part.words[0]
    if last.bold != first.bold:
        return False
    return last.x1 + USUAL_SPACE * last.size + first.x1 - first.x0 > limit + 0.2 * last.size


def _says_on(above: Segment, part: Segment, alone: bool) -> bool:
    """Whether the words go on; ``alone``: what stands only in a later column is no new entry."""
    if part.text[:1].islower() or GOES_ON.search(above.text):
        return True
    return alone and above.bold == part.bold and not SENTENCE_END.search(above.text)


def _join(last: Row, one: Row, places: list[int | None], columns: list[float]) -> None:
    for place, part in zip(places, one.segments, strict=True):
        above = _above(last, columns, place or 0, one.size)
        at = last.segments.index(above) if above else -1
        last.segments[at] = joined(last.segments[at], part)
    last.y1 = max(last.y1, one.y1)
    last.last = one.baseline


def joined(above: Segment, below: Segment) -> Segment:
    """One cell from two printed lines of it; a hyphen at the break goes where the word goes on."""
    text = above.text
    breaks = text[-1:] == "-" and text[-2:-1].isalpha() and below.text[:1].islower()
    hangs = re.match(r"(?:och|eller|samt|till|respektive|resp)\b", below.text)
    if breaks and not hangs:
        text = text[:-1] + below.text
    elif text[-1:] == "-" and text[-2:-1].isdigit() and below.text[:1].isdigit():
        text += below.text
    else:
        text = f"{text} {below.text}"
    return Segment(text, above.words + below.words)
