"""Paragraphs and rows with their format, made into numbered lines.

For formats that keep the writer's paragraphs (Word, HTML), where no paper has broken the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from intake.text.cleaning import clean, squeeze, take_bullet
from intake.text.columns import cells
from intake.text.document import (
    BODY,
    FOOTER,
    HEADING,
    LIST,
    PARAGRAPH,
    TABLE_ROW,
    Cell,
    Line,
)
from intake.text.plain import LONGEST_LINE, MOST_CHARACTERS, MOST_LINES, NO_CELLS, too_long
from intake.text.written import NEW_LINE, Paragraph, Row, Run, labelled, split_lines, text_of

SIGNS = re.compile(r"[\f\v]")
# "1.<tab>Title", "§ 12<tab>Title": the tab parts no columns.
NUMBER_TAB = re.compile(
    r"^(\s*(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?[a-zåäöA-ZÅÄÖ][.)]"
    r"|(?:[\w/:-]+ ){0,2}§+\s?\d{1,4}[.:]?|\d{1,4}\s?§))\t[\t ]*(?=\S)"
)
# Two spaces after a sentence are a habit of typing, not columns.
TYPED_TWICE = re.compile(r"(?<=[.,;:!?])  (?=\S)")
DEFAULT_SIZE = 11.0  # points
LETTER = 0.5  # an ordinary letter's width, of its size
# A gap that is clearly more than the usual one, as a share of the line.
CLEARLY_MORE = 0.35
USUAL = 0.25  # the share of gaps that are no larger than the usual one


class Sheet:
    """Lines in reading order, numbered from 1. Raises Unreadable for more than minutes can be."""

    def __init__(self, tab: float = 36.0) -> None:
        self.lines: list[Line] = []
        self.page = 1
        self._tab = max(tab, 1.0)
        self._block = 0
        self._written = False  # something on this page
        self._characters = 0

    @property
    def _no(self) -> int:
        return len(self.lines) + 1

    def set(self, printed: Sequence[Paragraph | Row]) -> None:
        """Set all, with a blank line where the paper shows a clear gap."""
        usual = _usual_gap(printed)
        last: Paragraph | Row | None = None
        for one in printed:
            if last and not one.blank and not last.blank and _parted(last, one, usual):
                self.blank(last.role)
            if isinstance(one, Row):
                self.row(one)
            else:
                self.paragraph(one)
            last = one

    def turn(self) -> None:
        """Begin a new page, unless this one is still empty."""
        self.page += int(self._written)
        self._written = False

    def blank(self, role: str = BODY) -> None:
        self._block += 1
        self._add(Line(self._no, "", "", self.page, self._block, cells=NO_CELLS, role=role))

    def paragraph(self, one: Paragraph) -> None:
        if one.blank:
            self._turn_before(one.runs)
            self.blank(one.role)
            return
        self._block += 1
        runs = one.runs if one.bullet else labelled(one)
        if one.joined:
            runs = [replace(run, text=run.text.replace(NEW_LINE, " ")) for run in runs]
        begun = False
        for line in split_lines(runs):
            later = self._turn_before(line)
            if text_of(line).strip():
                self._add(self._line(one, line, begun))
                begun = True
            elif begun and not SIGNS.search(text_of(line)):
                self.blank(one.role)
            for _ in range(later):
                self.turn()

    def row(self, row: Row) -> None:
        """One line, its cells parted by tabs."""
        later = max([0, *(self._turn_before(cell) for cell in row.cells)])
        printed = [squeeze(text_of(cell)) for cell in row.cells]
        while printed and not printed[-1]:
            printed.pop()
        if not printed:
            self.blank(row.role)
            return
        self._block += 1
        raw = "\t".join(printed)
        whole = [run for cell in row.cells for run in cell]
        text = clean(_one_cell(raw))
        label, body = take_bullet(text)
        parts = _row_cells(row, printed) if "\t" in text else cells(body)
        kind = TABLE_ROW if len(parts) > 1 else LIST if label else PARAGRAPH
        self._add(
            Line(
                self._no, body.strip(), _one_cell(raw), self.page, self._block, cells=parts,
                role=row.role, kind=kind, label=label, size=_size(whole), bold=_all(whole, "bold"),
                italic=_all(whole, "italic"),
            )
        )  # fmt: skip
        for _ in range(later):
            self.turn()

    def _line(self, one: Paragraph, runs: list[Run], begun: bool) -> Line:
        size = _size(runs)
        at = one.left if begun else one.first
        raw = _one_cell(TYPED_TWICE.sub(" ", SIGNS.sub("", text_of(runs)).rstrip()))
        if one.bullet and not begun:
            body = clean(raw).lstrip()
            raw = f"{one.label} {body}"
            label = one.label
        else:
            label, body = take_bullet(clean(raw))
        label = "" if one.heading else label  # an ornament of headings
        parts = self._cells(one, runs, body, at, size)
        in_table = one.boxed or (len(parts) > 1 and not label)
        kind = TABLE_ROW if in_table else LIST if label else PARAGRAPH
        columns = round(max(at, 0.0) / (LETTER * (size or DEFAULT_SIZE)))
        return Line(
            self._no, body.strip(), raw, self.page, self._block, cells=parts, role=one.role,
            kind=HEADING if one.heading else kind, label=label, level=one.heading,
            size=size, bold=_all(runs, "bold"), italic=_all(runs, "italic"), indent=columns,
        )  # fmt: skip

    def _cells(
        self, one: Paragraph, runs: list[Run], body: str, at: float, size: float
    ) -> tuple[Cell, ...]:
        """The cells of a line, with the places in points that its tabs lead to."""
        found = cells(body)
        if len(found) == 1:  # most lines
            whole, letter = found[0], LETTER * (size or DEFAULT_SIZE)
            end = round(max(at, 0.0) + len(whole.text) * letter, 1)
            return (Cell(whole.text, max(at, 0.0), end, _all(runs, "bold")),)
        places = list(self._places(body, max(at, 0.0), LETTER * (size or DEFAULT_SIZE), one.tabs))
        bold = _all(runs, "bold")
        parts = [part for part in _segments(runs) if text_of(part).strip()]
        filled = [cell for cell in found if cell.text]
        own = [_all(part, "bold") for part in parts] if len(parts) == len(filled) else []
        bolds = iter(own or [bold] * len(filled))
        return tuple(
            Cell(cell.text, places[round(cell.x0)], places[round(cell.x1)], next(bolds))
            if cell.text
            else cell
            for cell in found
        )

    def _places(
        self, text: str, at: float, letter: float, tabs: Sequence[float]
    ) -> Iterator[float]:
        for sign in text:
            yield round(at, 1)
            if sign == "\t":
                after = (stop for stop in tabs if stop > at + 0.1)
                at = next(after, (at // self._tab + 1) * self._tab)
            else:
                at += letter
        yield round(at, 1)

    def _turn_before(self, runs: Sequence[Run]) -> int:
        """Turn the page where that comes before the text; how often it is turned in the text."""
        text = text_of(runs)
        lead = len(text) - len(text.lstrip())
        for _ in SIGNS.finditer(text[:lead]):
            self.turn()
        return len(SIGNS.findall(text[lead:]))

    def _add(self, line: Line) -> None:
        self._characters += len(line.raw)
        longest = len(line.raw) > LONGEST_LINE
        if longest or len(self.lines) >= MOST_LINES or self._characters > MOST_CHARACTERS:
            raise too_long()
        self._written = self._written or (not line.blank and line.role != FOOTER)
        self.lines.append(line)


def _one_cell(raw: str) -> str:
    return NUMBER_TAB.sub(r"\1 ", raw)


def _all(runs: Iterable[Run], format: str) -> bool:
    """Whether every letter and digit is set so."""
    lettered = [run for run in runs if any(map(str.isalnum, run.text))]
    return bool(lettered) and all(getattr(run, format) for run in lettered)


def _size(runs: Iterable[Run]) -> float:
    return next((run.size for run in runs if run.text.strip()), 0.0)


def _segments(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs between the tabs."""
    part: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\t")
        part.append(replace(run, text=first))
        for other in others:
            yield part
            part = [replace(run, text=other)]
    yield part


