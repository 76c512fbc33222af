"""Who kept the minutes and who approves them: names in one to three columns under their labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.parsing.front import Front
from intake.parsing.labels import SIGNATURE, signature_label
from intake.parsing.minutes import ParsedApproval
from intake.parsing.names import split_name
from intake.parsing.organizations import is_organization
from intake.parsing.swedish import APPROVER, RECORDER, SIGNED, SIGNED_CHAIR, SIGNED_DONE
from intake.text.cleaning import squeeze
from intake.text.columns import cells
from intake.text.document import Line

# How many lines below a label of the front page its names may stand.
REACH = 4
LEADERS = re.compile(r"(?:\.\s?){3,}|_{3,}|…+|(?:-\s?){4,}|/s/")
DAY = re.compile(
    r"\s*(?:dag\s+(?P<day>\d)|§+\s*[\d ,–-]+|paragraf(?:er)?\s*[\d ,–-]*|den\s.*|"
    r"datum\s*.*|\(.*\))\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signed:
    kind: str
    phrase: str
    day: int | None
    at: float
    line: int


def signature_start(lines: Sequence[Line], after: int) -> int | None:
    """The index of the first line of the closing signatures, at or after ``after``."""
    start = None
    for at in range(len(lines) - 1, after - 1, -1):
        if any(_labels(lines[at])) and _signs(lines, at):
            start = at
    return start


def _signs(lines: Sequence[Line], at: int) -> bool:
    """A label counts as signing where a name stands on its line or soon below it, and no prose."""
    label = _labels(lines[at])[0]
    below = [line for line in lines[at + 1 : at + 12] if line.text]
    if re.search(r"[a-zåäö]{3}[.]$", squeeze(lines[at].text)) and len(lines[at].text.split()) > 6:
        return False
    own = _names(lines[at])
    return (
        bool(own)
        or (any(_names(line) for line in below[:4]) and label.kind != SIGNED_CHAIR)
        or (any(_labels(line) for line in below[:5]) and any(_names(line) for line in below[:5]))
    )


def read_signatures(lines: Sequence[Line]) -> list[ParsedApproval]:
    """Pair every label with the name on its line, or with the names below in its column."""
    found: list[ParsedApproval] = []
    waiting: list[Signed] = []
    columns: list[float] = []
    for line in (line for line in lines if line.text):
        labels, names = _labels(line), _names(line)
        if labels and names:
            found.extend(_own_line(line, labels, names))
            waiting = [one for one in labels if one.kind == APPROVER]
        elif (
            labels
            and found
            and waiting
            and all(one.kind == SIGNED_CHAIR for one in labels)
            and line.no - found[-1].lines[1] <= 1
        ):
            found = _without_captioned(found, labels, columns)
        elif labels:
            waiting = [one for one in waiting if line.no - one.line <= 1] + labels
        elif names and waiting:
            paired = _below(names, waiting, line)
            columns = [at for _, at in names]
            found.extend(paired)
            waiting = _still_waiting(waiting, paired)
        elif _is_prose(line):
            waiting = []
    return _distinct(found)


def _without_captioned(
    found: list[ParsedApproval], labels: list[Signed], columns: list[float]
) -> list[ParsedApproval]:
    """Drop the names just read that "Ordförande" stands below.

    The chair signs, but does not approve.
    """
    row = found[len(found) - len(columns) :]
    chairs = (
        {min(range(len(columns)), key=lambda at: abs(columns[at] - one.at)) for one in labels}
        if columns
        else set()
    )
    return found[: len(found) - len(columns)] + [
        one for at, one in enumerate(row) if at not in chairs or one.role != APPROVER
    ]


def _is_prose(line: Line) -> bool:
    return len(line.text.split()) > 8 and not LEADERS.search(line.text)


def _labels(line: Line) -> list[Signed]:
    """The signature labels in the columns of a line."""
    found: list[Signed] = []
    for cell in cells(line.text) if line.text else ():
        match = SIGNATURE.match(cell.text.strip())
        if match:
            phrase = squeeze(match["label"]).casefold()
            day = re.search(r"\bdag\s+(\d)", cell.text, re.IGNORECASE)
            found.append(
                Signed(
                    SIGNED[phrase],
                    phrase,
                    int(day[1]) if day else None,
                    cell.x0 + line.indent,
                    line.no,
                )
            )
    if len(found) == 1 and len(line.text.split()) > 1:
        found.extend(_crowded(line, found[0]))
    return found


def _crowded(line: Line, first: Signed) -> list[Signed]:
    """Further labels that one space parts from the first: "Vid anteckningarna Justerades"."""
    found = []
    for match in re.finditer(r"(?<=\s)[A-ZÅÄÖ]\w+", line.text):
        rest = line.text[match.start() :]
        label = SIGNATURE.match(rest)
        if label and match.start() > 4:
            phrase = squeeze(label["label"]).casefold()
            day = re.match(r"\s*dag\s+(\d)", rest[label.end("label") :], re.IGNORECASE)
            found.append(
                Signed(
                    SIGNED[phrase],
                    phrase,
                    int(day[1]) if day else None,
                    match.start() + line.indent,
                    line.no,
                )
            )
    if found and (
        day := re.match(rf"{re.escape(first.phrase)}\s+dag\s+(\d)", line.text, re.IGNORECASE)
    ):
        found.insert(0, Signed(first.kind, first.phrase, int(day[1]), first.at, first.line))
    return found


def _names(line: Line) -> list[tuple[str, float]]:
    """The persons' names on a line, each with the column where it starts."""
    found: list[tuple[str, float]] = []
    text = LEADERS.sub(lambda gap: " " * len(gap.group()), line.text)
    for cell in cells(text) if text.strip() else ():
        bare = _after_labels(cell.text.strip())
        bare = re.sub(r"^(?:dag \d|§+\s*[\d–, -]+|den\s+\d.*|:)\s*", "", bare, flags=re.IGNORECASE)
        found.extend((name, cell.x0 + line.indent) for name in _split_names(bare))
    return found


