"""What is really printed inside the boxes that tesseract gives: where, how much, how bold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PIL import Image, ImageFilter

from intake.text.ocr_table import Box

DARK = 0.6  # of the shade of the paper: what is darker is ink
LEAST = 6  # pixels of ink in a word: a full stop has more


def inked(boxes: Iterable[Box], grey: Image.Image) -> Iterator[Box]:
    """The boxes drawn in to their ink; those of empty paper are no words and go."""
    shades = grey.histogram()
    dark = DARK * shades.index(max(shades))
    ink = grey.point([255 if shade < dark else 0 for shade in range(256)])
    # What is left of strokes without their outermost pixels tells how wide they are.
    core = ink.filter(ImageFilter.MinFilter(3))
    for box in boxes:
        place = (round(box.x0), round(box.y0), round(box.x1), round(box.y1))
        part = ink.crop(place)
        area = part.histogram()[255]
        edges = part.getbbox()
        if edges is None or area < LEAST:
            continue
        rim = max(1, area - core.crop(place).histogram()[255])
        yield replace(
            box,
            x0=place[0] + edges[0],
            y0=place[1] + edges[1],
            x1=place[0] + edges[2],
            y1=place[1] + edges[3],
            area=area,
            stroke=2 * area / rim,
        )
