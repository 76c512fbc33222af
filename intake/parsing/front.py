"""The front page cut into labelled entries: which lines stand under which label.

Also used for a list of attendance that stands on a later page or after the signatures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from intake.parsing import swedish
from intake.parsing.labels import Label, front_label, second_half, signature_label
from intake.parsing.names import looks_like_person
from intake.text.document import Line

FACTS = (
    swedish.TIME,
    swedish.PLACE,
    swedish.TIME_PLACE,
    swedish.PRESENT,
    swedish.ABSENT,
    swedish.BODY,
)


# The parts of a front page: what it states, who signs, and the notice that it is posted.
FACTS_PART, SIGNATURE_PART, NOTICE_PART = "facts", "signatures", "notice"

DRIFT = 2  # characters that a column may stand left of its head
PRESENT_HEADS = frozenset(("närvarande", "närv", "närv.", "närvaro", "deltar", "deltog", "ja"))
ABSENT_HEADS = frozenset(
    (
        "frånvarande",
        "frånv",
        "frånv.",
        "frånvaro",
        "förhinder",
        "anmält förhinder",
        "ej närvarande",
        "nej",
    )
)
ATTENDANCE_HEADS = PRESENT_HEADS | ABSENT_HEADS


@dataclass(slots=True)
class Entry:
    """One label with the text on its line (``value``) and the lines below it."""

    label: Label
    line: Line
    lines: list[Line] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.label.kind

    @property
    def first(self) -> int:
        return self.line.no

    @property
    def last(self) -> int:
        return self.lines[-1].no if self.lines else self.line.no

    def rows(self) -> list[tuple[Line, str]]:
        """(line, printed text) of the value and of each line below, blank ones left out."""
        own = [(self.line, self.label.value)] if self.label.value else []
        return own + [(line, line.text) for line in self.lines if line.text]


@dataclass(slots=True)
class Front:
    entries: list[Entry] = field(default_factory=list)
    loose: list[Line] = field(default_factory=list)  # lines before the first label
    signatures: list[Line] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Entry]:
        return [entry for entry in self.entries if entry.kind in kinds]


def read_front(lines: Sequence[Line]) -> Front:
    """Walk down the front page. The signature part and the notice of posting are kept apart."""
    walk = _Walk()
    for line in lines:
        walk.take(line)
    return walk.front


@dataclass(slots=True)
class _Walk:
    """Where the walk down the page stands: under which entry, in which part."""

    front: Front = field(default_factory=Front)
    current: Entry | None = None
    part: str = FACTS_PART
    columns: list[tuple[float, Entry]] = field(default_factory=list)  # lists side by side

    def take(self, line: Line) -> None:
        if labels := parallel_labels(line):
            self._open_columns(line, labels)
            return
        if self.columns and line.text and not front_label(line):
            self._into_columns(line)
            return
        if line.text:
            self.columns = []
        if self.current and (value := _wrapped_value(self.current, line)) is not None:
            self.current.lines.append(replace(line, text=value))
            return
        label = self._label(line)
        if label:
            self._enter_part(line, label)
        if self.part == SIGNATURE_PART:
            self.front.signatures.append(line)
        elif self.part == FACTS_PART:
            self._keep(line, label)

    def _open_columns(self, line: Line, labels: list[tuple[float, Label]]) -> None:
        self.part, self.columns = FACTS_PART, [(at, Entry(label, line)) for at, label in labels]
        self.front.entries.extend(entry for _, entry in self.columns)
        self.current = self.columns[-1][1]

    def _into_columns(self, line: Line) -> None:
        for cell in line.cells:
            left = [entry for at, entry in self.columns if at <= cell.x0 + DRIFT]
            entry = left[-1] if left else self.columns[0][1]
            entry.lines.append(replace(line, text=cell.text.strip(), cells=(cell,)))

    def _label(self, line: Line) -> Label | None:
        label = front_label(line) or table_head(line)
        names_body = label and not label.value and label.phrase in swedish.BODIES_AS_LABELS
        return None if names_body and not self.front.entries else label

    def _enter_part(self, line: Line, label: Label) -> None:
        repeated = self.part == NOTICE_PART and label.kind in (swedish.BODY, swedish.TIME)
        if label.kind == swedish.NOTICE:
            self.part, self.current = NOTICE_PART, None
        elif label.kind in FACTS and not repeated:
            self.part = FACTS_PART
        elif _opens_signatures(line, label) and self.part != NOTICE_PART:
            self.part, self.current = SIGNATURE_PART, None

    def _keep(self, line: Line, label: Label | None) -> None:
        if label and (
            label.marked
            or not self.current
            or label.kind != self.current.kind
            or looks_like_person(label.value)
        ):
            self.current = Entry(label, line)
            self.front.entries.append(self.current)
        elif self.current is not None:
            self.current.lines.append(line)
        else:
            self.front.loose.append(line)


def parallel_labels(line: Line) -> list[tuple[float, Label]]:
    """The labels of lists that stand side by side: "Ledamöter        Övriga närvarande"."""
    found = []
    for cell in line.cells if len(line.cells) > 1 else ():
        label = front_label(replace(line, text=cell.text.strip()))
        if not label or label.value or label.kind not in (swedish.PRESENT, swedish.ABSENT):
            return []
        found.append((cell.x0, label))
    if any(label.phrase in ATTENDANCE_HEADS for _, label in found[1:]):
        return []  # the head of a column of crosses
    return found


def table_head(line: Line) -> Label | None:
    """The head of a table of attendance, "Namn   Kommun   Närvarande".

    Opens a list like a label does.
    """
    heads = [cell.text.strip().casefold() for cell in line.cells if cell.text.strip()]
    if (
        len(heads) < 2
        or heads[0] not in ("namn", "ledamot", "deltagare", "ledamöter")
        or not any(head in ATTENDANCE_HEADS for head in heads[1:])
    ):
        return None
    return Label(heads[0], swedish.PRESENT, "", marked=True)


def _wrapped_value(current: Entry, line: Line) -> str | None:
    """The value behind the second half of the label above, as a narrow column breaks it.

    None where it is no half.
    """
    wrapped = (
        line.no - current.first == 1
        and current.label.phrase in swedish.WRAPPED_HEADS
        and current.label.value
    )
    return second_half(line) if wrapped else None


def _opens_signatures(line: Line, label: Label) -> bool:
    if label.kind == swedish.SIGNATURES:
        return True
    signed = signature_label(line)
    dotted = any(mark in line.text for mark in ("....", "____", "……", ". . .", "- - -"))
    return bool(signed) and (dotted or (signed is not None and "paragraf" in line.text.casefold()))
