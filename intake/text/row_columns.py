"""Rows that stand below each other: labels, columns that they share, and cells that go on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from intake.text.printed import printed_lines, right_edge
from intake.text.rows import FIGURE, LABEL, Row, Segment, row
from intake.text.tabs import NEXT_LINE, USUAL_SPACE, find_tabs
from intake.text.words import Word

EXACT = 0.05  # em
GOES_ON = re.compile(r"[,;–-]$|\b(?:och|samt|eller|till|för|i|på|av|via|punkt|kl|den)$")
SENTENCE_END = re.compile(r"[.!?:]$")


def page_rows(words: Iterable[Word], width: float) -> list[Row]:
    """The rows of a page that is ``width`` points wide, top to bottom.

    Cells, labels and wrapped cells are as they were meant.
    """
    lines = printed_lines(words)
    find_tabs(lines)
    edge = right_edge(lines, width)
    return _continued([_labelled(row(line)) for line in lines], edge)


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
        if last and columns and _returns(one, last, places, edge):
            last.segments[-1] = joined(last.segments[-1], one.segments[0])
            last.y1, last.last = max(last.y1, one.y1), one.baseline
            continue
        columns = _columns_after(one, places, columns)
        one.column = int(bool(places[0]))
        kept.append(one)
    return kept


def _returns(one: Row, last: Row, places: list[int | None], edge: float) -> bool:
    """Whether the last cell of a row goes on at the margin, as typed text does after a tab."""
    return (
        places == [0]
        and len(last.segments) > 1
        and one.segments[0].text[:1].islower()
        and was_broken(last.segments[-1], one.segments[0], edge)
    )


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
    if None in places:
        return False
    for place, part in zip(places, one.segments, strict=True):
        at = place or 0
        above = _above(last, columns, at, one.size)
        if above is None:
            return False
        if not at and not _is_rest(above, part, rows, alone):
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


def _is_rest(above: Segment, part: Segment, rows: Sequence[Row], alone: bool) -> bool:
    """Whether words of the first column are the rest of the cell above, and no label or name.

    They begin in lower case; or a lone word stands under a lone word, where the cell above that
    has more words, so that they are names.
    """
    if part.text[:1].islower():
        return True
    tables = [one for one in rows[:-1] if len(one.segments) > 1]
    return (
        alone
        and " " not in above.text
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
