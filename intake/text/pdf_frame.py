"""How a PDF page lies: from points in the file to points of the page as it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw


@dataclass(frozen=True, slots=True)
class Frame:
    """How the page lies: from points in the file to points from the shown page's top left."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    width: float
    height: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def turned(self, quarters: int) -> Frame:
        """The frame with the page turned clockwise by that many quarters more."""
        frame = self
        for _ in range(quarters % 4):
            frame = Frame(
                -frame.b,
                frame.a,
                -frame.d,
                frame.c,
                frame.height - frame.f,
                frame.e,
                frame.height,
                frame.width,
            )
        return frame


def frame_of(page: Any) -> Frame:
    """The frame of a loaded page, turned as its own rotation says."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, box)
    upright = Frame(1, 0, 0, -1, -box.left, box.top, box.right - box.left, box.top - box.bottom)
    return upright.turned(raw.FPDFPage_GetRotation(page))
