"""The labels and the names that one line of the signatures holds, each with its column."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from intake.parsing.labels import SIGNATURE, phrase_of
from intake.parsing.names import split_name
from intake.parsing.organizations import is_organization
from intake.parsing.swedish import APPROVER, SIGNED
from intake.text.columns import cells
from intake.text.document import Line

SHORTEST_LABEL = 4  # characters
LEADERS = re.compile(r"(?:\.\s?){3,}|_{3,}|…+|(?:-\s?){4,}|/s/")


@dataclass(frozen=True, slots=True)
class Signed:
    kind: str
    phrase: str
    day: int | None
    at: float
    line: int


def labels_on(line: Line) -> list[Signed]:
    """The signature labels in the columns of a line."""
    columns = cells(line.text) if line.text else ()
    signed = (_signed(cell.text.strip(), cell.x0 + line.indent, line.no) for cell in columns)
    found = [one for one in signed if one] or _behind_name(line)
    if len(found) == 1 and len(line.text.split()) > 1:
        found.extend(_crowded(line))
    return found


def _behind_name(line: Line) -> list[Signed]:
    """The label of one who approves, behind the name: "Bo Ek, justerare"."""
    name, comma, printed = line.text.partition(", ")
    label = _signed(printed[:1].upper() + printed[1:], 0.0, line.no) if comma else None
    whole = label and label.kind == APPROVER and label.phrase == printed.casefold()
    return [label] if label and whole and names_on(replace(line, text=name)) else []


def _signed(text: str, at: float, line: int) -> Signed | None:
    """The label that a text starts with, and the day printed right behind it."""
    label = SIGNATURE.match(text)
    if not label:
        return None
    phrase = phrase_of(label, SIGNED)
    day = re.match(r"\s*dag\s+(\d)", text[label.end("label") :], re.IGNORECASE)
    return Signed(SIGNED[phrase], phrase, int(day[1]) if day else None, at, line)


def _crowded(line: Line) -> list[Signed]:
    """Further labels that one space parts from the first: "Vid anteckningarna Justerades"."""
    found = []
    for word in re.finditer(r"(?<=\s)[A-ZÅÄÖ]\w+", line.text):
        signed = _signed(line.text[word.start() :], word.start() + line.indent, line.no)
        if signed and word.start() > SHORTEST_LABEL:
            found.append(signed)
    return found


def names_on(line: Line) -> list[tuple[str, float]]:
    """The persons' names on a line, each with the column where it starts."""
    found: list[tuple[str, float]] = []
    text = LEADERS.sub(lambda gap: " " * len(gap.group()), line.text)
    for cell in cells(text) if text.strip() else ():
        bare = _after_labels(cell.text.strip())
        bare = re.sub(r"^(?:dag \d|§+\s*[\d–, -]+|den\s+\d.*|:)\s*", "", bare, flags=re.IGNORECASE)
        found.extend((name, cell.x0 + line.indent) for name in split_names(bare))
    return found


def _after_labels(text: str) -> str:
    """What a cell holds behind its last label: nothing where it is a row of labels."""
    while label := SIGNATURE.match(text):
        text = re.sub(r"^dag\s+\d\s*", "", text[label.end() :].strip(), flags=re.IGNORECASE)
    return text


def split_names(text: str) -> list[str]:
    """The names in one cell: parted by commas or "och", or two by two where nothing parts them."""
    names: list[str] = []
    for part in re.split(r",|/|\s+och\s+|\s+samt\s+", text):
        name, _, rest = split_name(part.strip(" .:"))
        if (
            not name
            or is_organization(name)
            or re.match(r"^\W*(?:ordf|vice ordf)", rest, re.IGNORECASE)
        ):
            continue
        if rest.strip()[:1].islower() and not re.match(
            r"^\s*(?:sekr|justera|protokoll|mötes)", rest
        ):
            continue
        words = name.split()
        if len(words) in (4, 6) and not any(word[0].islower() for word in words):
            names.extend(" ".join(words[at : at + 2]) for at in range(0, len(words), 2))
        else:
            names.append(name)
    return names


def only_names(line: Line) -> list[tuple[str, float]]:
    """The names of a line that holds nothing else."""
    names = names_on(line)
    return names if sum(len(name.split()) for name, _ in names) == len(line.text.split()) else []
