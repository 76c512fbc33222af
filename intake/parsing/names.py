"""A person's printed name, and where on the line it ends."""

from __future__ import annotations

import re
from functools import lru_cache

from intake.parsing.limits import FROM, SCOPED, UPTO
from intake.parsing.organizations import ORGANIZATION_WORD, is_organization
from intake.parsing.places import municipality
from intake.parsing.roles import (
    ABSENCE,
    IS_CHAIR,
    IS_SECRETARY,
    KNOWN_PARTY,
    PARTY,
    REMOTE,
    REPLACES,
    TITLE,
)

# Every capital of the Latin script, for a character class.
UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x250) if chr(code).isupper())
# "Ek", "Ann-Marie", "O'Hara", "d'Albedyhll", and the contracted "K:son" for Karlsson.
_WORD = (
    rf"(?:[{UPPER}]\w*:(?:son|SON)\b|[OoDd]['’´][{UPPER}]\w+"
    rf"|[{UPPER}][\w'’´`.]*(?:-[{UPPER}]?[\w'’.]*)*)"
)
_PARTICLE = r"(?:af|av|von|van|de|la|le|del|da|dos|di|der|den|el|al|bin|ibn|zu|à|y|ter|ten)"
# Six words at most: a longer run of capitals is no name, and is not searched for one.
FURTHER_WORD = rf"(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_WORD})"
NAME = re.compile(rf"{_WORD}{FURTHER_WORD}{{0,5}}")


def looks_like_person(text: str) -> bool:
    """Whether a piece of text begins with a person's name and goes on as a person's row does."""
    name, _, rest = split_name(text)
    rest = rest.strip()
    return bool(name) and (not rest or not rest[0].islower() or is_note(rest))


def is_note(rest: str) -> bool:
    first = re.split(r"[,;(]|\s{2,}|\t", rest.strip())[0].strip()
    if len(first.split()) > 7:
        return False
    return bool(
        not first.strip("*. ")
        or IS_CHAIR.match(first)
        or IS_SECRETARY.match(first)
        or TITLE.match(first)
        or REMOTE.search(first)
        or ABSENCE.match(first)
        or REPLACES.match(first)
        or SCOPED.match(first)
        or municipality(first)
        or PARTY.match(first)
        or FROM.match(first)
        or UPTO.match(first)
        or re.match(
            r"^(?:(?:och|samt|&)\s+(?-i:[A-ZÅÄÖ])|endast|enbart|ej|deltar|deltog|x\b|vice|"
            r"v\.? ordf|kl\b)",
            first,
            re.IGNORECASE,
        )
    )


@lru_cache(maxsize=4096)  # a row is looked at as a row, as a piece of a list and as a signature
def split_name(text: str) -> tuple[str, str | None, str]:
    """Split "kommunchef Bo Ek, Salem" into ("Bo Ek", "kommunchef", ", Salem").

    ("", None, text) without a name.
    """
    text = text.strip(" \t*•-–·")
    title, rest = _leading_title(text)
    found = NAME.match(rest)
    if not found:
        return "", None, text
    words = found.group().split()
    tail = rest[found.end() :]
    words, back = _cut(words, placed=_names_place(tail))
    if (
        len(words) < 2
        or all(len(word) < 2 for word in words[1:])
        or any(
            municipality(" ".join(words[:n])) == " ".join(words[:n]) and n == len(words)
            for n in (1, 2)
        )
    ):
        return "", None, text
    if len(words) > 2 and not back and _organization_goes_on(tail):
        words, back = words[:-1], words[-1:]  # "Bo Ek Samordnad varudistribution"
    rest = (" " + " ".join(back) if back else "") + tail
    return " ".join(words).rstrip(".,"), title, rest


def _organization_goes_on(tail: str) -> bool:
    """Whether a name's last word is the first of an organization: a common noun follows it."""
    found = re.match(r"^ (?P<word>[a-zåäö]{4,})\b", tail)
    return (
        bool(found)
        and not is_note(tail)
        and not re.match(
            r"^ (?:hälsar|inleder|utses|är|har|var|informerar|redogör|öppnar)\b", tail
        )
    )


def _leading_title(text: str) -> tuple[str | None, str]:
    words = text.split()
    for size in range(min(5, len(words) - 1), 0, -1):
        head = " ".join(words[:size])
        if TITLE.match(head.rstrip(":,")) and not KNOWN_PARTY.match(head):
            return head.rstrip(":,"), " ".join(words[size:])
    return None, text


def _names_place(tail: str) -> bool:
    """Whether a municipality stands behind the name, in a column or after a comma."""
    return any(municipality(piece.strip()) for piece in re.split(r"[,;()\t]|\s{2,}", tail))


def _cut(words: list[str], *, placed: bool) -> tuple[list[str], list[str]]:
    """End the name where an organization begins on the same line.

    Where the person is ``placed`` already, "Berg" and "Lund" are surnames.
    """
    for at in range(2, len(words)):  # a place that ends the line: "Mats von Sydow Berg Salem"
        if placed or any(ORGANIZATION_WORD.search(word) for word in words[2:at]):
            break
        if words[at - 1].islower():  # "van den Berg"
            continue
        if municipality(" ".join(words[at:])) and (
            at + 1 == len(words) or not municipality(" ".join(words[at + 1 :]))
        ):
            return words[:at], words[at:]
    for at in range(2, len(words)):
        starts_place = not placed and any(
            municipality(" ".join(words[at:end])) for end in range(at + 1, len(words))
        )
        if (
            starts_place
            or KNOWN_PARTY.match(words[at])
            or words[at] in ("X", "x")
            or _begins_organization(words[at:])
        ):
            return words[:at], words[at:]
    if len(words) == 2 and is_organization(" ".join(words)):
        return words[:1], words[1:]
    return words, []


def _begins_organization(words: list[str]) -> bool:
    return bool(ORGANIZATION_WORD.search(words[0])) or (
        len(words) > 1 and is_organization(" ".join(words))
    )
