"""From the rows of all pages to numbered lines: blank lines, indents, bullets, heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from intake.text.cleaning import clean, take_bullet
from intake.text.columns import cells as typed_cells
from intake.text.document import (
    BODY,
    LIST,
    PARAGRAPH,
    TABLE_ROW,
    Cell,
    Line,
)
from intake.text.furniture import mark_by_words
from intake.text.page_edges import (
    SAME_HEIGHT,
    PageRows,
    Placed,
    body_size,
    is_outer,
    placed,
    row_text,
)
from intake.text.rows import Row
from intake.text.words import TEXT, Word

NO_CELLS = typed_cells("")
EXTRA = 1.35  # of the ordinary pitch: the white that parts paragraphs
EXTRA_IN_TITLE = 1.8  # the same within a title of two lines
TITLE = 1.2  # times the size of the body
SAME_SIZE = 0.5  # points
NUMBERED = re.compile(r"\W*\d")
USUAL_PITCH = 1.22  # em
LEAST_PITCH = 1.0  # em: rows nearer than this stand beside each other
NEARBY = 3  # gaps before and after that show the pitch there
LONG_LINE = 60  # characters: what is shorter may be a heading, which has no full stop
ENDS_SENTENCE = re.compile(r"[.!?:;…][\"”’)\]]*$")


def flowing_lines(pages: Sequence[PageRows]) -> list[Line]:
    """The lines of a document, numbered from 1, with a blank one where the paper shows space."""
    rows = placed(pages)
    size = body_size([one.row for one in rows])
    left = _left_margins(rows)
    pitch = _pitch([one.row for one in rows if one.role == BODY])
    lines: list[Line] = []
    block = 1
    for one, parted in zip(rows, _parted(rows, pitch, size), strict=True):
        if parted and lines:
            lines.append(Line(len(lines) + 1, "", "", one.page.no, block, cells=NO_CELLS))
            block += 1
        lines.append(_line(len(lines) + 1, one, block, left.get(one.page.width, 0.0)))
    return mark_by_words(lines)


def _line(no: int, one: Placed, block: int, left: float) -> Line:
    row = one.row
    raw = "\t" * row.column + one.text
    texts = [clean(part.text).strip() for part in row.segments]
    label, texts[0] = take_bullet(texts[0])
    found = tuple(
        Cell(text.strip(), part.x0, part.x1, part.bold)
        for text, part in zip(texts, row.segments, strict=True)
    )
    if row.column:
        found = (Cell("", left, left), *found)
    text = "\t".join(cell.text for cell in found).strip()
    kind = LIST if label else TABLE_ROW if len(found) > 1 else PARAGRAPH
    words = row.words
    return Line(
        no,
        text,
        raw,
        one.page.no,
        block,
        (row.x0, row.y0, row.x1, row.y1),
        found,
        one.role,
        kind,
        label,
        0,
        round(row.size, 1),
        row.bold,
        row.italic,
        max(0, round((row.x0 - left) / (0.5 * row.size))),
        soft_wrap=True,
        origin=words[0].origin,
        confidence=_confidence(words),
    )


def _confidence(words: Sequence[Word]) -> float:
    if words[0].origin == TEXT:
        return 1.0
    return round(sum(word.confidence for word in words) / len(words), 3)


def _left_margins(placed: Sequence[Placed]) -> dict[float, float]:
    """Where the body begins on pages of each width: the leftmost place that rows share."""
    starts: dict[float, Counter[int]] = {}
    for one in placed:
        if one.role == BODY and not one.row.column and not is_outer(one.page, one.row):
            starts.setdefault(one.page.width, Counter())[round(one.row.x0)] += 1
    return {width: _leftmost(count) for width, count in starts.items()}


def _leftmost(count: Counter[int]) -> float:
    enough = max(2, 0.04 * count.total())
    for x0 in sorted(count):
        if count[x0] + count[x0 + 1] >= enough:
            return float(x0)
    return float(min(count))


def _pitch(rows: Sequence[Row]) -> float:
    """The ordinary distance of baselines, in em: that of lines which the paper broke."""
    edge = sorted(row.x1 for row in rows)[int(len(rows) * 0.9)] if rows else 0.0
    broken = [
        (below.baseline - row.last) / row.size
        for row, below in pairwise(rows)
        if row.x1 > edge - 6 * row.size
        and abs(row.size - below.size) < SAME_SIZE
        and LEAST_PITCH <= (below.baseline - row.last) / row.size < 2.6
    ]
    return median(broken) if len(broken) > 2 else USUAL_PITCH


def _is_one_title(above: Row, below: Row, size: float) -> bool:
    """Whether two rows are set alike in the large type of titles, and the second has no number."""
    return (
        below.size > TITLE * size
        and abs(above.size - below.size) < SAME_SIZE
        and above.bold == below.bold
        and not NUMBERED.match(row_text(below))
    )


def _parted(placed: Sequence[Placed], pitch: float, size: float) -> Iterator[bool]:
    """For each row, whether space parts it from the row of the body before it."""
    gaps = [0.0, *(_gap(above, below) for above, below in pairwise(placed))]
    last: Placed | None = None
    for at, one in enumerate(placed):
        if one.role != BODY or last is None:
            yield False
        elif last.page is not one.page:
            yield not _runs_on(last, one)
        else:
            near = [gap for gap in gaps[max(1, at - NEARBY) : at + NEARBY + 1] if gap]
            extra = EXTRA_IN_TITLE if _is_one_title(last.row, one.row, size) else EXTRA
            parted = _gap(last, one) > extra * min([pitch, *near])
            yield parted and not _is_mid_sentence(last, one) and not _in_one_table(last, one)
        if one.role == BODY:
            last = one


def _gap(above: Placed, below: Placed) -> float:
    """Distance of the baselines to what one size would have, in em; 0 where it tells nothing."""
    if above.page is not below.page:
        return 0.0
    distance = below.row.baseline - above.row.last
    gap = distance / (0.2 * above.row.size + 0.8 * below.row.size)
    return gap if gap >= LEAST_PITCH else 0.0


def _runs_on(last: Placed, one: Placed) -> bool:
    """Whether a sentence or a list of cells goes on over the break between two pages."""
    return one.text[:1].islower() or _is_unfinished(last)


def _is_mid_sentence(last: Placed, one: Placed) -> bool:
    """Whether a sentence goes on, as below a line that a raised figure pushed down."""
    return _is_unfinished(last) and one.text[:1].islower()


def _in_one_table(last: Placed, one: Placed) -> bool:
    above, below = last.row.ruled, one.row.ruled
    return above is not None and below is not None and abs(below[0] - above[1]) < SAME_HEIGHT


def _is_unfinished(last: Placed) -> bool:
    return len(last.text) > LONG_LINE and not ENDS_SENTENCE.search(last.text)
