"""Tables of items: number, title, what was said or decided, who does it and when, in columns.

Such rows are opened into lines, as other minutes print an item: its heading, its text, its
decision under a mark, and a line that says who is responsible and by when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from intake.parsing.actors import WHO
from intake.parsing.agenda import find_headings
from intake.parsing.dates import find_dates
from intake.parsing.paragraphs import ENDS_SENTENCE
from intake.parsing.swedish import words
from intake.text.document import HEADING, PARAGRAPH, Line

NUMBER, TITLE, DECISION, NOTES, RESPONSIBLE, DUE = range(6)
HEADS: dict[str, int] = {
    phrase.replace(" ", ""): kind  # a narrow column breaks a head in two: "Pun kt"
    for kind, phrases in {
        NUMBER: "nr| nr.| nummer| §| punkt nr",
        TITLE: "ärende| ärenden| punkt| rubrik| fråga| ämne| dagordningspunkt",
        DECISION: "beslut| beslut/åtgärd",
        NOTES: "anteckning| anteckningar| notering| noteringar| diskussion| kommentar",
        RESPONSIBLE: "ansvarig| ansvariga| ansvar| vem",
        DUE: "klart senast| klart| senast| när| datum| deadline| slutdatum| tidpunkt",
    }.items()
    for phrase in words(phrases)
}
# In what order the parts of an item are printed, and under which labels.
ORDER = (NOTES, DECISION, RESPONSIBLE, DUE)
MARKS = {RESPONSIBLE: "Ansvarig: ", DUE: "Klart senast: "}
NEAR = 6.0  # points that a cell may stand beside its head
NOTHING = re.compile(r"^[\s–—-]*$")
NUMBERED_ROW = re.compile(r"^(?P<number>\d{1,3})\.?\s+(?P<title>[^\W\d_].*)$")


@dataclass(frozen=True, slots=True)
class Column:
    kind: int
    x0: float


Part = tuple[int, Line, str]


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the table: its heading, and (kind of column, line, text) of each part.

    A row that goes on the one above has no heading.
    """

    line: Line
    heading: str
    parts: list[Part]


def opened_items(lines: list[Line]) -> list[Line]:
    """The lines with the table of items opened, in minutes whose items it is."""
    for at, line in enumerate(lines):
        columns = item_columns(line)
        if not columns:
            continue
        items, end = _items(lines, at + 1, columns)
        numbered = [one for one in find_headings(lines[end:], 0) if one.number]
        if not items or find_headings(lines[:at], 0) or len(numbered) > 1:
            continue
        rows = [row for item in items for row in _printed(item)]
        return [*lines[:at], _blank(line), *rows, *lines[end:]]
    return lines


def item_columns(line: Line) -> list[Column]:
    """The columns that a row of heads names; none where it heads no table of items."""
    if len(line.cells) < 2:
        return []
    kinds = _kinds(line)
    found = {kind for kind, _ in kinds}
    if TITLE not in found or not found & {DECISION, NOTES, RESPONSIBLE}:
        return []
    titles = [at for at, (kind, _) in enumerate(kinds) if kind == TITLE]
    if len(titles) > 1:  # "Punkt | Ärende | Beslut"
        kinds[titles[0]] = (NUMBER, kinds[titles[0]][1])
    columns = [Column(kind, x0) for kind, x0 in kinds]
    return columns if len({one.kind for one in columns}) == len(columns) else []


def without_tasks(lines: Sequence[Line]) -> list[Line]:
    """The lines without the rows of tables of what is to be done: "Åtgärd | Ansvarig | När"."""
    found: list[Line] = []
    inside = False
    for line in lines:
        inside = (inside and (line.blank or len(line.cells) > 1)) or _heads_tasks(line)
        if not inside or line.blank:
            found.append(line)
    return found


def _heads_tasks(line: Line) -> bool:
    if len(line.cells) < 2:
        return False
    heads = {kind_of_head(cell.text) for cell in line.cells}
    return heads >= {RESPONSIBLE, DUE}


def kind_of_head(head: str) -> int | None:
    return HEADS.get(head.replace(" ", "").rstrip(":").casefold())


def _kinds(line: Line) -> list[tuple[int, float]]:
    """The kind and place of every head; none where a cell is no head."""
    found: list[tuple[int, float]] = []
    for cell in line.cells:
        kind = kind_of_head(cell.text)
        if kind is None and cell.text.strip():
            return []
        if kind is not None:
            found.append((kind, cell.x0))
    return found if len(found) > 1 else []


def _items(lines: Sequence[Line], at: int, columns: list[Column]) -> tuple[list[Item], int]:
    """The rows below the heads, and the index of the first line below the table."""
    items: list[Item] = []
    end = at
    while at < len(lines):
        line = lines[at]
        if len(line.cells) > 1:
            item = _row(line, columns)
            size = 1
        else:
            item, size = _unfolded(lines, at, columns, len(items))
            item = item or (_row(line, columns) if _stands_in_column(line, columns) else None)
        if not (item and (item.heading or items)) and not line.blank:
            break
        at += size
        if item and item.heading:
            items.append(item)
        elif item:
            _go_on(items[-1], item)
        end = at if item else end
    return items, end


