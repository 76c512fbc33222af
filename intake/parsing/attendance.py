"""Who was there, who was not, as what and for which items."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from intake.parsing import swedish
from intake.parsing.front import ABSENT_HEADS, Entry, Front
from intake.parsing.layout import ends_between
from intake.parsing.minutes import ABSENT, CHAIR, PRESENT, SECRETARY, ParsedAttendance
from intake.parsing.names import is_note, looks_like_person, split_name
from intake.parsing.organizations import ORGANIZATION_WORD, is_organization, organization
from intake.parsing.paragraphs import join
from intake.parsing.persons import PrintedPerson, parse_person, status_of
from intake.parsing.places import municipality
from intake.text.cleaning import squeeze
from intake.text.columns import cells
from intake.text.document import Line

STATUSES = {
    swedish.PRESENT: PRESENT,
    swedish.ABSENT: ABSENT,
    swedish.CHAIR: PRESENT,
    swedish.SECRETARY: PRESENT,
}
ROLES = {swedish.CHAIR: (CHAIR,), swedish.SECRETARY: (SECRETARY,)}
COLUMN_HEADS = re.compile(
    r"^(?:namn|parti|närvarande|närvaro|kommun|organisation|roll|funktion|ledamot|"
    r"ersättare|1/-|x|ja|nej|avstår|§|omröstning|närv\.?|tjg\.?|tjänstg\.?|anmärkning|tid|"
    r"ordinarie|part|\s|/|\||,|-)+$",
    re.IGNORECASE,
)
VACANT = re.compile(r"\bvakan(?:t|ta|s)\b", re.IGNORECASE)
SEE_LIST = re.compile(
    r"^(?:se|enligt)\s+(?:bifogad\s+|närvaro|bilaga|förteckning|sida|nästa|separat|särskild)",
    re.IGNORECASE,
)
# Verbs of a sentence; no row of attendance has them.
PROSE = re.compile(
    r"^(?!.*\bdelt).*\b(?:är|var|hälsar|hälsade|inleder|inledde|öppnar|öppnade|öppnas|"
    r"utses|utsågs|väljs|valdes|har|hade|godkänns|godkändes|"
    r"förklarar|förklarade|konstaterar|leder|tackar|informerar|redogör|meddelar|beslutar|"
    r"beslutade)\b(?! anmält| meddelat| förhinder)"
)
# Characters: an organization's name, and a list of all who were there.
LONGEST_NAME, LONGEST_ROW = 80, 6_000
GAP = "\x1f"  # stands for a tab while white space is closed up
BETWEEN = re.compile(r",\s*(?:och\s+|samt\s+)?(?![^()]*\))|;\s*|\s+(?:och|samt|&)\s+(?=[A-ZÅÄÖ])")


@dataclass(frozen=True, slots=True)
class Row:
    """The text of one or more persons, with the lines that print it; ``end`` is the last line."""

    text: str
    first: int
    last: int
    end: Line


def read_attendances(front: Front) -> list[ParsedAttendance]:
    """All rows under the attendance labels, in printed order; the same person twice is one row."""
    found: list[ParsedAttendance] = []
    for entry in front.entries:
        if entry.kind in STATUSES:
            found.extend(_of_entry(entry))
    return _merged(found)


def _of_entry(entry: Entry) -> list[ParsedAttendance]:
    rows = _rows(entry)
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
    heads = {
        cell.x0 + entry.line.indent: cell.text.strip().casefold()
        for cell in entry.line.cells
        if cell.text.strip()
    }
    if not any(head in ABSENT_HEADS for head in heads.values()):
        return set()
    found = set()
    for line in entry.lines:
        for cell in line.cells:
            if re.fullmatch(r"[xX1]", cell.text.strip()):
                nearest = min(heads, key=lambda at: abs(at - cell.x0 - line.indent))
                found |= {line.no} if heads[nearest] in ABSENT_HEADS else set()
    return found


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


# --- Rows ---


def _rows(entry: Entry) -> list[Row]:
    """Printed lines as rows: wrapped cells joined to the row they belong to, prose left out."""
    rows: list[Row] = []
    blanks = 0
    for line, text in _printed(entry):
        if not text:
            blanks += 1
            continue
        if (
            SEE_LIST.match(text)
            or COLUMN_HEADS.match(text)
            or re.match(r"^\W*vakan", text, re.IGNORECASE)
        ):
            continue
        if _is_prose(text) and not _cells(text)[1:]:
            break
        if rows and not blanks and (wrapped := _wrapped_cells(rows[-1].text, text)):
            rows[-1] = replace(rows[-1], text=wrapped, last=line.no, end=line)
        elif rows and _continues(rows[-1], line, text, blanks):
            rows[-1] = replace(rows[-1], text=_glue(rows[-1].text, text), last=line.no, end=line)
        elif _begins(text):
            rows.append(Row(text, line.no, line.no, line))
        elif rows and blanks and not _is_group_head(text) and not _is_subtitle(text):
            break
        elif _is_group_head(text):
            rows.append(Row(text, line.no, line.no, line))
        blanks = 0
    return rows


def _printed(entry: Entry) -> Iterable[tuple[Line, str]]:
    if entry.label.value:
        yield entry.line, entry.label.value
    for line in entry.lines:
        yield line, line.text


def _begins(text: str) -> bool:
    head, colon, tail = text.partition(": ")
    if colon and len(head) < 50 and not looks_like_person(head):
        text = tail.strip()
    return bool(text) and looks_like_person(
        _cells(text)[0] if looks_like_person(_cells(text)[0]) else squeeze(text)
    )


def _cells(text: str) -> list[str]:
    return [cell.text for cell in cells(text) if cell.text.strip()] or [text]


def _continues(row: Row, line: Line, text: str, blanks: int) -> bool:
    """A wrapped cell: the row before is unfinished, or this line cannot stand alone."""
    if (
        blanks
        or len(row.text) > LONGEST_ROW
        or (": " in text[:50] and not find_clock(text, text.index(":")))
    ):
        return False
    if _is_unfinished(row.text):
        return True
    if ends_between(row.end, line):
        return False
    if _is_inline(row.text) and not _is_group_head(text):
        return True
    if _begins(text) or _is_group_head(text):
        return False
    return (_goes_on(text) or line.indent > 8) and not _is_prose(text)


def _is_unfinished(text: str) -> bool:
    hanging = text.rstrip().endswith((",", "(", " och", " samt", " för", " av", "/", " i"))
    return bool(re.search(r"\w-$", text)) or hanging or text.count("(") > text.count(")")


def _wrapped_cells(above: str, below: str) -> str | None:
    """The row with each cell's second line put to it: "Nils-Erik   Salem" above "Lindström".

    None where the row below is one of its own.
    """
    first, *rest = above.split("\t")
    second, *tails = below.split("\t")
    if not rest or looks_like_person(first) or len(second.split()) > 2 or municipality(second):
        return None
    if len(tails) > len(rest) or any(not _goes_on(tail) for tail in tails):
        return None
    if not looks_like_person(_glue(first, second)):
        return None
    wrapped = [_glue(*pair) for pair in zip(rest, tails, strict=False)]
    return "\t".join([_glue(first, second), *wrapped, *rest[len(tails) :]])


def _goes_on(text: str) -> bool:
    return not text or text[0].islower() or text[0].isdigit() or text[0] in "(§"


def _glue(left: str, right: str) -> str:
    return join([left.replace("\t", GAP), right]).replace(GAP, "\t")


def _is_group_head(text: str) -> bool:
    """A municipality, or a kind of members, alone on a line above its names."""
    bare = text.strip(" :")
    return bool(municipality(bare)) or (text.rstrip().endswith(":") and len(bare) < 50)


def _is_subtitle(text: str) -> bool:
    """A short line between two groups of names: "Från ledningsgruppen och kansliet"."""
    return len(text.split()) < 7 and text[:1].isupper() and not text.rstrip().endswith(".")


def _is_prose(text: str) -> bool:
    return len(text.split()) > 4 and bool(PROSE.search(text))


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
        for piece in _pieces(text):
            person = parse_person(_cells(piece))
            if person and not (VACANT.search(piece) and not person.organization):
                yield row, person, place


def _pieces(text: str) -> list[str]:
    """The text of each person on a row: in cells of their own, or parted by commas."""
    columns = _cells(text)
    if len(columns) > 1 and all(re.search(r"[,(]", one) and _is_name(one) for one in columns):
        return columns
    return _split(text) if _is_inline(text) else [text]


def find_clock(text: str, at: int) -> bool:
    """Whether the colon at ``at`` stands in a time of day."""
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _is_inline(text: str) -> bool:
    """Several persons on one line, parted by commas."""
    return sum(1 for piece in BETWEEN.split(text) if _is_name(piece)) > 1


def _is_name(piece: str) -> bool:
    """A piece that starts a new person.

    No organization, and no more than a name with its brackets.
    """
    name, _, rest = split_name(piece)
    if (
        not name
        or is_note(piece)
        or is_organization(name)
        or is_organization(piece.split("(")[0][:LONGEST_NAME])
        or municipality(name)
    ):
        return False
    return not rest.strip() or not rest.strip()[0].islower() or looks_like_person(piece)


def _split(text: str) -> list[str]:
    """One piece per person: what follows a name and is no name belongs to it."""
    pieces: list[str] = []
    for part in BETWEEN.split(text):
        if not pieces or _is_name(part):
            pieces.append(part)
        else:
            pieces[-1] = f"{pieces[-1]}, {part}"
    return [piece.strip() for piece in pieces if piece.strip()]


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
