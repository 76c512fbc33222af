"""From the rows of all pages to numbered lines: blank lines, indents, bullets, heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise, takewhile
from statistics import median

from intake.text.cleaning import clean, take_bullet
from intake.text.columns import cells as typed_cells
from intake.text.document import (
    BODY,
    FOOTER,
    HEADER,
    LIST,
    PAGE_NUMBER,
    PARAGRAPH,
    TABLE_ROW,
    Cell,
    Line,
)
from intake.text.furniture import CONTENT, is_page_mark, mark_by_words
from intake.text.rows import Row
from intake.text.words import TEXT, Word

NO_CELLS = typed_cells("")
OUTER = 0.08  # of the height: where a page mark stands
EDGE = 0.2  # of the height: where what is repeated is a head or a foot
SAME_HEIGHT = 3.0  # points
EXTRA = 1.35  # of the ordinary pitch: the white that parts paragraphs
EXTRA_IN_TITLE = 1.8  # the same within a title of two lines
TITLE = 1.2  # times the size of the body
SAME_SIZE = 0.5  # points
NUMBERED = re.compile(r"\W*\d")
USUAL_PITCH = 1.22  # em
LEAST_PITCH = 1.0  # em: rows nearer than this stand beside each other
NEARBY = 3  # gaps before and after that show the pitch there
LONG_LINE = 60  # characters: what is shorter may be a heading, which has no full stop
FIGURES = re.compile(r"[-–]?\s*\d{1,4}\s*[-–]?")
ENDS_SENTENCE = re.compile(r"[.!?:;…][\"”’)\]]*$")


@dataclass(frozen=True, slots=True)
class PageRows:
    no: int
    width: float
    height: float
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class _Placed:
    page: PageRows
    row: Row
    role: str

    @property
    def text(self) -> str:
        return "\t".join(segment.text for segment in self.row.segments)


def flowing_lines(pages: Sequence[PageRows]) -> list[Line]:
    """The lines of a document, numbered from 1, with a blank one where the paper shows space."""
    repeated = _repeated(pages)
    placed = [one for page in pages for one in _placed(page, repeated)]
    left = _left_margins(placed)
    body = [one.row for one in placed if one.role == BODY]
    pitch, size = _pitch(body), _body_size(body)
    lines: list[Line] = []
    block = 1
    for one, parted in zip(placed, _parted(placed, pitch, size), strict=True):
        if parted and lines:
            lines.append(Line(len(lines) + 1, "", "", one.page.no, block, cells=NO_CELLS))
            block += 1
        lines.append(_line(len(lines) + 1, one, block, left.get(one.page.width, 0.0)))
    return mark_by_words(lines)


def _line(no: int, one: _Placed, block: int, left: float) -> Line:
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


def _placed(page: PageRows, repeated: dict[int, str]) -> Iterator[_Placed]:
    for row in page.rows:
        role = repeated.get(id(row)) or _own_role(page, row)
        rest, mark = _page_mark(page, row) if role == BODY else (row, None)
        yield _Placed(page, rest, role)
        if mark:
            yield _Placed(page, mark, PAGE_NUMBER)


def _own_role(page: PageRows, row: Row) -> str:
    text = _text(row)
    is_mark = FIGURES.fullmatch(text) or is_page_mark(text)
    return PAGE_NUMBER if is_mark and _is_outer(page, row) else BODY


def _is_outer(page: PageRows, row: Row) -> bool:
    return row.y1 < OUTER * page.height or row.y0 > (1 - OUTER) * page.height


def _page_mark(page: PageRows, row: Row) -> tuple[Row, Row | None]:
    """Part the mark of the page from a running head that it stands in."""
    outer = row.y0 < 1.5 * OUTER * page.height or row.y1 > (1 - 1.5 * OUTER) * page.height
    if not outer or len(row.segments) < 2:
        return row, None
    for at, segment in enumerate(row.segments):
        if is_page_mark(segment.text):
            others = row.segments[:at] + row.segments[at + 1 :]
            return _with(row, others), _with(row, [segment])
    return row, None


def _with(row: Row, segments: list) -> Row:  # type: ignore[type-arg]
    return Row(segments, row.baseline, row.size, row.y0, row.y1, row.column)


def _repeated(pages: Sequence[PageRows]) -> dict[int, str]:
    """Rows that stand alike at one height of two pages; the first page's own head is kept.

    The first printing of a head may be all that names the body or the day.
    """
    seen: dict[tuple[str, str], list[tuple[int, float]]] = {}
    for page in pages:
        for row in page.rows:
            if edge := _edge(page, row):
                seen.setdefault((edge, _shape(row)), []).append((page.no, row.baseline))
    roles: dict[int, str] = {}
    for page in pages:
        for rows in (page.rows, page.rows[::-1]):
            alike = partial(_stands_alike, page, seen)
            for row in takewhile(alike, rows):
                edge = _edge(page, row)
                if is_page_mark(_text(row)):
                    continue
                if edge == FOOTER or min(seen[edge, _shape(row)])[0] < page.no:
                    roles[id(row)] = edge
    return roles


def _stands_alike(
    page: PageRows, seen: dict[tuple[str, str], list[tuple[int, float]]], row: Row
) -> bool:
    return is_page_mark(_text(row)) or any(
        no != page.no and abs(baseline - row.baseline) < SAME_HEIGHT
        for no, baseline in seen.get((_edge(page, row), _shape(row)), ())
    )


def _edge(page: PageRows, row: Row) -> str:
    if any(CONTENT.search(segment.text) for segment in row.segments):
        return ""
    if row.y1 < EDGE * page.height:
        return HEADER
    return FOOTER if row.y0 > (1 - EDGE) * page.height else ""


def _text(row: Row) -> str:
    return " ".join(segment.text for segment in row.segments).strip()


def _shape(row: Row) -> str:
    return re.sub(r"\d+", "#", " ".join(_text(row).split())).casefold()


def _left_margins(placed: Sequence[_Placed]) -> dict[float, float]:
    """Where the body begins on pages of each width: the leftmost place that rows share."""
    starts: dict[float, Counter[int]] = {}
    for one in placed:
        if one.role == BODY and not one.row.column and not _is_outer(one.page, one.row):
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


def _body_size(rows: Sequence[Row]) -> float:
    """The size in points that most letters have."""
    count: Counter[float] = Counter()
    for row in rows:
        count[round(row.size, 1)] += sum(len(segment.text) for segment in row.segments)
    return count.most_common(1)[0][0] if count else 0.0


def _is_one_title(above: Row, below: Row, size: float) -> bool:
    """Whether two rows are set alike in the large type of titles, and the second has no number."""
    return (
        below.size > TITLE * size
        and abs(above.size - below.size) < SAME_SIZE
        and above.bold == below.bold
        and not NUMBERED.match(_text(below))
    )


def _parted(placed: Sequence[_Placed], pitch: float, size: float) -> Iterator[bool]:
    """For each row, whether space parts it from the row of the body before it."""
    gaps = [0.0, *(_gap(above, below) for above, below in pairwise(placed))]
    last: _Placed | None = None
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


def _gap(above: _Placed, below: _Placed) -> float:
    """Distance of the baselines to what one size would have, in em; 0 where it tells nothing."""
    if above.page is not below.page:
        return 0.0
    distance = below.row.baseline - above.row.last
    gap = distance / (0.2 * above.row.size + 0.8 * below.row.size)
    return gap if gap >= LEAST_PITCH else 0.0


def _runs_on(last: _Placed, one: _Placed) -> bool:
    """Whether a sentence or a list of cells goes on over the break between two pages."""
    return one.text[:1].islower() or _is_unfinished(last)


def _is_mid_sentence(last: _Placed, one: _Placed) -> bool:
    """Whether a sentence goes on, as below a line that a raised figure pushed down."""
    return _is_unfinished(last) and one.text[:1].islower()


def _in_one_table(last: _Placed, one: _Placed) -> bool:
    above, below = last.row.ruled, one.row.ruled
    return above is not None and below is not None and abs(below[0] - above[1]) < SAME_HEIGHT


def _is_unfinished(last: _Placed) -> bool:
    return len(last.text) > LONG_LINE and not ENDS_SENTENCE.search(last.text)
