"""Labels in a column of their own beside the text of an item: "Beslut | Kartan ritas om."

Such rows are opened into lines, the label above its text, as other minutes print them. The number
of a part, "1.2 Beslut", is taken off its label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.parsing.paragraphs import CLAUSE, ENDS_SENTENCE, join, stands_alone
from intake.text.cleaning import squeeze, take_bullet
from intake.text.document import LIST, PARAGRAPH, Cell, Line

BESIDE = 12  # columns: text beside a label is indented, however wide the label's column

PART_NUMBER = re.compile(r"^\d{1,3}(?:\.\d{1,2})+\.?\s+(?=\w)")
NARROWEST = 0.35  # em: a printed letter is hardly narrower on average


def opened(lines: Sequence[Line]) -> list[Line]:
    """The lines with every label column opened; all other rows as they are."""
    found: list[Line] = []
    beside: list[Line] = []  # the text beside labels, as far as it has come
    right = max((_text_cell(line).x1 for line in lines if _has_text_beside(line)), default=0.0)
    for line in map(_without_number, lines):
        label = squeeze(line.cells[0].text) if line.cells else ""
        if not _has_text_beside(line) or not (_is_side_label(label) if label else beside):
            found.append(line)
            beside = []
            continue
        if label:
            found.append(_part(line, line.cells[0], label, 0))
        if not label and _runs_on(beside[-1], line, right):
            text = join([found[-1].text, _text_beside(line)])
            found[-1] = replace(found[-1], text=text)
        else:
            found.append(_part(line, _text_cell(line), _text_beside(line), BESIDE))
        beside.append(line)
    return found


def _is_side_label(text: str) -> bool:
    return stands_alone(text) and text.casefold() != "att"  # "att" begins the clause beside it


def _without_number(line: Line) -> Line:
    numbered = PART_NUMBER.match(line.text)
    label = line.text[numbered.end() :] if numbered else ""
    return replace(line, text=label, cells=()) if stands_alone(label) else line


def _has_text_beside(line: Line) -> bool:
    return len(line.cells) > 1 and not line.label and bool(_text_beside(line))


def _text_beside(line: Line) -> str:
    return squeeze(" ".join(cell.text for cell in line.cells[1:]))


def _text_cell(line: Line) -> Cell:
    return line.cells[-1]


def _runs_on(last: Line, line: Line, right: float) -> bool:
    """Whether a paper broke the text: its first word had no room in the column above."""
    above, text = _text_beside(last), _text_beside(line)
    if text[0].islower() and not ENDS_SENTENCE.search(above) and not CLAUSE.match(text):
        return True
    cell = _text_cell(last)
    letter = (cell.x1 - cell.x0) / max(1, len(cell.text))
    if not line.soft_wrap or letter < NARROWEST * last.size:
        return False  # the reader has put the printed lines of the cell together
    word = text.split(maxsplit=1)[0]
    return cell.x1 + (len(word) + 1) * letter > right


def _part(line: Line, cell: Cell, printed: str, indent: int) -> Line:
    """A line of its own for a cell; its block is one that no printed line has."""
    label, text = take_bullet(printed)
    return replace(
        line,
        text=text,
        raw=printed,
        label=label,
        kind=LIST if label else PARAGRAPH,
        cells=(replace(cell, text=text),),
        bold=cell.bold or line.bold,
        indent=indent,
        block=-2 * line.no - bool(indent),
        soft_wrap=False,
    )
