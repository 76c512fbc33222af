"""The body of a Word file in the order it is printed: paragraphs, rows of tables, text boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, zip_longest
from typing import Any

from intake.text.document import TEXT_BOX
from intake.text.docx_numbering import Numbering
from intake.text.docx_runs import MC, SKIPPED, Fields, Runs, chosen, has_text, hides
from intake.text.docx_styles import Styles, W, child, number, switch, value
from intake.text.tables import Printed, table_row
from intake.text.written import NEW_PAGE, Paragraph, Run

POINTS = 20  # twentieths, which Word measures in
AUTOMATIC_SPACE = 14.0  # points that Word gives a paragraph of a web page
MOST_STOPS = 50
SAME_PAGE = frozenset(("continuous", "nextColumn"))


class Flow:
    """Walks once over a part; automatic numbers are counted on the way."""

    def __init__(self, styles: Styles, numbering: Numbering, sections: Sequence[Any]) -> None:
        self._styles, self._numbering = styles, numbering
        self._turns = {
            section: value(child(after, "type")) not in SAME_PAGE
            for section, after in zip_longest(sections, sections[1:])
        }
        self._fields = Fields()

    def printed(self, parent: Any) -> Iterator[Printed]:
        """Paragraphs and rows of a body, a cell or a text box."""
        carried: list[Run] = []  # of paragraphs whose mark is deleted: they go on in the next
        boxes: list[Printed] = []
        for element in _blocks(parent):
            if element.tag == W + "tbl":
                yield from self._table(element)
                continue
            properties = child(element, "pPr")
            runs, own_boxes = self._runs(element, properties)
            boxes.extend(own_boxes)
            if _joins_next(properties):
                carried.extend(runs)
                continue
            if _is_hidden(properties) and not carried and not any(run.text for run in runs):
                continue
            yield self._paragraph(properties, [*carried, *runs])
            yield from boxes
            carried, boxes = [], []
        if carried:
            yield Paragraph(carried)
        yield from boxes

    def _runs(self, element: Any, properties: Any) -> tuple[list[Run], list[Printed]]:
        walk = Runs(self._styles, self._styles.of(properties), self._fields)
        runs = list(walk.of(element))
        self._fields.end_paragraph()
        if self._breaks_after(properties):
            runs.append(Run(NEW_PAGE))
        boxes: list[Printed] = []
        for box in walk.boxes:
            for one in self.printed(box):
                if not one.blank:
                    one.role = TEXT_BOX
                    boxes.append(one)
        return runs, boxes

    def _paragraph(self, properties: Any, runs: list[Run]) -> Paragraph:
        style = self._styles.of(properties)
        place = self._numbering.place(properties, style)
        mark = self._numbering.mark(place) if place else None
        first, left = self._indents(properties, style, place)
        if self._stated(properties, style, "pageBreakBefore"):
            runs = [Run(NEW_PAGE), *runs]
        outline = number(child(properties, "outlineLvl"))
        level, title = self._styles.heading(style)
        if outline is not None:
            level, title = (outline + 1) % 10, False
        before, after = self._spaces(properties, style)
        return Paragraph(
            runs,
            label=mark.text if mark else "",
            bullet=bool(mark and mark.bullet),
            apart=bool(mark and mark.apart),
            heading=level or int(title),
            joined=bool(level),
            first=first,
            left=left,
            tabs=self._tabs(properties, style),
            before=before,
            after=after,
            style=style,
            contextual=self._stated(properties, style, "contextualSpacing"),
        )

    def _stated(self, properties: Any, style: str, name: str) -> bool:
        own = switch(properties, name)
        if own is not None:
            return own
        inherited = self._styles.paragraph(style, name)
        return bool(inherited and switch(inherited[0].getparent(), name))

    def _indents(
        self, properties: Any, style: str, place: tuple[str, int] | None
    ) -> tuple[float, float]:
        """(first line, other lines) from the margin; a list's own go before its style's."""
        sources = [child(properties, "ind")]
        if place:
            sources.append(self._numbering.indent(place))
        sources.extend(self._styles.paragraph(style, "ind"))
        stated = [one for one in sources if one is not None]
        left = _first(stated, "left", "start") or 0
        hanging, more = _first(stated, "hanging"), _first(stated, "firstLine")
        for one in stated:  # the nearest of the two counts
            if number(one, "hanging") is not None:
                more = None
                break
            if number(one, "firstLine") is not None:
                hanging = None
                break
        return (left - (hanging or 0) + (more or 0)) / POINTS, left / POINTS

    def _spaces(self, properties: Any, style: str) -> tuple[float, float]:
        stated = [child(properties, "spacing"), *self._styles.paragraph(style, "spacing")]
        return tuple(
            _space([one for one in stated if one is not None], side)
            for side in ("before", "after")
        )  # type: ignore[return-value]

    def _tabs(self, properties: Any, style: str) -> tuple[float, ...]:
        stops: dict[int, bool] = {}
        for tabs in (child(properties, "tabs"), *self._styles.paragraph(style, "tabs")):
            for stop in tabs.iterchildren(W + "tab") if tabs is not None else ():
                at = number(stop, "pos")
                if at is not None:
                    stops.setdefault(at, value(stop) not in ("clear", "bar"))
        return tuple(sorted(at / POINTS for at, kept in stops.items() if kept)[:MOST_STOPS])

    def _breaks_after(self, properties: Any) -> bool:
        """Whether a section ends here and the next begins on a new page."""
        return self._turns.get(child(properties, "sectPr"), False)

    # --- Tables ---

    def _table(self, table: Any) -> Iterator[Printed]:
        widths = (number(one, "w") or 0 for one in table.iterfind(f"{W}tblGrid/{W}gridCol"))
        grid = [at / POINTS for at in accumulate(widths, initial=0)]
        rows = list(_rows(table))
        printed: Iterator[Printed] = (one for row in rows for one in self._row(row, grid))
        if len(rows) == 1 and sum(1 for _ in _cells(rows[0])) == 1:
            printed = _boxed(printed)
        yield from printed

    def _row(self, row: Any, grid: list[float]) -> Iterator[Printed]:
        contents: list[list[Printed]] = []
        starts: list[float] = []
        at = number(child(row, "trPr", "gridBefore")) or 0
        for cell, hidden in _cells(row):
            starts.append(grid[min(at, len(grid) - 1)])
            at += max(1, min(number(child(cell, "tcPr", "gridSpan")) or 1, 100))
            contents.append([] if hidden or _continues(cell) else list(self.printed(cell)))
        yield from table_row(contents, starts, grid[min(at, len(grid) - 1)])


def _boxed(printed: Iterator[Printed]) -> Iterator[Printed]:
    """What a table of one cell holds, which is drawn as a box around it."""
    for one in printed:
        if isinstance(one, Paragraph):
            one.boxed = True
        yield one


def _first(stated: list[Any], *names: str) -> int | None:
    found = (number(one, name) for one in stated for name in names)
    return next((one for one in found if one is not None), None)


def _space(stated: list[Any], side: str) -> float:
    for one in stated:
        if value(one, f"{side}Autospacing") in ("1", "true", "on"):
            return AUTOMATIC_SPACE
        if (space := number(one, side)) is not None:
            return max(0.0, min(space / POINTS, 100.0))
    return 0.0


def _joins_next(properties: Any) -> bool:
    """Whether the mark that ends the paragraph is deleted or moved away."""
    mark = child(properties, "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _is_hidden(properties: Any) -> bool:
    return bool(switch(child(properties, "rPr"), "vanish"))


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those inside content controls and accepted changes."""
    for element in parent.iterchildren():
        tag = element.tag
        if tag in (W + "p", W + "tbl"):
            yield element
        elif tag == W + "sdt":
            if not hides(element):
                yield from _blocks(element)
        elif tag == MC + "AlternateContent":
            best = chosen(element, has_text)
            if best is not None:
                yield from _blocks(best)
        elif tag not in SKIPPED and isinstance(tag, str):
            yield from _blocks(element)


def _rows(parent: Any) -> Iterator[Any]:
    for element in parent.iterchildren():
        if element.tag == W + "tr":
            if child(element, "trPr", "del") is None and not switch(
                child(element, "trPr"), "hidden"
            ):
                yield element
        elif element.tag not in SKIPPED and isinstance(element.tag, str):
            yield from _rows(element)


def _cells(parent: Any, hidden: bool = False) -> Iterator[tuple[Any, bool]]:
    """The cells of a row, and whether each shows only a prompt."""
    for element in parent.iterchildren():
        if element.tag == W + "tc":
            if child(element, "tcPr", "cellDel") is None:
                yield element, hidden
        elif element.tag not in SKIPPED and isinstance(element.tag, str):
            yield from _cells(element, hidden or (element.tag == W + "sdt" and hides(element)))


def _continues(cell: Any) -> bool:
    """Whether the cell is the lower part of a merged one."""
    merged = (child(cell, "tcPr", name) for name in ("vMerge", "hMerge"))
    return any(one is not None and value(one) != "restart" for one in merged)