def _stands_in_column(line: Line, columns: list[Column]) -> bool:
    """Whether a lone text begins below a head that is not the first: a column goes on."""
    at = line.cells[0].x0 if line.text and line.cells else columns[0].x0
    if at - columns[0].x0 <= NEAR:
        return False
    return any(abs(one.x0 - at) <= NEAR for one in columns if one.kind in ORDER)


def _go_on(item: Item, below: Item) -> None:
    """Take in a row without title: its text goes on what stands above it, or is said besides."""
    for kind, line, text in below.parts:
        above = next((at for at, part in enumerate(item.parts) if _ends_open(part, kind)), None)
        if above is not None and text[:1].islower():
            item.parts[above] = (kind, item.parts[above][1], f"{item.parts[above][2]} {text}")
        else:
            item.parts.append((kind, line, text))


def _ends_open(part: Part, kind: int) -> bool:
    return part[0] == kind and kind in (NOTES, DECISION) and not ENDS_SENTENCE.search(part[2])


def _row(line: Line, columns: list[Column]) -> Item | None:
    """The item of a row that stands in its columns."""
    if len(line.cells) == len(columns):
        placed = [(one.kind, cell) for one, cell in zip(columns, line.cells, strict=True)]
    else:
        near = [
            (min((abs(one.x0 - cell.x0), one.kind) for one in columns), cell)
            for cell in line.cells
        ]
        placed = [(kind, cell) for (apart, kind), cell in near if apart <= NEAR]
        if len({kind for kind, _ in placed}) < len(line.cells):
            return None
    texts = {kind: cell.text.strip() for kind, cell in placed}
    number, title = texts.pop(NUMBER, "").strip(" ."), texts.pop(TITLE, "")
    if number and not title:
        return None
    heading = f"{number}{'.' if number.isdigit() else ''} {title}".strip()
    parts = [(kind, line, text) for kind, text in texts.items()]
    return Item(line, heading, sorted(parts, key=_place))


def _place(part: Part) -> int:
    return ORDER.index(part[0])


def _unfolded(
    lines: Sequence[Line], at: int, columns: list[Column], before: int
) -> tuple[Item | None, int]:
    """The item of a row that the reader has set out as paragraphs, and how many it takes."""
    found = NUMBERED_ROW.match(lines[at].text)
    if not found or int(found["number"]) != before + 1:
        return None, 1
    end = at + 1
    while end < len(lines) and lines[end].text and len(lines[end].cells) < 2:
        end += 1
    parts = _shared_out(lines[at + 1 : end], [one.kind for one in columns])
    heading = f"{found['number']}. {found['title']}"
    return Item(lines[at], heading, sorted(parts, key=_place)), end - at


def _shared_out(lines: Sequence[Line], kinds: Sequence[int]) -> list[Part]:
    """The paragraphs of a row by column: a date and names come last, empty cells leave no mark."""
    left = list(lines)
    tasks: list[Part] = []
    if DUE in kinds and left and _is_date(left[-1].text):
        tasks.append((DUE, left[-1], left.pop().text))
    if RESPONSIBLE in kinds and left and _names_somebody(left[-1].text, alone=len(left) == 1):
        tasks.append((RESPONSIBLE, left[-1], left.pop().text))
    own = [kind for kind in kinds if kind in (NOTES, DECISION)]
    if len(own) == 1:
        own *= len(left)
    elif len(own) != len(left):
        own = [NOTES] * len(left)  # nothing tells which cell was empty
    return [(kind, line, line.text) for kind, line in zip(own, left, strict=True)] + tasks


def _is_date(text: str) -> bool:
    return any(one.start == 0 and one.end == len(text) for one in find_dates(text))


def _names_somebody(text: str, *, alone: bool) -> bool:
    return bool(re.fullmatch(WHO, text)) and (" " in text or not alone)


def _printed(item: Item) -> Iterator[Line]:
    """The lines that print the item, each a paragraph of its own."""
    yield _set(item.line, item.heading, 0)
    said = False
    for kind, line, text in item.parts:
        if NOTHING.match(text):
            continue
        if kind == DECISION and not said:
            said = True
            yield _set(line, "Beslut", 1)
        yield _set(line, MARKS.get(kind, "") + text, 2 + kind)


def _set(line: Line, text: str, part: int) -> Line:
    """A line of its own for a part of an item; its block is one that no printed line has."""
    return replace(
        line,
        text=text,
        raw=text,
        label="",
        kind=PARAGRAPH if part else HEADING,
        cells=(),
        bbox=None,
        bold=False,
        indent=0,
        block=-8 * line.no - part,
        soft_wrap=False,
    )


def _blank(line: Line) -> Line:
    return replace(line, raw="", text="", cells=(), kind=PARAGRAPH, bold=False)
