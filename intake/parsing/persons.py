"""The grammar of one printed person: name, party, organization, role that day, limits, remarks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from intake.parsing.dates import find_dates, find_times
from intake.parsing.limits import NOT_THERE, SCOPED, read_limits
from intake.parsing.minutes import ABSENT, CHAIR, PRESENT, SECRETARY
from intake.parsing.names import NAME, UPPER, split_name
from intake.parsing.organizations import ORGANIZATION_WORD, is_organization, organization
from intake.parsing.places import municipality
from intake.parsing.roles import (
    ABSENCE,
    CROSS,
    EMPTY_BOX,
    IS_CHAIR,
    IS_SECRETARY,
    KNOWN_PARTY,
    NOT_CHAIR,
    PARTY,
    PRESENCE,
    REMOTE,
    REPLACES,
    SERVES,
    TITLE,
    is_role,
)
from intake.text.cleaning import squeeze

# A printed place with what stands behind it has no more words than this.
MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class PrintedPerson:
    name: str
    organization: str | None = None
    status: str | None = None
    roles: tuple[str, ...] = ()
    remote: bool = False
    items: tuple[str, ...] | None = None
    notes: tuple[str, ...] = field(default=())
    title: str | None = None
    marked: bool | None = None  # an X or 1 in a grid (True), a dash (False), no grid (None)

    @property
    def note(self) -> str | None:
        return ", ".join(self.notes) or None


def parse_person(cells: list[str]) -> PrintedPerson | None:
    """Read one person from the cells of a row, or from a piece of a list.

    None where no name stands.
    """
    cells = [squeeze(cell) for cell in cells if cell.strip()]
    if not cells:
        return None
    name, title, rest = split_name(cells[0])
    if (
        len(cells) > 1
        and (whole := NAME.fullmatch(cells[0]))
        and len(cells[0].split()) < 5
        and _names_place(cells[1])
        and not TITLE.match(cells[0].split()[0])
    ):
        name, title, rest = whole.group(), None, ""
    if not name and len(cells) > 1:  # a first name and a surname in columns of their own
        name, title, rest = split_name(" ".join(cells[:2]))
        cells = [" ".join(cells[:2]), *cells[2:]]
    if not name:
        return None
    person = PrintedPerson(name.strip("*"), title=title)
    if title:
        person = replace(_read(person, title), title=title)
    for piece in _pieces("\t".join([rest, *cells[1:]])):
        person = _read(person, piece)
    return person


def _names_place(cell: str) -> bool:
    head = re.split(r"[,(]", cell)[0].strip()
    return bool(municipality(head) or is_organization(head))


def _pieces(text: str) -> list[str]:
    """The comma-separated parts; a bracket is a part of its own, a list of numbers stays whole."""
    pieces: list[str] = []
    for part in re.split(r"(\([^()]*(?:\([^()]*\)[^()]*)*\))", text):
        if part.startswith("("):
            pieces.append(part)
        else:
            pieces.extend(
                re.split(
                    r"\t|(?<=[^\d\s]),(?=\s*\d)|[,;/](?!\s*(?:\d|och\b))|\s[–-]\s(?=\D)", part
                )
            )
    return [piece.strip(" ,;.*\t") for piece in pieces if piece.strip(" ,;.*\t")]


def _read(person: PrintedPerson, piece: str) -> PrintedPerson:
    bare = piece.strip("() ")
    if CROSS.match(bare):
        return replace(person, marked=True)
    if bare == EMPTY_BOX:
        return replace(person, marked=bool(person.marked))
    if re.match(r"^[-–—]$|^0$", bare) and not piece.startswith("("):
        return replace(person, marked=False)
    if found := re.match(r"^x\b[\s,]*(?P<rest>\S.*)$", bare, re.IGNORECASE):
        return _read(replace(person, marked=True), found["rest"])
    if piece.startswith("(") and person.organization and re.fullmatch(r"[A-ZÅÄÖ]{3,6}", bare):
        return replace(person, organization=f"{person.organization} {piece}")
    if (
        PARTY.match(piece)
        and not municipality(bare)
        and (piece.startswith("(") or KNOWN_PARTY.match(bare))
        and not is_role(bare)
    ):
        return person
    if found := re.match(r"^\(?(S|M|C|V|L|FP|KD|MP|SD)\)?\s+(?P<rest>\S.*)$", bare):
        return _read(person, found["rest"])
    return _read_words(person, piece, bare)


def _read_words(person: PrintedPerson, piece: str, bare: str) -> PrintedPerson:
    if found := REPLACES.search(bare):
        before = bare[: found.start()].strip(" ,")
        person = replace(person, notes=(*person.notes, bare[found.start() :]))
        return _read(person, before) if before else person
    if ABSENCE.match(bare):
        return replace(person, status=ABSENT, notes=(*person.notes, bare))
    if PRESENCE.match(bare):
        return replace(person, status=PRESENT)
    if SERVES.match(bare):
        return replace(person, notes=(*person.notes, bare))
    if IS_CHAIR.match(bare) and not NOT_CHAIR.search(bare):
        return _with_role(person, CHAIR, bare)
    if IS_SECRETARY.match(bare):
        return _with_role(person, SECRETARY, bare)
    if (limits := read_limits(bare)) is not None or REMOTE.search(bare) or _is_time_note(bare):
        return _with_limits(person, bare, limits)
    return _with_place(person, piece, bare)


def _with_role(person: PrintedPerson, role: str, text: str) -> PrintedPerson:
    roles = person.roles if role in person.roles else (*person.roles, role)
    notes = (*person.notes, text) if SCOPED.search(text) else person.notes
    return replace(person, roles=roles, notes=notes)


def _with_limits(
    person: PrintedPerson, text: str, limits: tuple[str, ...] | None
) -> PrintedPerson:
    words = re.match(
        r"^(?P<head>[^\d§(]*?)\s*\b(?:endast|enbart|bara|fr\.?\s?o|t\.?\s?o\.?\s?m|från|till|"
        r"under|via|punkt|p\.|§|kl|deltar|deltog|på distans|digitalt|ej)",
        text,
        re.IGNORECASE,
    )
    head = words["head"].strip(" ,:") if words else ""
    if head and head != text:
        person = (
            _read_words(replace(person), head, head)
            if (is_role(head) or municipality(head) or TITLE.match(head) or head[0].isupper())
            else person
        )
    items = person.items if limits is None or limits == () else (*(person.items or ()), *limits)
    return replace(
        person,
        items=items,
        remote=person.remote or bool(REMOTE.search(text)),
        notes=(*person.notes, text),
    )


def _is_time_note(text: str) -> bool:
    return bool(
        find_times(text)
        or find_dates(text)
        or NOT_THERE.match(text)
        or re.match(
            r"^(?:del av|deltog|deltar|delvis|anlände|lämnade|kom\b|gick\b|dag \d)",
            text,
            re.IGNORECASE,
        )
    )


def _with_place(person: PrintedPerson, piece: str, bare: str) -> PrintedPerson:
    head, _, tail = bare.rpartition(" ")
    if head and municipality(tail) and TITLE.match(head):  # "förvaltningschef Botkyrka"
        return replace(person, organization=municipality(tail), title=head)
    if ORGANIZATION_WORD.search(bare) and " " not in bare and not TITLE.match(bare):
        return _with_organization(person, bare)
    if TITLE.match(bare) or (bare[:1].islower() and not municipality(bare)):
        inner = re.search(rf"\b(?:i|på|vid|från|för)\s+(?P<place>[{UPPER}].*)$", bare)
        place = municipality(inner["place"]) if inner else None
        if place and not person.organization:
            return replace(person, organization=place, notes=person.notes)
        if re.search(r"ordf", bare, re.IGNORECASE) or TITLE.match(bare) or bare[:1].islower():
            return replace(person, title=person.title or bare)
    for size in range(min(len(bare.split()), MOST_WORDS), 0, -1):
        head, tail = " ".join(bare.split()[:size]), " ".join(bare.split()[size:])
        if municipality(head) and not (tail[:1].isupper() and not SCOPED.search(tail)):
            found = replace(person, organization=person.organization or municipality(head))
            return _read(found, tail) if tail else found
    if bare[:1].isupper():
        return _with_organization(person, bare)
    return replace(person, notes=(*person.notes, bare))


def _with_organization(person: PrintedPerson, bare: str) -> PrintedPerson:
    """An organization, with a role printed behind it taken off: "Simsällskapet sekreterare"."""
    head, _, tail = bare.rpartition(" ")
    if head and (IS_CHAIR.match(tail) or IS_SECRETARY.match(tail)):
        return _read(_with_organization(person, head), tail)
    if person.organization and municipality(person.organization):
        return replace(person, notes=(*person.notes, bare))
    name = f"{person.organization}, {bare}" if person.organization else organization(bare)
    return replace(person, organization=name)


def status_of(person: PrintedPerson, default: str, *, grid: bool) -> str:
    """Present or absent: the person's own note first, then the mark in the grid.

    Then the label.
    """
    if person.status:
        return person.status
    if person.marked is not None:
        return PRESENT if person.marked else ABSENT
    return (
        ABSENT if grid and default == PRESENT and not (person.items or person.roles) else default
    )