def _after_labels(text: str) -> str:
    """What a cell holds behind its last label: nothing where it is a row of labels."""
    while label := SIGNATURE.match(text):
        text = re.sub(r"^dag\s+\d\s*", "", text[label.end() :].strip(), flags=re.IGNORECASE)
    return text


def _split_names(text: str) -> list[str]:
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


def _own_line(
    line: Line, labels: list[Signed], names: list[tuple[str, float]]
) -> list[ParsedApproval]:
    if not names:
        return []
    if len(labels) == 1:
        return [_approval(labels[0], name, line) for name, _ in names]
    found = []
    for name, at in names:
        left = [one for one in labels if one.at <= at]
        if left:
            found.append(_approval(left[-1], name, line))
    return found


def _below(
    names: list[tuple[str, float]], labels: list[Signed], line: Line
) -> list[ParsedApproval]:
    if len(names) == len(labels):
        return [
            _approval(label, name, line) for label, (name, _) in zip(labels, names, strict=True)
        ]
    if len(labels) == 1:
        return [_approval(labels[0], name, line) for name, _ in names]
    found = []
    for name, at in names:
        near = min(labels, key=lambda one: abs(one.at - at))
        found.append(_approval(near, name, line))
    return found


def _still_waiting(waiting: list[Signed], paired: list[ParsedApproval]) -> list[Signed]:
    """A recorder or a chair signs once; several may approve in one column."""
    signed = {one.role for one in paired}
    return [one for one in waiting if one.kind == APPROVER or one.kind not in signed]


def _approval(label: Signed, name: str, line: Line) -> ParsedApproval:
    done = None if label.kind != APPROVER else label.phrase in SIGNED_DONE
    return ParsedApproval(name, label.kind, label.day, done, (min(label.line, line.no), line.no))


def _distinct(found: list[ParsedApproval]) -> list[ParsedApproval]:
    """One entry per name and role, in the order recorder, approvers."""
    kept: dict[tuple[str, str], ParsedApproval] = {}
    for one in found:
        if one.role != SIGNED_CHAIR:
            kept.setdefault((one.role, one.name.casefold()), one)
    recorders = [one for one in kept.values() if one.role == RECORDER][:1]
    return recorders + [one for one in kept.values() if one.role == APPROVER]


def without_chair(approvals: list[ParsedApproval], chairs: set[str]) -> list[ParsedApproval]:
    """Drop the chair who signs in the approvers' column, where somebody else approves."""
    others = [
        one
        for one in approvals
        if one.role != APPROVER or one.day or one.name.casefold() not in chairs
    ]
    return others if any(one.role == APPROVER for one in others) else approvals


def from_front(front: Front) -> list[ParsedApproval]:
    """Those whom labels of the front page name: "Protokollförare: Bo Ek", "Utses att justera.

    Eva Sten".
    """
    found: list[ParsedApproval] = []
    for entry in front.entries:
        label = signature_label(entry.line)
        kind = (
            APPROVER
            if entry.kind == APPROVER
            else RECORDER
            if label and label.kind == RECORDER
            else None
        )
        for line, text in entry.rows()[:REACH] if kind else ():
            names = _split_names(" , ".join(cell.text for cell in cells(text)))
            signed = Signed(kind or "", entry.label.phrase, None, 0, line.no)
            found.extend(_approval(signed, name, line) for name in names)
            if not names and not LEADERS.search(text):
                break
    return _distinct(found)
