"""The pages of a source as they were printed: each with its size and the place of every line.

Only a PDF has such a facsimile, typed or scanned; for other files the lines themselves are shown.
Everything is in points, from the top left of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from intake.models import SourceFile

DRAWN = "application/pdf"
PIXELS = 110 / 72  # of a picture, for each point
LEAST_SURE = 0.8  # what was read with less certainty is worth a look
READ_BY_MACHINE = "ocr"
MARGIN = 1.0  # points around a line
AROUND = 40.0  # points above and below an excerpt


@dataclass(frozen=True, slots=True)
class Box:
    """The place of one line. ``is_fact``: asked for. ``is_doubtful``: read without certainty.

    ``part`` is the anchor of what was made of the line, where a page has that beside it.
    """

    number: int
    text: str
    x: float
    y: float
    width: float
    height: float
    is_fact: bool = False
    is_doubtful: bool = False
    part: str = ""


@dataclass(slots=True)
class Sheet:
    """One page, or a strip of it, with its lines."""

    number: int
    page_width: float
    page_height: float
    height: float  # of what is shown: the whole page, or a strip of it from ``top``
    top: float = 0.0
    is_scanned: bool = False
    boxes: list[Box] = field(default_factory=list)

    @property
    def pixels(self) -> tuple[int, int]:
        """(width, height) of the page's picture, so that a browser keeps room for it."""
        return round(self.page_width * PIXELS), round(self.page_height * PIXELS)

    @property
    def view_box(self) -> str:
        return f"0 {self.top:.1f} {self.page_width:.1f} {self.height:.1f}"

    @property
    def facts(self) -> list[Box]:
        return [box for box in self.boxes if box.is_fact]


def is_drawn(source: SourceFile) -> bool:
    """Whether the file's pages can be shown as pictures."""
    return source.media_type == DRAWN and any(page.get("width") for page in _pages(source))


def has_page(source: SourceFile, number: int) -> bool:
    return is_drawn(source) and any(page["no"] == number for page in _pages(source))


def sheets(
    source: SourceFile, facts: Iterable[int] = (), parts: dict[int, str] | None = None
) -> list[Sheet]:
    """Every page in order, none if the file has no pages to show.

    ``facts`` are line numbers, ``parts`` the anchors of what was made of lines.
    """
    if not is_drawn(source):
        return []
    asked = set(facts)
    found = {page["no"]: _sheet(page) for page in _pages(source) if page.get("width")}
    for line in source.document["lines"]:
        sheet = found.get(line.get("page", 1))
        if sheet and line.get("bbox"):
            number = line["no"]
            sheet.boxes.append(_box(line, number in asked, (parts or {}).get(number, "")))
            sheet.is_scanned |= line.get("origin") == READ_BY_MACHINE
    return list(found.values())


def excerpts(source: SourceFile, first: int, last: int) -> list[Sheet]:
    """The strips of the pages that hold the lines, with a little above and below."""
    return list(_strips(sheets(source, range(first, last + 1))))


def doubtful(source: SourceFile) -> set[int]:
    """Numbers of the lines that a machine read off an image without being certain."""
    return {line["no"] for line in (source.document or {}).get("lines", []) if _is_doubtful(line)}


def is_scanned(source: SourceFile, numbers: Iterable[int]) -> bool:
    """Whether any of the lines was read off an image."""
    asked = set(numbers)
    lines = (source.document or {}).get("lines", [])
    return any(line.get("origin") == READ_BY_MACHINE for line in lines if line["no"] in asked)


def _strips(pages: Iterable[Sheet]) -> Iterator[Sheet]:
    for sheet in pages:
        if facts := sheet.facts:
            sheet.top = max(min(box.y for box in facts) - AROUND, 0.0)
            bottom = max(box.y + box.height for box in facts) + AROUND
            sheet.height = min(bottom, sheet.page_height) - sheet.top
            yield sheet


def _pages(source: SourceFile) -> list[dict[str, Any]]:
    return (source.document or {}).get("pages", [])


def _sheet(page: dict[str, Any]) -> Sheet:
    width, height = page["width"], page["height"]
    return Sheet(page["no"], width, height, height=height)


def _box(line: dict[str, Any], is_fact: bool, part: str) -> Box:
    x0, y0, x1, y1 = line["bbox"]
    return Box(
        number=line["no"],
        text=line.get("text", line["raw"]),
        x=round(x0 - MARGIN, 1),
        y=round(y0 - MARGIN, 1),
        width=round(x1 - x0 + 2 * MARGIN, 1),
        height=round(y1 - y0 + 2 * MARGIN, 1),
        is_fact=is_fact,
        is_doubtful=_is_doubtful(line),
        part=part,
    )


def _is_doubtful(line: dict[str, Any]) -> bool:
    return line.get("confidence", 1.0) < LEAST_SURE
