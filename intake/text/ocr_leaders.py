"""Rows of dots that lead the eye to a page number or wait for a signature.

Tesseract takes them for letters, and then misreads the words beside them too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PIL import Image

from intake.text.ocr_image import paper_of
from intake.text.ocr_ink import glyphs_of, ink_of
from intake.text.ocr_table import Box, Glyph

FEWEST = 8  # dots in a row
SMALL = 0.25  # of the height of the row
EVEN = 0.35  # of the height of the row: the distance of dots at most


def leaders(row: Sequence[Glyph], high: float) -> list[Box]:
    """The runs of dots among the glyphs of a row, left to right, each as one box."""
    found: list[Box] = []
    run: list[Glyph] = []
    for before, glyph in pairwise([Glyph(-9e9, 0, -9e9, 0), *row]):
        if not _is_dot(glyph, high) or glyph.x0 - before.x1 > EVEN * high:
            found += _leader(run)
            run = []
        if _is_dot(glyph, high):
            run.append(glyph)
    return found + _leader(run)


def without_leaders(page: Image.Image, rows: Iterable[Box]) -> tuple[Image.Image, list[Box]]:
    """A copy of the page without the rows of dots in these rows, and the dots; or the page."""
    ink, copy = ink_of(page), page.copy()
    found: list[Box] = []
    for row in rows:
        place = (0, round(row.y0), page.width, round(row.y1))  # a row ends where dots begin
        found += leaders(list(glyphs_of(ink, place)), row.y1 - row.y0)
    for box in found:
        left, top, right, bottom = map(round, (box.x0, box.y0, box.x1, box.y1))
        copy.paste(paper_of(page), (left - 2, top - 2, right + 2, bottom + 2))
    return (copy, found) if found else (page, [])


def _is_dot(glyph: Glyph, high: float) -> bool:
    return max(glyph.x1 - glyph.x0, glyph.y1 - glyph.y0) < SMALL * high


def _leader(run: Sequence[Glyph]) -> list[Box]:
    if len(run) < FEWEST:
        return []
    top, bottom = min(dot.y0 for dot in run), max(dot.y1 for dot in run)
    row = (0, 0, round(bottom))  # none of tesseract's: it stands by itself
    return [Box("." * len(run), row, run[0].x0, top, run[-1].x1, bottom)]
