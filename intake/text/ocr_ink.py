"""What is really printed inside the boxes that tesseract gives: where, how much, how bold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from PIL import Image, ImageFilter

from intake.text.ocr_image import paper_of
from intake.text.ocr_table import Box, Glyph

DARK = 0.6  # of the shade of the paper: what is darker is ink
HANGS = 0.2  # of the height of a box: tesseract cuts off what it does not expect there
SHORT = 4  # letters
NARROW, BESIDE = 0.15, 0.25  # of the height of a box: too narrow for a letter, and how far off
LEAST = 6  # pixels of ink in a word: a full stop has more


def inked(boxes: Iterable[Box], grey: Image.Image) -> Iterator[Box]:
    """The boxes drawn in to their ink; those of empty paper are no words and go."""
    ink = ink_of(grey)
    # What is left of strokes without their outermost pixels tells how wide they are.
    core = ink.filter(ImageFilter.MinFilter(3))
    for box in map(_widened, boxes):
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
            glyphs=tuple(glyphs_of(ink, place)) if _is_short(box.text) else (),
        )


def _widened(box: Box) -> Box:
    """A bold "i" that stands alone gets a box one pixel wide, beside its ink."""
    reach = box.y1 - box.y0
    if len(box.text) > 1 or not box.text.isalpha() or box.x1 - box.x0 > NARROW * reach:
        return box
    return replace(box, x0=max(0, box.x0 - BESIDE * reach), x1=box.x1 + BESIDE * reach)


def ink_of(grey: Image.Image) -> Image.Image:
    """The page in black and white, its ink white."""
    dark = DARK * paper_of(grey)
    return grey.point([255 if shade < dark else 0 for shade in range(256)])


def _is_short(text: str) -> bool:
    return len(text) <= SHORT or not any(map(str.isalpha, text))


def glyphs_of(ink: Image.Image, place: tuple[int, int, int, int]) -> Iterator[Glyph]:
    """The glyphs of a word, and what of them hangs out of the box below."""
    left, top, right, bottom = place
    part = ink.crop((left, top, right, bottom + round(HANGS * (bottom - top))))
    columns = part.resize((part.width, 1), Image.Resampling.BOX).tobytes()
    for dark, run in groupby(range(part.width), key=lambda at: columns[at] > 0):
        found = list(run)
        edges = part.crop((found[0], 0, found[-1] + 1, part.height)).getbbox() if dark else None
        if edges:
            start = left + found[0]
            yield Glyph(start, top + edges[1], left + found[-1] + 1, top + edges[3])
