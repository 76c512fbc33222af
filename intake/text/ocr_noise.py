"""What tesseract reads where no words are: rules, specks, scribbles; and bullets read as letters.

Shapes decide, not dictionaries. What is left out was no word; nothing is put in but a bullet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.text.ocr_table import Box

BULLET, DASH = "•", "-"
SIGNS = re.compile(r"[^\w§(]+")
# What bullets are read as. A letter that stands alone before a gap is one of these, or a word.
MARK = re.compile(r"[^\w§()\"”]{1,2}|[eoO0sa][^\w§()\"”]?")
# Signs before the letters of a word that tesseract was not sure of.
STAINED = re.compile(r"[=<>:;«»|~_.,'‘\[\]{}!\\/¦]+(?=[^\W\d])")
# Before the letters of a word in small letters a figure stands by itself: "1oktober".
FIGURE = re.compile(r"(?<![\w.,:/-])(\d{1,2})(?=[a-zåäö]{3})")
MISREAD_NUMBER = re.compile(r"\d{1,2}[:,;]")
UNSURE, DOUBTFUL = 0.5, 0.6
RULE_WIDE, RULE_HIGH = 0.18, 1.25  # em: as narrow and as tall as no letter
LONG = 1.2  # em: the widest dash
FLAT, SOLID = 0.25, 0.6  # em high at most, and the share of ink that a rule has
ALONE = 0.6  # em of white before and after
TAB = 0.35  # em of white after a bullet


def without_noise(row: Sequence[Box], size: float) -> list[Box]:
    """The words of one row from left to right; ``size`` is that of its letters, in pixels."""
    kept = [_leader(_mended(box), size) for box in row if not _is_rule(box, size)]
    kept = [box for at, box in enumerate(kept) if not _is_speck(kept, at, size)]
    if not _says_something(kept):
        return []
    return _with_number(_with_bullet(kept, size), size)


def _is_rule(box: Box, size: float) -> bool:
    wide, high = box.x1 - box.x0, box.y1 - box.y0
    upright = wide < RULE_WIDE * size and high > RULE_HIGH * size
    level = wide > LONG * size and high < FLAT * size
    return upright or (level and box.area > SOLID * wide * high)


def _leader(box: Box, size: float) -> Box:
    """A row of dots as such: tesseract takes it for letters."""
    wide, high = box.x1 - box.x0, box.y1 - box.y0
    no_letters = any(map(str.isalnum, box.text)) and high < FLAT * size
    if not no_letters or box.area > SOLID * wide * high:
        return box
    return replace(box, text="....", confidence=max(box.confidence, DOUBTFUL))


def _mended(box: Box) -> Box:
    stain = STAINED.match(box.text) if box.confidence < DOUBTFUL else None
    text = box.text[stain.end() :] if stain else box.text
    # Tesseract knows one long dash; Swedish is printed with the other.
    return replace(box, text=FIGURE.sub(r"\1 ", text.replace("—", "–")))


def _is_speck(row: Sequence[Box], at: int, size: float) -> bool:
    """Whether signs stand in the white after a word, and tesseract was not sure of them."""
    box = row[at]
    if not at or box.confidence >= UNSURE or not SIGNS.fullmatch(box.text):
        return False
    before = box.x0 - row[at - 1].x1
    after = row[at + 1].x0 - box.x1 if at + 1 < len(row) else size
    return before > ALONE * size or after > ALONE * size


def _says_something(row: Sequence[Box]) -> bool:
    """Whether any word of a row is to be trusted: scribbles and stamps give none."""
    return any(
        (box.confidence >= UNSURE and any(map(str.isalnum, box.text))) or box.confidence > 0.8
        for box in row
    )


def _with_bullet(row: list[Box], size: float) -> list[Box]:
    """The row with the marks before its first word as the bullet that they are."""
    lead = 0
    while lead < min(3, len(row) - 1) and MARK.fullmatch(row[lead].text):
        lead += 1
    if not lead or row[lead].x0 - row[lead - 1].x1 < TAB * size:
        return row
    first = row[0]
    sign = DASH if first.y1 - first.y0 < 0.16 * size else BULLET
    return [replace(first, text=sign), *row[lead:]]


def _with_number(row: list[Box], size: float) -> list[Box]:
    """The row with the full stop of the number that a list or a heading begins with."""
    if len(row) < 2 or not MISREAD_NUMBER.fullmatch(row[0].text):
        return row
    heads = row[1].text[:1].isupper() and row[1].x0 - row[0].x1 > TAB * size
    return [replace(row[0], text=f"{row[0].text[:-1]}."), *row[1:]] if heads else row
