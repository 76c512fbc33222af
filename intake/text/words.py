"""Printed words with their place on the page: what a PDF and an OCR program have in common."""

from __future__ import annotations

from dataclasses import dataclass

TEXT, OCR_LAYER, OCR = "text", "ocr-layer", "ocr"  # where the letters come from


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a gap between them, in one font.

    The box is in points from the page's top left, y downwards; ``y1`` is the lower edge and
    ``baseline`` what the letters stand on. ``confidence`` is 0 to 1.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    confidence: float = 1.0
    origin: str = TEXT
