"""Tables of what is to be done: "Åtgärd | Ansvarig | Klart senast | Status", a row for each.

A row is an assignment unless it tells that it is done. Who and when are those of its own columns;
nothing is taken from another row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from intake.parsing.deadlines import DAY, Due, find_due
from intake.parsing.item_tables import DUE, NEAR, RESPONSIBLE, kind_of_head
from intake.parsing.minutes import Lines, ParsedAssignment, ParsedAttendance
from intake.parsing.outstanding import DONE, named_in
from intake.parsing.paragraphs import join
from intake.parsing.swedish import words
from intake.parsing.tasks import stated_due, stated_responsible
from intake.text.document import Cell, Line

WHAT, STATUS = "what", "status"
WHAT_HEADS = words(
    "åtgärd| åtgärder| aktivitet| aktiviteter| uppdrag| uppgift| uppgifter| vad| att göra| "
    "todo| to do| action| beslutad åtgärd"
)
STATUS_HEADS = words("status| läge| nuläge| lägesrapport| resultat| klar| utfört| utförd")
DONE_BY_THEN = "klart"  # the head of a column that tells when it was done, or when it is to be


@dataclass(frozen=True, slots=True)
class Table:
    """Its assignments, and the lines it takes up."""

    lines: Lines
    rows: tuple[ParsedAssignment, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    kind: int | str
    x0: float
    head: str


_Row = dict[int | str, str]


def task_tables(
    lines: Sequence[Line], attendances: Sequence[ParsedAttendance], day: date | None
) -> list[Table]:
    """In printed order; none where no row of heads tells what the columns hold."""
    found: list[Table] = []
    end = 0
    for at, line in enumerate(lines):
        columns = _columns(line) if at >= end and len(line.cells) > 1 else []
        if not columns:
            continue
        rows, end = _rows(lines, at + 1, columns)
        told = (_assignment(row, span, columns, attendances, day) for row, span in rows)
        if rows:
            found.append(Table((line.no, rows[-1][1][1]), tuple(filter(None, told))))
    return found


def _columns(line: Line) -> list[_Column]:
    """The columns of a row of heads: what, and who or when or how it stands."""
    found = [
        _Column(_kind(cell.text), cell.x0, cell.text.strip().rstrip(":").casefold())
        for cell in line.cells
    ]
    kinds = {one.kind for one in found}
    heads = len(kinds) == len(found) and WHAT in kinds and kinds & {RESPONSIBLE, DUE, STATUS}
    return found if heads else []


def _kind(head: str) -> int | str:
    """Of a head that says nothing of these, its own words."""
    bare = head.strip().rstrip(":").casefold()
    if bare in WHAT_HEADS:
        return WHAT
    if bare in STATUS_HEADS:
        return STATUS
    kind = kind_of_head(head)
    return bare if kind is None else kind


def _rows(
    lines: Sequence[Line], at: int, columns: list[_Column]
) -> tuple[list[tuple[_Row, Lines]], int]:
    """Each row with its lines, and the index of the first line below the table."""
    found: list[tuple[_Row, Lines]] = []
    end = at
    for index in range(at, len(lines)):
        line = lines[index]
        row = _row(line, columns)
        if row and (WHAT in row and len(row) > 1):
            found.append((row, (line.no, line.no)))
        elif row and found and not lines[index - 1].blank:
            found[-1] = _with(found[-1], row, line.no)
        elif line.text:
            break
        end = index + 1 if row else end
    return found, end


def _row(line: Line, columns: list[_Column]) -> _Row:
    """The texts by kind of column; empty where one stands in none."""
    if len(line.cells) == len(columns):
        pairs = list(zip(columns, line.cells, strict=True))
    else:
        pairs = [(_nearest(columns, cell), cell) for cell in line.cells]
        if any(abs(column.x0 - cell.x0) > NEAR for column, cell in pairs):
            return {}
    texts = {column.kind: cell.text.strip() for column, cell in pairs if cell.text.strip()}
    return texts if line.text else {}


def _nearest(columns: Sequence[_Column], cell: Cell) -> _Column:
    return min(columns, key=lambda one: abs(one.x0 - cell.x0))


def _with(above: tuple[_Row, Lines], row: _Row, line: int) -> tuple[_Row, Lines]:
    """The row with what its cells go on with on the next line."""
    texts = {**above[0]}
    for kind, text in row.items():
        texts[kind] = join([texts.get(kind, ""), text])
    return texts, (above[1][0], line)


def _assignment(
    row: _Row,
    lines: Lines,
    columns: Sequence[_Column],
    attendances: Sequence[ParsedAttendance],
    day: date | None,
) -> ParsedAssignment | None:
    when = row.get(DUE, "")
    due = _due(when, day)
    head = next((one.head for one in columns if one.kind == DUE), "")
    was_done = head == DONE_BY_THEN and due and due.day and day and due.day < day
    if was_done or any(DONE.search(row.get(kind, "")) for kind in (STATUS, DUE)):
        return None
    who = stated_responsible(row.get(RESPONSIBLE, ""), attendances)
    one = ParsedAssignment(
        text=row[WHAT], lines=lines, responsible=who or named_in(row[WHAT], attendances)
    )
    if due is None:
        return one
    return replace(one, due=due.day, due_precision=due.precision, due_text=due.text)


def _due(text: str, day: date | None) -> Due | None:
    if stated := stated_due(text, day):
        return Due(stated[0], DAY, stated[1]) if stated[0] else None
    limit = find_due(f"senast {text}", day, waits=True) if text else None
    return replace(limit, text=text) if limit else None
