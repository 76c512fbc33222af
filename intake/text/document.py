"""What a reader makes of a file: pages of located lines, in reading order.

Pure data. ``Line.no`` is the anchor of provenance: everything that is later said about a
meeting names the first and last line that say it. Numbers are dense and start at 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field

BODY, HEADER, FOOTER, PAGE_NUMBER, TEXT_BOX = "body", "header", "footer", "pageno", "textbox"
PARAGRAPH, HEADING, LIST, TABLE_ROW = "para", "heading", "list", "table_row"


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of a row; ``x0`` and ``x1`` are in points, or in characters for plain text."""

    text: str
    x0: float = 0.0
    x1: float = 0.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line.

    ``raw`` is the line as received, ``text`` the cleaned form without bullet and markup;
    ``label`` is the bullet or list number that was taken off, ``indent`` counts leading
    columns, ``bbox`` is (x0, y0, x1, y1) in points from the page's top left, or None.
    """

    no: int
    text: str
    raw: str
    page: int = 1
    block: int = 0
    bbox: tuple[float, float, float, float] | None = None
    cells: tuple[Cell, ...] = ()
    role: str = BODY
    kind: str = PARAGRAPH
    label: str = ""
    level: int = 0
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    indent: int = 0
    soft_wrap: bool = False
    origin: str = "text"
    confidence: float = 1.0

    @property
    def blank(self) -> bool:
        return not self.raw.strip()


@dataclass(frozen=True, slots=True)
class Page:
    no: int
    width: float = 0.0
    height: float = 0.0
    rotation: int = 0
    text_state: str = "text"


@dataclass(frozen=True, slots=True)
class Document:
    sha256: str
    media: str
    extractor: str
    version: int
    pages: tuple[Page, ...] = ()
    lines: tuple[Line, ...] = ()
    warnings: tuple[str, ...] = field(default=())
