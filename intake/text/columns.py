"""Columns of a typed line: a tab, or two spaces and more, parts one cell from the next."""

from __future__ import annotations

import re

from intake.text.document import Cell

GAP = re.compile(r"\t[\t ]*| {2,}\t?[\t ]*")


def cells(text: str) -> tuple[Cell, ...]:
    """The cells of a line; a line that starts with a tab has an empty first cell."""
    found: list[Cell] = []
    start = 0
    body = text.rstrip()
    if body.startswith("\t"):
        found.append(Cell("", 0, 0))
    lead = len(body) - len(body.lstrip())
    start = lead
    if "\t" not in body and "  " not in body[lead:]:  # most lines: one cell, no search
        return (*found, Cell(body[lead:], lead, len(body)))
    for gap in GAP.finditer(body, lead):
        found.append(Cell(body[start : gap.start()], start, gap.start()))
        start = gap.end()
    found.append(Cell(body[start:], start, len(body)))
    return tuple(found)
