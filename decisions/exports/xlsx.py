"""Rows as a spreadsheet, with types: dates are dates, and text is never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from tempfile import TemporaryFile
from typing import IO

from django.utils import timezone
from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from decisions.exports.cells import could_be_formula
from decisions.exports.columns import COLUMNS, Column, Row, flat

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS = 1_048_576  # what a sheet can hold, the headings and a last note with them
FIRST_YEAR = 1900  # before it Excel knows no dates
MOST_SIGNS = 32_767  # in a cell, as UTF-16 counts
_PART = 65_536  # bytes
_OPTIONS = {
    "constant_memory": True,  # each row is written as soon as the next begins
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def parts(rows: Iterable[Row], title: str, columns: Sequence[Column] = COLUMNS) -> Iterator[bytes]:
    """The workbook, made on the disk when the first part is asked for."""
    with TemporaryFile() as file:
        write(rows, file, title, columns=columns)
        file.seek(0)
        yield from iter(partial(file.read, _PART), b"")


def write(
    rows: Iterable[Row],
    file: IO[bytes],
    title: str,
    most: int = MOST_ROWS,
    columns: Sequence[Column] = COLUMNS,
) -> None:
    """Write a workbook with one sheet; beyond ``most`` rows the last one says that there is more.

    A text that is too long for a cell is cut, and says so.
    """
    with Workbook(file, _OPTIONS) as book:
        book.set_properties({"title": title, "created": _today()})
        sheet = book.add_worksheet(_("Beslut"))
        _lay_out(book, sheet, columns)
        cells = _Cells(book, sheet)
        number = 0
        for number, row in enumerate(rows, start=1):
            if number == most - 1:
                cells.write(
                    number, 0, _("Här slutar kalkylbladet, men inte listan: dela upp den.")
                )
                break
            for place, column in enumerate(columns):
                cells.write(number, place, flat(row[column.key]))
        sheet.autofilter(0, 0, number, len(columns) - 1)


class _Cells:
    """Writes each value as what it is."""

    def __init__(self, book: Workbook, sheet: Worksheet) -> None:
        top = {"valign": "top"}
        self._sheet = sheet
        self._number = book.add_format(top)
        self._date = book.add_format({**top, "num_format": "yyyy-mm-dd"})
        self._text = book.add_format({**top, "text_wrap": True})
        # Stays text also when somebody opens the cell and presses Enter.
        self._quoted = book.add_format({**top, "text_wrap": True, "quote_prefix": True})

    def write(self, row: int, place: int, value: str | int | date) -> None:
        if isinstance(value, date) and value.year >= FIRST_YEAR:
            self._sheet.write_datetime(row, place, value, self._date)
        elif isinstance(value, int):
            self._sheet.write_number(row, place, value, self._number)
        elif value:
            self._sheet.write_string(row, place, cut(str(value)), self._format_of(str(value)))

    def _format_of(self, text: str) -> Format:
        return self._quoted if could_be_formula(text) else self._text


def cut(text: str, most: int = MOST_SIGNS) -> str:
    """As much of a text as a cell can hold, with a note where the rest is missing."""
    wide = text.encode("utf-16-le")
    if len(wide) <= 2 * most:
        return text
    note = " " + _("[… resten finns på beslutets sida]")
    return wide[: 2 * (most - len(note))].decode("utf-16-le", errors="ignore") + note


def _lay_out(book: Workbook, sheet: Worksheet, columns: Sequence[Column]) -> None:
    heading = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, str(column.heading), heading)
    sheet.freeze_panes(1, 0)
    # "4" is the printed number of an item: text on purpose, and no mistake to point out.
    sheet.ignore_errors({"number_stored_as_text": f"A1:{_letter_of(len(columns))}{MOST_ROWS}"})


def _letter_of(number: int) -> str:
    """``A`` of the first column; there are never more than letters."""
    return chr(ord("A") + number - 1)


def _today():
    """Midnight: the same list is the same file all day."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
