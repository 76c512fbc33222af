"""Pages of a PDF as pictures: for the page that shows the source, and for reading scans."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2.raw as raw

from intake.text.pdf_file import damaged, loaded, opened, page_size
from intake.text.unreadable import Unreadable

DPI = 110
SCAN_DPI = 300
LEAST_DPI, MOST_DPI = 20, 600
MOST_PIXELS = 25_000_000
POINTS_PER_INCH = 72
WHITE = 0xFFFFFFFF


def page_count(data: bytes) -> int:
    """The number of pages. Raises Unreadable."""
    with opened(data) as document:
        return int(raw.FPDF_GetPageCount(document))


def page_image(data: bytes, page: int, dpi: int = DPI) -> bytes:
    """Page ``page``, counted from 1, as PNG; larger pages get fewer dots. Raises Unreadable."""
    with opened(data) as document:
        if not 1 <= page <= raw.FPDF_GetPageCount(document):
            raise Unreadable("no-such-page", f"PDF-filen har ingen sida {page}.")
        with loaded(document, page - 1) as handle:
            return drawn(handle, dpi, grey=False)


def drawn(page: Any, dpi: int, *, grey: bool) -> bytes:
    """A loaded page as PNG, at most 25 million pixels. Raises Unreadable."""
    width, height = _pixels(*page_size(page), dpi)
    kind = raw.FPDFBitmap_Gray if grey else raw.FPDFBitmap_BGRx
    bitmap = raw.FPDFBitmap_CreateEx(width, height, kind, None, 0)
    if not bitmap:
        raise damaged()
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, raw.FPDF_ANNOT)
        return _png(bitmap, width, height, grey=grey)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)


def _pixels(width: float, height: float, dpi: int) -> tuple[int, int]:
    """The size in dots, fewer than asked for where the page would be too large."""
    scale = max(LEAST_DPI, min(dpi, MOST_DPI)) / POINTS_PER_INCH
    scale = min(scale, (MOST_PIXELS / (width * height)) ** 0.5)
    return max(1, int(width * scale)), max(1, int(height * scale))


def _png(bitmap: Any, width: int, height: int, *, grey: bool) -> bytes:
    from PIL import Image  # loaded late: most files are read and never drawn

    stride = raw.FPDFBitmap_GetStride(bitmap)
    size = stride * height
    buffer = (raw.c_ubyte * size).from_address(_address(raw.FPDFBitmap_GetBuffer(bitmap)))
    mode, order = ("L", "L") if grey else ("RGB", "BGRX")
    image = Image.frombuffer(mode, (width, height), buffer, "raw", order, stride, 1)
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1 if grey else 6)
    return out.getvalue()


def _address(pointer: Any) -> int:
    import ctypes

    return ctypes.cast(pointer, ctypes.c_void_p).value or 0
