"""What was written: runs of text in paragraphs and rows, before it is set in lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from intake.text.document import BODY

# Signs in the text of a run: a new line, a new page that the writer or the program began.
NEW_LINE, NEW_PAGE, PAGE_WENT_ON = "\n", "\f", "\v"


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one format; ``size`` in points, 0 where it is not known."""

    text: str
    bold: bool = False
    italic: bool = False
    size: float = 0.0


@dataclass(slots=True)
class Paragraph:
    """``label`` is printed before the text; lengths are points.

    ``first`` is where its first line begins, ``left`` where the others do.
    """

    runs: list[Run] = field(default_factory=list)
    label: str = ""
    bullet: bool = False
    apart: bool = True
    heading: int = 0
    joined: bool = False  # its lines are one, as a heading's
    first: float = 0.0
    left: float = 0.0
    tabs: Sequence[float] = ()
    before: float = 0.0
    after: float = 0.0
    style: str = ""
    contextual: bool = False  # no space between it and others of its style
    boxed: bool = False  # in a table of one cell, which is a frame around it
    role: str = BODY

    @property
    def printed(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def blank(self) -> bool:
        return not self.printed.strip()


@dataclass(slots=True)
class Row:
    """One printed row of a table: the runs of each cell, where each begins and where all end.

    Places are in points from the table's left edge.
    """

    cells: list[list[Run]]
    starts: list[float] = field(default_factory=list)
    end: float = 0.0
    role: str = BODY

    @property
    def printed(self) -> str:
        return "".join(run.text for cell in self.cells for run in cell)

    @property
    def blank(self) -> bool:
        return not self.printed.strip()


def labelled(paragraph: Paragraph) -> list[Run]:
    """The runs with the label before them, set as the first run is."""
    if not paragraph.label:
        return paragraph.runs
    like = next((run for run in paragraph.runs if run.text.strip()), Run(""))
    gap = " " if paragraph.apart else ""
    breaks = NEW_PAGE + PAGE_WENT_ON
    turned = list(takewhile(lambda run: not run.text.strip(breaks), paragraph.runs))
    rest = paragraph.runs[len(turned) :]
    if rest:
        rest[0] = replace(rest[0], text=rest[0].text.lstrip(" \t"))
    return [*turned, replace(like, text=paragraph.label + gap), *rest]


def split_lines(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs of each printed line. A page begun by the writer begins a line as well."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for part in re.split(r"(\n|\f)", run.text):
            if part == NEW_LINE or (part == NEW_PAGE and text_of(lines[-1])):
                lines.append([])
            if part and part != NEW_LINE:
                lines[-1].append(replace(run, text=part))
    return lines


def text_of(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)
