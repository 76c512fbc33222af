"""Signs that tesseract's Swedish data lacks, told by their shape: §, %, and narrow spaces.

It reads "§ 3" as "8 3" or "&3", and "27 %" as "27 90"; both would be believed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.text.ocr_table import Box, Glyph

SECTION_LIKE = re.compile(r"[8&$€£S5§BG69]{1,3}")
SECTION_FIRST = re.compile(r"[8&$€£S5§BG69]{1,3}\d{0,4}[-–.,:]?\d{0,4}[.,]?")
PERCENT_LIKE = re.compile(r"[\d,.YyoOZ&/%?$\"”“]+[.,;:)]?")
BELOW = 0.05  # em: how far a section sign hangs at least
SECTION_HIGH, SECTION_WIDE = 0.7, 0.65  # em: at least, at most
PERCENT = (0.9, 1.3)  # width to height; one figure is narrower, two are wider
TALL = 0.55  # em
SPACE = 0.2  # em between letters of one word there is less
COMMITTEE = re.compile(r"(?<=ommitt)(?:eé|éé|ee|e)(?=n?s?\b)")


def with_signs(row: Sequence[Box], baseline: float, size: float) -> list[Box]:
    """The words of a row, left to right, with the signs that their shapes show."""
    mended = [_single(_spaced(box, size)) for box in row]
    mended = [
        _section(box, _figure_beside(mended, at), baseline, size) for at, box in enumerate(mended)
    ]
    mended = [_percent(box, mended[max(0, at - 1) : at], size) for at, box in enumerate(mended)]
    # No other Swedish words end so, and the accent is what scans lose first.
    return [replace(box, text=COMMITTEE.sub("é", box.text)) for box in mended]


def _single(box: Box) -> Box:
    """A letter alone in a cell, which is read twice: "Xx"."""
    letter = box.text[:1]
    twice = letter.isupper() and box.text == letter + letter.lower()
    return replace(box, text=letter) if twice and len(box.glyphs) == 1 else box


def _spaced(box: Box, size: float) -> Box:
    """Part short words that were closed up: "fr om punkt 4"."""
    glyphs = box.glyphs
    if len(glyphs) != len(box.text) or not box.text.isalpha():
        return box
    text = box.text[0]
    for before, after, letter in zip(glyphs, glyphs[1:], box.text[1:], strict=False):
        text += f" {letter}" if after.x0 - before.x1 > SPACE * size else letter
    return replace(box, text=text)


def _figure_beside(row: Sequence[Box], at: int) -> bool:
    """Whether a number ends before a word, or begins after it."""
    before = at and row[at - 1].text[-1:].isdigit()
    return bool(before) or (at + 1 < len(row) and row[at + 1].text[:1].isdigit())


def _section(box: Box, has_number: bool, baseline: float, size: float) -> Box:
    if not box.glyphs or not SECTION_FIRST.fullmatch(box.text):
        return box
    signs = 0
    while signs < min(2, len(box.glyphs)) and _is_section(box.glyphs[signs], baseline, size):
        signs += 1
    rest = len(box.glyphs) - signs
    if not signs or rest >= len(box.text) + (signs == 1):
        return box
    number = box.text[len(box.text) - rest :] if rest else ""
    if not (number[:1].isdigit() or (not number and has_number)):
        return box
    return replace(box, text=f"{'§' * signs} {number}".strip())


def _is_section(glyph: Glyph, baseline: float, size: float) -> bool:
    return (
        glyph.y1 - baseline > BELOW * size
        and glyph.y1 - glyph.y0 > SECTION_HIGH * size
        and glyph.x1 - glyph.x0 < SECTION_WIDE * size
    )


def _percent(box: Box, before: Sequence[Box], size: float) -> Box:
    """A number, or what follows one, that ends in a glyph as wide as high."""
    if not box.glyphs or not PERCENT_LIKE.fullmatch(box.text):
        return box
    whole = Glyph(box.x0, box.y0, box.x1, box.y1)
    follows = bool(before) and before[0].text[-1:].isdigit()
    if follows and not box.text.isdigit() and _is_percent(whole, size):
        return replace(box, text="%")
    mark = box.text[-1] if box.text[-1] in ".,;:)" else ""
    glyphs = box.glyphs[: len(box.glyphs) - len(mark)]
    if not glyphs or not _is_percent(glyphs[-1], size):
        return box
    number = box.text[: len(glyphs) - 1]
    if not (number[-1:].isdigit() or (not number and follows)):
        return box
    return replace(box, text=f"{number}%{mark}")


def _is_percent(glyph: Glyph, size: float) -> bool:
    high = glyph.y1 - glyph.y0
    return high > TALL * size and PERCENT[0] < (glyph.x1 - glyph.x0) / high < PERCENT[1]
