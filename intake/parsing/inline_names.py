"""Several persons on one row: in cells of their own, or parted by commas."""

from __future__ import annotations

import re
from functools import lru_cache

from intake.parsing.names import is_note, looks_like_person, split_name
from intake.parsing.organizations import is_organization
from intake.parsing.places import municipality
from intake.text.columns import cells

LONGEST_NAME = 80  # characters of an organization's name
BETWEEN = re.compile(r",\s*(?:och\s+|samt\s+)?(?![^()]*\))|;\s*|\s+(?:och|samt|&)\s+(?=[A-ZÅÄÖ])")


def pieces_of(text: str) -> list[str]:
    """The text of each person on a row: in cells of their own, or parted by commas."""
    columns = columns_of(text)
    if len(columns) > 1 and all(re.search(r"[,(]", one) and _is_name(one) for one in columns):
        return columns
    return _split(text) if is_inline(text) else [text]


def columns_of(text: str) -> list[str]:
    return [cell.text for cell in cells(text) if cell.text.strip()] or [text]


@lru_cache(maxsize=1024)  # a row is asked about again with each line that may continue it
def is_inline(text: str) -> bool:
    """Several persons on one line, parted by commas."""
    pieces = BETWEEN.split(text)
    return len(pieces) > 1 and sum(map(_is_name, pieces)) > 1


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
