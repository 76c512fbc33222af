"""A row of a table as printed lines: cells side by side, or running text in a mere frame."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from intake.text.document import TEXT_BOX
from intake.text.plain import too_long
from intake.text.written import Paragraph, Row, Run, labelled, split_lines

# A cell with a heading or running text is no column beside others that are empty.
PROSE = 100  # characters
MOST_CELLS = 500_000  # that one row may fill
Printed = Paragraph | Row
# "1.", "§ 12", "3 Budget": what the first cell of an item's row begins with.
ITEM = re.compile(
    r"^(?:§+\s?\d{1,4}|\d{1,4}\s?§|\d{1,3}[.)]?)(?=\s|$)\s*[.:]?\s*(?P<title>.*)$", re.DOTALL
)
SENTENCE = re.compile(r"\S+\s+\S+\s+\S.*[.!?:]\s*$|.{61}", re.DOTALL)


def table_row(
    contents: Sequence[list[Printed]], starts: Sequence[float], end: float
) -> Iterator[Printed]:
    """What one row prints. ``starts`` are where its cells begin and ``end`` ends it, in points.

    A single cell, and one with running text beside empty ones, is what it holds.
    """
    filled = [content for content in contents if any(_shows(one) for one in content)]
    boxes = [one for content in contents for one in content if one.role == TEXT_BOX]
    if not filled:
        yield Row([])
    elif len(contents) == 1 or (len(filled) == 1 and is_running(filled[0])):
        yield from _trimmed(filled[0])
        return
    elif item := _as_item(filled):
        yield from item
    else:
        yield from side_by_side(contents, starts, end)
    yield from boxes


def _as_item(filled: list[list[Printed]]) -> list[Printed]:
    """The cells one after the other, where a row holds a numbered item and its text; else [].

    "1. Budget | Bo Ek talar om läget." and "1. | Budget | Bo Ek talar om läget."
    """
    cells = [_trimmed(content) for content in filled]
    head = cells[0][0]
    if len(cells[0]) > 1 or not isinstance(head, Paragraph):
        return []
    runs = labelled(head)
    found = ITEM.match("".join(run.text for run in runs).strip())
    if not found:
        return []
    rest = [one for content in cells[1:] for one in content]
    if not found["title"] and rest and isinstance(rest[0], Paragraph):
        head = rest[0]
        runs, rest = [*runs, Run(" "), *labelled(rest[0])], rest[1:]
    if not any(isinstance(one, Paragraph) and SENTENCE.search(one.printed) for one in rest):
        return []
    title = replace(head, runs=runs, label="", bullet=False, first=0.0, left=0.0)
    return [Paragraph(), title, *rest]


def _shows(one: Printed) -> bool:
    return one.role != TEXT_BOX and (
        not one.blank or (isinstance(one, Paragraph) and bool(one.label))
    )


def is_running(content: list[Printed]) -> bool:
    """Whether the only cell with text holds running text, so that the table is only its frame."""
    return any(
        isinstance(one, Row) or one.heading or len(one.printed) > PROSE
        for one in content
        if not one.blank
    )


def _trimmed(content: list[Printed]) -> list[Printed]:
    """Without the empty paragraph that Word asks for at the end of a cell."""
    while len(content) > 1 and content[-1].blank:
        content = content[:-1]
    return content


def side_by_side(
    contents: Sequence[list[Printed]], starts: Sequence[float], end: float
) -> Iterator[Row]:
    """Line i has line i of each cell."""
    columns = [[line for one in content for line in _lines(one)] for content in contents]
    for column in columns:
        while column and not any(run.text.strip() for cell in column[-1] for run in cell):
            column.pop()
    widths = [max(map(len, column), default=1) for column in columns]
    height = max(map(len, columns))
    if height * sum(widths) > MOST_CELLS:
        raise too_long()
    for at in range(height):
        cells: list[list[Run]] = []
        places: list[float] = []
        for column, width, start in zip(columns, widths, starts, strict=True):
            own = column[at] if at < len(column) else []
            cells.extend([*own, *([[]] * (width - len(own)))])
            places.extend([start] * width)
        yield Row(cells, places, end)


def _lines(one: Printed) -> list[list[list[Run]]]:
    """The printed lines of a paragraph or row in a cell, each as its own cells."""
    if one.role == TEXT_BOX:
        return []
    if isinstance(one, Row):
        return [one.cells]
    lines = split_lines(labelled(one))
    if one.joined:
        lines = [[replace(run, text=run.text.replace("\n", " ")) for run in labelled(one)]]
    return [_parted(line) for line in lines]


def _parted(line: list[Run]) -> list[list[Run]]:
    """A line as cells of their own, where it has tabs."""
    cells: list[list[Run]] = [[]]
    for run in line:
        first, *others = run.text.split("\t")
        cells[-1].append(replace(run, text=first))
        cells.extend([replace(run, text=other)] for other in others)
    return cells
