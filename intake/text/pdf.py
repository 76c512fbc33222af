"""PDF, born digital or scanned: the letters of each page as rows, in reading order."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

from intake.text.document import Document, Line, Page
from intake.text.pace import slow_page
from intake.text.page_edges import PageRows
from intake.text.page_flow import flowing_lines
from intake.text.pdf_drawing import count_paths, picture_share
from intake.text.pdf_file import is_pdf, loaded, opened, page_size
from intake.text.pdf_frame import Frame, frame_of
from intake.text.pdf_letters import Letters, letters
from intake.text.plain import MOST_CHARACTERS, MOST_LINES
from intake.text.raster import SCAN_DPI, drawn
from intake.text.row_columns import page_rows
from intake.text.rows import Row
from intake.text.ruled import Rules, ruled_rows
from intake.text.unreadable import Unreadable
from intake.text.words import Word

VERSION = 1
LEAST_LETTERS = 30  # on a page that is text
MOST_UNKNOWN = 0.1  # share of glyphs that stand for no known letter
SCAN_COVERS = 0.5  # share of the page
OUTLINES = 150  # shapes on a page without letters: letters drawn as shapes

READ, READ_LAYER, SCANNED, EMPTY, UNREAD = "text", "ocr-layer", "ocr", "blank", "unread"


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page: its printed words and rules, and what was done to get them."""

    page: Page
    words: Sequence[Word]
    rules: Rules
    warning: str = ""


class Pdf:
    media = "application/pdf"
    name = "pdfium"

    def recognises(self, data: bytes) -> bool:
        return is_pdf(data)

    def read(self, data: bytes) -> Document:
        """Read a PDF of 1 to 500 pages. Raises Unreadable."""
        pages = _read_pages(data)
        lines = flowing_lines([_rows(one) for one in pages])
        if len(lines) > MOST_LINES:
            raise _too_long()
        warnings = tuple(one.warning for one in pages if one.warning)
        _refuse_without_text(lines, warnings)
        return Document(
            hashlib.sha256(data).hexdigest(),
            self.media,
            self.name,
            VERSION,
            tuple(one.page for one in pages),
            tuple(lines),
            warnings,
        )


def page_words(page: Any) -> Letters:
    """The words of a loaded pdfium page. Raises Unreadable for a page of absurd size."""
    page_size(page)
    return letters(page, frame_of(page))


def _read_pages(data: bytes) -> list[ReadPage]:
    pages: list[ReadPage] = []
    characters = 0
    with opened(data) as document:
        for at in range(raw.FPDF_GetPageCount(document)):
            with loaded(document, at) as page:
                pages.append(_read_page(page, at + 1))
            characters += sum(len(word.text) for word in pages[-1].words)
            if characters > MOST_CHARACTERS:
                raise _too_long()
    return pages


def _read_page(page: Any, no: int) -> ReadPage:
    found = page_words(page)
    frame, words, rules, warning = found.frame, found.words, found.rules, ""
    state = _state(page, found, frame.width * frame.height)
    if state == SCANNED:
        frame = frame_of(page)
        scanned, warning = _scanned(page, no, frame)
        state, (words, rules) = (UNREAD, (words, rules)) if warning else (SCANNED, scanned)
    rotation = raw.FPDFPage_GetRotation(page) * 90
    shown = Page(no, frame.width, frame.height, rotation, state)
    return ReadPage(shown, words, rules, warning)


def _scanned(page: Any, no: int, frame: Frame) -> tuple[tuple[list[Word], Rules], str]:
    """What a picture of the page shows, or a warning: one page that fails costs no other."""
    from intake.text import ocr  # loaded late: it costs as much as reading a page of text

    if not ocr.available():
        return ([], Rules()), f"ocr-missing:{no}"
    with slow_page():
        try:
            return ocr.recognise(drawn(page, SCAN_DPI, grey=True), frame.width, frame.height), ""
        except Unreadable as failure:
            return ([], Rules()), f"{failure.code}:{no}"


def _state(page: Any, found: Letters, area: float) -> str:
    known = found.unknown < MOST_UNKNOWN * max(1, found.count)
    if found.count >= LEAST_LETTERS and known:
        return READ_LAYER if found.hidden else READ
    if not known or picture_share(page, area) >= SCAN_COVERS:
        return SCANNED
    if not found.count and count_paths(page) >= OUTLINES:
        return SCANNED
    return EMPTY


def page_lines(words: Sequence[Word], rules: Rules, width: float) -> list[Row]:
    """The rows of one page, top to bottom, by where its words and rules stand. No pdfium here."""
    in_tables, rest = ruled_rows(words, rules)
    rows = page_rows(rest, width)
    if not in_tables:
        return rows
    return sorted([*rows, *in_tables], key=lambda row: row.baseline)


def _rows(one: ReadPage) -> PageRows:
    page = one.page
    return PageRows(page.no, page.width, page.height, page_lines(one.words, one.rules, page.width))


def _refuse_without_text(lines: Sequence[Line], warnings: Sequence[str]) -> None:
    if any(line.text for line in lines):
        return
    if warnings:
        why = "den här servern saknar textigenkänning"
        if not warnings[0].startswith("ocr-missing"):
            why = "sidorna gick inte att tyda"
        raise Unreadable(
            "no-text",
            f"PDF-filen är inskannad och innehåller ingen text, och {why}. Gör filen sökbar, "
            "eller spara protokollet som text, och försök igen.",
        )
    raise Unreadable(
        "no-text",
        "PDF-filen innehåller ingen text som går att läsa. Kontrollera att rätt fil är vald, "
        "eller spara protokollet som text och försök igen.",
    )


def _too_long() -> Unreadable:
    return Unreadable(
        "too-long",
        "Filen är längre än något protokoll. Kontrollera att rätt fil är vald.",
    )
