"""The rules of drawn tables on a scan: found, and taken off before tesseract reads the words.

It takes them for letters, and loses the cells beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image

from intake.text.ocr_image import paper_of
from intake.text.ocr_ink import ink_of
from intake.text.ruled import MOST_RULES, Rule, Rules

PIECE, FEWEST = 5.0, 5  # points of a piece of a rule, and pieces in a row that make one
THICKEST = 3.0  # points, with what is left of a tilt; more is a picture or a dark field
DARK = 0.8  # of a piece that must be ink
BESIDE = 2  # pixels of grey at each side of a rule
FULL = re.compile(b"\xff{%d,}" % FEWEST)


@dataclass(slots=True)
class Line:
    """A level line in pixels: from ``top`` to ``bottom``, from ``start`` to ``end``."""

    top: int
    bottom: int
    start: int
    end: int


def without_rules(page: Image.Image, points: float) -> tuple[Image.Image, Rules]:
    """A copy of the page without the rules of its tables, and these; or the page, and none.

    ``points`` are those of one pixel. Lines that cross no other, as under a heading, stay.
    """
    ink, piece = ink_of(page), max(2, round(PIECE / points))
    across = list(_lines(ink, piece, THICKEST / points))
    down = list(_lines(ink.transpose(Image.Transpose.TRANSPOSE), piece, THICKEST / points))
    if not across or not down or len(across) + len(down) > MOST_RULES:
        return page, Rules()
    level = [line for line in across if any(_cross(line, other, piece) for other in down)]
    upright = [line for line in down if any(_cross(other, line, piece) for other in across)]
    copy, paper = page.copy(), paper_of(page)
    for line in level:
        copy.paste(paper, _around(line, piece, page.size))
    for line in upright:
        left, top, right, bottom = _around(line, piece, (page.height, page.width))
        copy.paste(paper, (top, left, bottom, right))
    return copy, Rules(_rules(level, points), _rules(upright, points))


def _lines(ink: Image.Image, piece: int, thickest: float) -> Iterator[Line]:
    """The thin level lines of a picture whose ink is white."""
    wide = ink.width // piece
    if not wide:
        return
    pieces = ink.resize((wide, ink.height), Image.Resampling.BOX, (0, 0, wide * piece, ink.height))
    rows = pieces.point([255 if shade >= DARK * 255 else 0 for shade in range(256)]).tobytes()
    opened: list[Line] = []
    for at in range(ink.height):
        row = rows[at * wide : (at + 1) * wide]
        if b"\xff" in row:
            for found in FULL.finditer(row):
                _enter(opened, at, found.start() * piece, found.end() * piece)
        ended = [line for line in opened if line.bottom < at - 1]
        yield from (line for line in ended if line.bottom - line.top < thickest)
        opened = [line for line in opened if line.bottom >= at - 1]
    yield from (line for line in opened if line.bottom - line.top < thickest)


def _enter(opened: list[Line], at: int, start: int, end: int) -> None:
    """Add a run of ink to the lines that it touches, which so become one."""
    touched = [line for line in opened if line.start <= end and line.end >= start]
    if not touched:
        opened.append(Line(at, at, start, end))
        return
    first, *others = touched
    first.bottom = at
    first.top = min(line.top for line in touched)
    first.start = min(start, *(line.start for line in touched))
    first.end = max(end, *(line.end for line in touched))
    for other in others:
        opened.remove(other)


def _cross(level: Line, upright: Line, reach: int) -> bool:
    """Whether two lines meet; the upright one is told with the page on its side."""
    return (
        level.start - reach <= upright.bottom
        and upright.top <= level.end + reach
        and upright.start - reach <= level.bottom
        and level.top <= upright.end + reach
    )


def _around(line: Line, piece: int, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The line with its grey sides, and with what of its ends is less than a piece."""
    return (
        max(0, line.start - piece),
        max(0, line.top - BESIDE),
        min(size[0], line.end + piece),
        min(size[1], line.bottom + 1 + BESIDE),
    )


def _rules(lines: Sequence[Line], points: float) -> tuple[Rule, ...]:
    return tuple(
        Rule((line.top + line.bottom + 1) / 2 * points, line.start * points, line.end * points)
        for line in lines
    )
