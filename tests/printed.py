"""A typed text as a PDF, so that a test needs no office program."""

from __future__ import annotations

from tests.intake.text.pdf_writer import Sheet, pdf

LEFT, TOP, PITCH = 70, 64, 14  # points


def a_pdf(*pages: str) -> bytes:
    """A4 pages with the lines of each text."""
    return pdf(*map(_sheet, pages))


def _sheet(text: str) -> Sheet:
    sheet = Sheet()
    for number, line in enumerate(text.splitlines()):
        sheet.put(LEFT, TOP + number * PITCH, line)
    return sheet
