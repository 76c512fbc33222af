"""Who was there, who was not, as what and for which items."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from intake.parsing import swedish
from intake.parsing.attendance_rows import Row, find_clock, rows_of
from intake.parsing.front import ABSENT_HEADS, Entry, Front
from intake.parsing.inline_names import columns_of, pieces_of
from intake.parsing.minutes import ABSENT, CHAIR, PRESENT, SECRETARY, ParsedAttendance
from intake.parsing.names import looks_like_person
from intake.parsing.organizations import ORGANIZATION_WORD, organization
from intake.parsing.persons import PrintedPerson, parse_person, status_of
from intake.parsing.places import municipality
from intake.parsing.roles import CROSS
from intake.text.document import Line

STATUSES = {
    swedish.PRESENT: PRESENT,
    swedish.ABSENT: ABSENT,
    swedish.CHAIR: PRESENT,
    swedish.SECRETARY: PRESENT,
}
ROLES = {swedish.CHAIR: (CHAIR,), swedish.SECRETARY: (SECRETARY,)}
VACANT = re.compile(r"\bvakan(?:t|ta|s)\b", re.IGNORECASE)


def read_attendances(front: Front) -> list[ParsedAttendance]:
    """All rows under the attendance labels, in printed order; the same person twice is one row."""
    found: list[ParsedAttendance] = []
    for entry in front.entries:
        if entry.kind in STATUSES:
            found.extend(_of_entry(entry))
    return _merged(found)


def _of_entry(entry: Entry) -> list[ParsedAttendance]:
    rows = rows_of(entry)
    persons = [(row, person, place) for row, person, place in _persons(rows)]
    grid = any(person.marked for _, person, _ in persons)
    default = STATUSES[entry.kind]
    absent = _marked_absent(entry)
    found = [
        _attendance(row, person, place, default, grid, ROLES.get(entry.kind, ()))
        for row, person, place in persons
    ]
    return [replace(one, status=ABSENT) if one.lines[0] in absent else one for one in found]


def _marked_absent(entry: Entry) -> set[int]:
    """Lines of a table whose cross stands in the column for absence."""
    if not any(cell.text.strip().casefold() in ABSENT_HEADS for cell in entry.line.cells):
        return set()
    found = set()
    for line in entry.lines:
        for at, cell in enumerate(line.cells):
            if CROSS.match(cell.text.strip()):
                head = _head_of(entry.line, line, at)
                found |= {line.no} if head in ABSENT_HEADS else set()
    return found


def _head_of(heads: Line, row: Line, at: int) -> str:
    """The head above a cell: by count in a row as long as the heads, else the nearest."""
    if len(row.cells) == len(heads.cells):
        return heads.cells[at].text.strip().casefold()
    x0 = row.cells[at].x0 + row.indent - heads.indent
    named = [cell for cell in heads.cells if cell.text.strip()]
    return min(named, key=lambda cell: abs(cell.x0 - x0)).text.strip().casefold()


def _attendance(
    row: Row,
    person: PrintedPerson,
    place: str | None,
    default: str,
    grid: bool,
    roles: tuple[str, ...],
) -> ParsedAttendance:
    return ParsedAttendance(
        name=person.name,
        organization=person.organization or place,
        status=status_of(person, default, grid=grid),
        roles=tuple(dict.fromkeys((*roles, *person.roles))),
        remote=person.remote,
        items=person.items or None,
        note=person.note,
        lines=(row.first, row.last),
    )


# --- Persons ---


def _persons(rows: list[Row]) -> Iterable[tuple[Row, PrintedPerson, str | None]]:
    place: str | None = None
    for row in rows:
        text = row.text
        head, colon, tail = text.partition(": ")
        if (
            colon
            and not find_clock(text, len(head))
            and len(head) < 50
            and not looks_like_person(head)
        ):
            place, text = (
                municipality(head)
                or (organization(head) if ORGANIZATION_WORD.search(head) else None),
                tail.strip(),
            )
        if not text or municipality(text.strip(" :")):
            place = municipality(text.strip(" :")) or place
            continue
        for piece in pieces_of(text):
            person = parse_person(columns_of(piece))
            if person and not (VACANT.search(piece) and not person.organization):
                yield row, person, place


# --- Several rows for one person ---


def _merged(found: list[ParsedAttendance]) -> list[ParsedAttendance]:
    """Join rows of one person: "Ordförande: Bo Ek" names again who stands among the members."""
    merged: list[ParsedAttendance] = []
    places: dict[str, list[int]] = defaultdict(list)
    for one in found:
        named = places[one.name.casefold()]
        twin = next((at for at in named if _same(merged[at], one)), None)
        if twin is None:
            named.append(len(merged))
            merged.append(one)
        else:
            merged[twin] = _join(merged[twin], one)
    return merged


def _same(left: ParsedAttendance, right: ParsedAttendance) -> bool:
    places = {left.organization, right.organization} - {None}
    return left.status == right.status and len(places) < 2


def _join(left: ParsedAttendance, right: ParsedAttendance) -> ParsedAttendance:
    return replace(
        left,
        organization=left.organization or right.organization,
        roles=tuple(dict.fromkeys((*left.roles, *right.roles))),
        remote=left.remote or right.remote,
        items=left.items or right.items,
        note=left.note or right.note,
    )
