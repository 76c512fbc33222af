"""Rows that stand below each other: columns that they share, labels, and cells that go on.

A tab may leave less white than a gap between cells; what tells it is that other rows nearby have
a cell that begins in the same place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from statistics import median

from intake.text.rows import TOUCHING, Printed, Row, Segment, printed_lines, right_edge, row
from intake.text.words import TEXT, Word

ALIGNED = 0.15  # em
ALIGNED_SCAN = 0.5
NEAR = 3  # rows above and below that may show a column
WIDER = 1.15  # a tab's gap to the other gaps of its line
WIDER_SCAN = 1.6  # the same where the edges of words are guessed
FEWEST_SPACES = 10
FURTHEST_TAB = 90.0  # points past the column that a text ran over
USUAL_SPACE = 0.28  # em
EXACT = 0.05  # em
NEXT_LINE = 2.1  # em between baselines of rows that belong together
LABEL = re.compile(
    r"§+\s?\d{1,4}\s?[a-z]?[.:]?|\d{1,4}\s?[a-z]?\s?§+|\d{1,3}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d)+|"
    r"\(?[a-zåäö][.)]|\(\d{1,2}\)|[ivx]{1,4}[.)]|[•●○◦■□▪►‣–—*\-\uf0a0-\uf0ff]|o|att",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\d{1,3}")
GOES_ON = re.compile(r"[,;–-]$|\b(?:och|samt|eller|till|för|i|på|av|via|punkt|kl|den)$")
SENTENCE_END = re.compile(r"[.!?:]$")


def page_rows(words: Iterable[Word], width: float) -> list[Row]:
    """The rows of a page that is ``width`` points wide, top to bottom.

    Cells, labels and wrapped cells are as they were meant.
    """
    lines = printed_lines(words)
    _find_aligned(lines)
    edge = right_edge(lines, width)
    return _continued([_labelled(row(line)) for line in lines], edge)


def _find_aligned(lines: list[Printed]) -> None:
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


def _labelled(one: Row) -> Row:
    """Join a leading number or bullet to what it numbers: it is no column."""
    if len(one.segments) < 2:
        return one
    first, second = one.segments[:2]
    numbers = LABEL.fullmatch(first.text) or (
        len(one.segments) == 2 and FIGURE.fullmatch(first.text)
    )
    if numbers:
        space = "  " if first.text == "o" else " "  # as a bullet is typed
        text = f"{first.text}{space}{second.text}"
        one.segments[:2] = [Segment(text, first.words + second.words)]
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
        if last and columns and _goes_on(one, kept, places, columns, edge):
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
    one: Row, rows: Sequence[Row], places: list[int | None], columns: list[float], edge: float
) -> bool:
    """Whether every cell of a row goes on from the cell above it."""
    last = rows[-1]
    alone = len(places) == 1
    if None in places or (0 in places and not alone):
        return False
    for place, part in zip(places, one.segments, strict=True):
        at = place or 0
        above = _above(last, columns, at, one.size)
        if above is None:
            return False
        if not at and not _is_rest_of_name(above, part, rows):
            return False
        limit = next((x0 - one.size for x0 in columns[at + 1 :] if x0 > above.x1), edge)
        broken = was_broken(above, part, limit) and not _is_next_entry(part, rows)
        if not (broken or (at and says_on(above, part, alone and at > 1))):
            return False
    return True


def _is_next_entry(part: Segment, rows: Sequence[Row]) -> bool:
    """Whether names stand below each other here, one to a row, and this begins with a capital."""
    if not part.text[:1].isupper() or not rows[-1].column:
        return False
    first = next((at for at in range(len(rows) - 1, -1, -1) if not rows[at].column), 0)
    return not any(
        SENTENCE_END.search(segment.text) for one in rows[first:] for segment in one.segments[1:]
    ) and not any(SENTENCE_END.search(one.segments[0].text) for one in rows[first + 1 :])


def _is_rest_of_name(above: Segment, part: Segment, rows: Sequence[Row]) -> bool:
    """Whether a lone word under a lone word of the first column is the rest of its cell.

    The cell above that has more words, so it is no label that stands there.
    """
    tables = [one for one in rows[:-1] if len(one.segments) > 1]
    return (
        " " not in above.text
        and " " not in part.text
        and above.text[-1].isalpha()
        and bool(tables)
        and " " in tables[-1].segments[0].text
    )


def _above(last: Row, columns: list[float], place: int, size: float) -> Segment | None:
    for part in last.segments:
        if abs(part.x0 - columns[place]) < 0.3 * size:
            return part
    return None


def was_broken(above: Segment, part: Segment, limit: float) -> bool:
    """Whether the paper broke the line: the next word did not fit before the limit."""
    last = max(above.words, key=lambda word: (word.baseline, word.x1))
    first = part.words[0]
    if last.bold != first.bold:
        return False
    return last.x1 + USUAL_SPACE * last.size + first.x1 - first.x0 > limit + EXACT * last.size


def says_on(above: Segment, part: Segment, alone: bool = False) -> bool:
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
    elif text[-1:] == "-" and text[-2:-1].isalnum() and not hangs:
        text += below.text  # "2025-" and "12-31", "Ek-" and "Storm"
    else:
        text = f"{text} {below.text}"
    return Segment(text, above.words + below.words)