def _row_cells(row: Row, printed: list[str]) -> tuple[Cell, ...]:
    """As ``columns.cells`` of the row: empty cells are left out, but for the first."""
    starts = row.starts or [float(at) for at in range(len(row.cells))]
    ends = [*starts[1:], row.end]
    return tuple(
        Cell(clean(text), starts[at], max(starts[at], ends[at]), _all(row.cells[at], "bold"))
        for at, text in enumerate(printed)
        if text or at == 0
    )


def _gap(last: Paragraph | Row, one: Paragraph | Row) -> float:
    if isinstance(last, Row) or isinstance(one, Row):
        return 0.0
    if last.style == one.style and (last.contextual or one.contextual):
        return 0.0
    return max(last.after, one.before)


def _usual_gap(printed: Sequence[Paragraph | Row]) -> float:
    gaps = sorted(
        _gap(last, one)
        for last, one in pairwise(printed)
        if not (last.blank or one.blank or isinstance(last, Row) or isinstance(one, Row))
    )
    return gaps[int(len(gaps) * USUAL)] if gaps else 0.0


def _parted(last: Paragraph | Row, one: Paragraph | Row, usual: float) -> bool:
    if isinstance(one, Row) or isinstance(last, Row) or one.role != last.role:
        return False
    line = 1.2 * (_size(one.runs) or DEFAULT_SIZE)
    return _gap(last, one) - usual > CLEARLY_MORE * line
