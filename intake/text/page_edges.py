"""Heads, feet and page marks of printed pages: known by where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from intake.text.document import BODY, FOOTER, HEADER, PAGE_NUMBER
from intake.text.furniture import CONTENT, is_page_mark
from intake.text.rows import Row, Segment

OUTER = 0.08  # of the height: where a page mark stands
EDGE = 0.2  # of the height: where what is repeated is a head or a foot
SAME_HEIGHT = 3.0  # points
FIGURES = re.compile(r"[-–]?\s*\d{1,4}\s*[-–]?")
SMALL_TYPE = 0.9  # times the size of the body


@dataclass(frozen=True, slots=True)
class PageRows:
    no: int
    width: float
    height: float
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Placed:
    page: PageRows
    row: Row
    role: str

    @property
    def text(self) -> str:
        return "\t".join(segment.text for segment in self.row.segments)


def placed(pages: Sequence[PageRows]) -> list[Placed]:
    """The rows of all pages with their roles; a page mark in a row becomes one of its own."""
    repeated = _repeated(pages)
    size = body_size([row for page in pages for row in page.rows])
    return [one for page in pages for one in _placed(page, repeated, size)]


def _placed(page: PageRows, repeated: dict[int, str], size: float) -> Iterator[Placed]:
    for row in page.rows:
        role = _own_role(page, row, size)
        role = repeated.get(id(row), role) if role == BODY else role
        rest, mark = _page_mark(page, row) if role == BODY else (row, None)
        heads = mark is not None and page.no > 1  # what stands beside the mark of a later page
        yield Placed(page, rest, _nearer_edge(page, row) if heads else role)
        if mark:
            yield Placed(page, mark, PAGE_NUMBER)


def _nearer_edge(page: PageRows, row: Row) -> str:
    return HEADER if row.y0 < page.height / 2 else FOOTER


def _own_role(page: PageRows, row: Row, size: float) -> str:
    """Page marks at the edge; and addresses at the foot, in smaller type than the body's."""
    if not is_outer(page, row):
        return BODY
    text = row_text(row)
    if FIGURES.fullmatch(text) or is_page_mark(text):
        return PAGE_NUMBER
    is_foot = _nearer_edge(page, row) == FOOTER and row.size < SMALL_TYPE * size
    return FOOTER if is_foot else BODY


def is_outer(page: PageRows, row: Row) -> bool:
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


def _with(row: Row, segments: list[Segment]) -> Row:
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
                if is_page_mark(row_text(row)):
                    continue
                if edge == FOOTER or page is not pages[0]:
                    roles[id(row)] = edge
    return roles


def _stands_alike(
    page: PageRows, seen: dict[tuple[str, str], list[tuple[int, float]]], row: Row
) -> bool:
    return is_page_mark(row_text(row)) or any(
        no != page.no and abs(baseline - row.baseline) < SAME_HEIGHT
        for no, baseline in seen.get((_edge(page, row), _shape(row)), ())
    )


def _edge(page: PageRows, row: Row) -> str:
    if any(CONTENT.search(segment.text) for segment in row.segments):
        return ""
    if row.y1 < EDGE * page.height:
        return HEADER
    return FOOTER if row.y0 > (1 - EDGE) * page.height else ""


def row_text(row: Row) -> str:
    return " ".join(segment.text for segment in row.segments).strip()


def _shape(row: Row) -> str:
    return re.sub(r"\d+", "#", " ".join(row_text(row).split())).casefold()


def body_size(rows: Sequence[Row]) -> float:
    """The size in points that most letters have."""
    count: Counter[float] = Counter()
    for row in rows:
        count[round(row.size, 1)] += sum(len(segment.text) for segment in row.segments)
    return count.most_common(1)[0][0] if count else 0.0
