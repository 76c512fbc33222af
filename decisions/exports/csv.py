"""Rows as CSV that a Swedish Excel opens right: UTF-8 with a mark, semicolons, ISO dates."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from decisions.exports.cells import kept_as_text
from decisions.exports.columns import COLUMNS, Column, Row, flat

CONTENT_TYPE = "text/csv; charset=utf-8; header=present"
_MARK = "\ufeff"  # without it Excel reads å as two letters


class _Passing:
    """What a csv.writer writes to: the line goes back to who asked for it."""

    def write(self, line: str) -> str:
        return line


def lines(rows: Iterable[Row], columns: Sequence[Column] = COLUMNS) -> Iterator[str]:
    """The file line by line, the headings first; a cell may hold line breaks of its own."""
    writer = csv.writer(_Passing(), delimiter=";", lineterminator="\r\n")
    yield _MARK + writer.writerow([str(column.heading) for column in columns])
    for row in rows:
        yield writer.writerow([_cell(flat(row[column.key])) for column in columns])


def _cell(value: str | int | date) -> str:
    return kept_as_text(value) if isinstance(value, str) else str(value)
