"""What the name and the figures of a PDF font say: bold, italic, a font of symbols."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

from intake.text.typesetting import TICKS

BOLD = re.compile(r"bold|black|heavy|[-,](?:semi|demi|bd)|fet\b", re.IGNORECASE)
NOT_BOLD = re.compile(r"regular|roman|book|light|medium|thin|normal", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
SYMBOLS = re.compile(r"wingdings|webdings|symbol|dingbats", re.IGNORECASE)
BOLD_WEIGHT = 600
FORCED_BOLD = 0x40000  # flags of a font descriptor
SLANTED = 0x40
LONGEST_NAME = 256
BULLET = "\u2022"


@dataclass(frozen=True, slots=True)
class Font:
    bold: bool
    italic: bool
    symbols: bool

    def letter(self, text: str) -> str:
        """What a symbol stands for: a tick as it is, whatever else stands alone is a bullet."""
        return text if len(text) > 1 or text in TICKS else BULLET


def font_of(handle: Any) -> Font:
    """Read a pdfium font; what it does not say counts as plain."""
    if not handle:
        return Font(bold=False, italic=False, symbols=False)
    buffer = ctypes.create_string_buffer(LONGEST_NAME)
    raw.FPDFFont_GetBaseFontName(handle, buffer, LONGEST_NAME)
    name = buffer.value.decode("latin-1").partition("+")[2] or buffer.value.decode("latin-1")
    flags = max(0, raw.FPDFFont_GetFlags(handle))
    return named_font(name, raw.FPDFFont_GetWeight(handle), flags)


def named_font(name: str, weight: int, flags: int) -> Font:
    heavy = weight >= BOLD_WEIGHT or bool(flags & FORCED_BOLD)
    return Font(
        bool(BOLD.search(name)) or (heavy and not NOT_BOLD.search(name)),
        bool(ITALIC.search(name)) or bool(flags & SLANTED),
        bool(SYMBOLS.search(name)),
    )
