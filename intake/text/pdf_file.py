"""A PDF opened in pdfium: what cannot be opened is refused with a reason, page by page."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as raw

from intake.text.pdf_streams import refuse_bomb
from intake.text.unreadable import Unreadable

MAGIC = b"%PDF-"
MAGIC_WITHIN = 1024  # bytes; mail programs put lines of their own before it
END = b"%%EOF"
END_WITHIN = 4096  # bytes; some programs write on after the end
MOST_PAGES = 500
LONGEST_SIDE = 14_400.0  # points, five metres: what the format itself allows
LINEARIZED = re.compile(rb"/Linearized\s.{0,200}?/L\s+(\d{1,12})", re.DOTALL)


def is_pdf(data: bytes) -> bool:
    return MAGIC in data[:MAGIC_WITHIN]


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The document as a pdfium handle, of 1 to 500 pages. Raises Unreadable."""
    if is_cut_off(data):
        raise damaged()
    refuse_bomb(data)
    handle = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle:
        raise _refused(raw.FPDF_GetLastError())
    try:
        pages = raw.FPDF_GetPageCount(handle)
        if pages < 1:
            raise Unreadable(
                "no-pages", "PDF-filen har inga sidor. Kontrollera att rätt fil är vald."
            )
        if pages > MOST_PAGES:
            raise Unreadable(
                "too-many-pages",
                f"PDF-filen har {pages} sidor. Gränsen är {MOST_PAGES}: dela den och försök igen.",
            )
        yield handle
    finally:
        raw.FPDF_CloseDocument(handle)


@contextmanager
def loaded(document: Any, at: int) -> Iterator[Any]:
    """Page ``at``, counted from 0, as a pdfium handle. Raises Unreadable."""
    page = raw.FPDF_LoadPage(document, at)
    if not page:
        raise damaged()
    try:
        yield page
    finally:
        raw.FPDF_ClosePage(page)


def page_size(page: Any) -> tuple[float, float]:
    """Width and height in points as the page is shown. Raises Unreadable for absurd ones."""
    width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    for side in (width, height):
        if not math.isfinite(side) or not 1 <= side <= LONGEST_SIDE:
            raise Unreadable(
                "pdf-page-size",
                "En sida i PDF-filen har ett orimligt format. Skriv ut protokollet till PDF igen "
                "i A4 och försök på nytt.",
            )
    return width, height


def is_cut_off(data: bytes) -> bool:
    """Whether the end of the file is missing; pdfium would leave out the pages that it lacks."""
    if END not in data.rstrip(b"\0\r\n\t ")[-END_WITHIN:]:
        return True
    promised = LINEARIZED.search(data[: MAGIC_WITHIN * 2])
    return bool(promised) and int(promised[1]) > len(data)  # type: ignore[index]


def damaged() -> Unreadable:
    return Unreadable(
        "pdf-damaged",
        "PDF-filen är skadad eller avbruten. Hämta eller spara den på nytt och ladda upp den "
        "igen.",
    )


def _refused(error: int) -> Unreadable:
    if error in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return Unreadable(
            "pdf-password",
            "PDF-filen är skyddad med lösenord. Spara den utan lösenord och försök igen.",
        )
    return damaged()
