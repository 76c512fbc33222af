"""Who kept the minutes and who approves them: names in one to three columns under their labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from intake.parsing.front import Front
from intake.parsing.labels import SIGNATURE, signature_label
from intake.parsing.minutes import ParsedApproval
from intake.parsing.names import UPPER
from intake.parsing.paragraphs import join
from intake.parsing.signature_lines import (
    LEADERS,
    Signed,
    labels_on,
    names_on,
    only_names,
    split_names,
)
from intake.parsing.swedish import APPROVER, RECORDER, SIGNED_CHAIR, SIGNED_DONE
from intake.text.cleaning import squeeze
from intake.text.columns import cells
from intake.text.document import Line

# How many lines below a label of the front page its names may stand.
REACH = 4
HALF_NAME = re.compile(rf"[{UPPER}]\w+-$")
RULED = re.compile(r"[\s._…-]*")
FIRST_NAME = re.compile(rf"[{UPPER}][\w-]+$")


def signature_start(lines: Sequence[Line], after: int) -> int | None:
    """The index of the first line of the closing signatures, at or after ``after``."""
    start = None
    for at in range(len(lines) - 1, after - 1, -1):
        if any(labels_on(lines[at])) and (_signs(lines, at) or _is_caption(lines, at)):
            start = at
    if start and start > after and _is_caption(lines, start):
        return start - 1  # the names stand above their captions
    return start


def _is_caption(lines: Sequence[Line], at: int) -> bool:
    """Whether a row of labels stands right below a row of as many names, and above none.

    A single name must stand by itself, or under the rule to sign on.
    """
    labels, above = labels_on(lines[at]), only_names(lines[at - 1]) if at else []
    below = lines[at + 1] if at + 1 < len(lines) else None
    if not labels or len(labels) != len(above) or (below and names_on(below)):
        return False
    return len(labels) > 1 or at < 2 or bool(RULED.fullmatch(lines[at - 2].text))


def _signs(lines: Sequence[Line], at: int) -> bool:
    """A label counts as signing where a name stands on its line or soon below it, and no prose."""
    label = labels_on(lines[at])[0]
    below = [line for line in lines[at + 1 : at + 12] if line.text]
    if re.search(r"[a-zåäö]{3}[.]$", squeeze(lines[at].text)) and len(lines[at].text.split()) > 6:
        return False
    own = names_on(lines[at])
    return (
        bool(own)
        or (any(names_on(line) for line in below[:4]) and label.kind != SIGNED_CHAIR)
        or (
            any(labels_on(line) for line in below[:5])
            and any(names_on(line) for line in below[:5])
        )
    )


def read_signatures(
    lines: Sequence[Line], known: frozenset[str] = frozenset()
) -> list[ParsedApproval]:
    """Pair every label with the name on its line, in its column below, or above its caption.

    ``known`` are the names of those present, in lower case: they tell two names that only one
    space parts.
    """
    signing = _Signing(known)
    text = _mended([line for line in lines if line.text])
    for at in range(len(text)):
        signing.take(text, at)
    return _distinct(signing.found)


def _mended(lines: Sequence[Line]) -> list[Line]:
    """The lines with a double name put together that a narrow column broke at its hyphen."""
    found: list[Line] = []
    for line in lines:
        if found and _is_rest_of_name(found[-1].text, line.text):
            found[-1] = replace(found[-1], text=join([found[-1].text, line.text]))
        else:
            found.append(line)
    return found


def _is_rest_of_name(above: str, text: str) -> bool:
    """Whether a line goes on with a name: behind "Nils-", or a surname behind a first name."""
    if not text[0].isupper():
        return False
    label = SIGNATURE.match(above)
    behind = above[label.end() :].split() if label else []
    surname = len(behind) == 1 and len(text.split()) == 1 and not SIGNATURE.match(text)
    return bool(HALF_NAME.search(above)) or (surname and bool(FIRST_NAME.match(behind[0])))


@dataclass(slots=True)
class _Signing:
    """What the walk down the signatures has found, and the labels that still wait for a name."""

    known: frozenset[str]
    found: list[ParsedApproval] = field(default_factory=list)
    waiting: list[Signed] = field(default_factory=list)
    row: list[tuple[str, float]] = field(default_factory=list)  # the names read last
    row_line: int = 0
    row_labelled: bool = False  # they stand below labels of their own

    def take(self, text: Sequence[Line], at: int) -> None:
        line = text[at]
        labels, names = labels_on(line), names_on(line)
        if len(names) == 1 and len(self.waiting) == 2:
            names = _two_names(names[0], self.known)
        if labels and names:
            self.found.extend(_own_line(line, labels, names))
            self.waiting = [one for one in labels if one.kind == APPROVER]
        elif labels and self._caption(text, at, labels):
            self._recaption(line, labels)
        elif labels:
            near = [one for one in self.waiting if line.no - one.line <= 1]
            self.waiting = near + labels
        elif names:
            self._names(line, names)
        elif _is_prose(line):
            self.waiting = []

    def _names(self, line: Line, names: list[tuple[str, float]]) -> None:
        self.row, self.row_line = names, line.no
        self.row_labelled = len(self.waiting) >= len(names)
        if self.waiting:
            paired = _below(names, self.waiting, line)
            self.found.extend(paired)
            self.waiting = _still_waiting(self.waiting, paired)

    def _caption(self, text: Sequence[Line], at: int, labels: list[Signed]) -> bool:
        """Whether the labels stand below the names they belong to."""
        if not self.row or text[at].no - self.row_line > 1:
            return False
        if all(one.kind == SIGNED_CHAIR for one in labels):
            return not _followed(text, at)
        paired = len(labels) == len(self.row) and not self.row_labelled
        return paired and not _followed(text, at) and not _awaits(text, at)

    def _recaption(self, line: Line, labels: list[Signed]) -> None:
        """Give the row of names just read the roles of the captions below it."""
        for label in labels:
            name, _ = min(self.row, key=lambda one: abs(one[1] - label.at))
            self.found = [one for one in self.found if one.name != name or one.role != APPROVER]
            self.found.append(_approval(label, name, line))


def _followed(text: Sequence[Line], at: int) -> bool:
    """Whether names stand right below the labels."""
    below = text[at + 1] if at + 1 < len(text) else None
    return below is not None and below.no - text[at].no <= 1 and bool(names_on(below))


def _awaits(text: Sequence[Line], at: int) -> bool:
    """Whether the next names, over a blank, are the labels' own: no captions stand below them."""
    below = text[at + 1 : at + 3]
    return bool(below and names_on(below[0])) and not (below[1:] and labels_on(below[1]))


def _two_names(one: tuple[str, float], known: frozenset[str]) -> list[tuple[str, float]]:
    words = one[0].split()
    for at in range(2, len(words) - 1):
        left, right = " ".join(words[:at]), " ".join(words[at:])
        if left.casefold() in known and right.casefold() in known:
            return [(left, one[1]), (right, one[1] + len(left) + 1)]
    return [one]


def _is_prose(line: Line) -> bool:
    return len(line.text.split()) > 8 and not LEADERS.search(line.text)


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
            names = split_names(" , ".join(cell.text for cell in cells(text)))
            signed = Signed(kind or "", entry.label.phrase, None, 0, line.no)
            found.extend(_approval(signed, name, line) for name in names)
            if not names and not LEADERS.search(text):
                break
    return _distinct(found)
