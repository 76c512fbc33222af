"""How sure the archive is of a value: sure, to be checked, or missing where minutes have one.

To be checked is what a remark points at, and what a scan shows badly. What a person has set, or
has answered a question about, is sure.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

Confidence = Literal["sure", "check", "missing"]
Lines = tuple[int, int]

SURE, CHECK, MISSING = "sure", "check", "missing"
READABLE = 0.8  # what tesseract is to believe of a line
# What minutes have, as a rule. Anything else may well be empty.
EXPECTED = {
    "meeting": {"body", "title", "start_date", "start_time", "location"},
    "attendance": {"printed_name", "person", "organization"},
    "approval": {"printed_name", "person"},
    "item": {"title"},
    "decision": {"text"},
    "assignment": {"responsible"},
}
# The part and the field that a remark is about, where it stands at the part's lines.
ABOUT = {
    "body-missing": {("meeting", "body")},
    "date-missing": {("meeting", "start_date")},
    "weekday-mismatch": {("meeting", "start_date")},
    "end-before-start": {("meeting", "end_date"), ("meeting", "end_time")},
    "doubtful-person": {("attendance", "person")},
    "unknown-person": {("attendance", "person")},
    "similar-name": {("attendance", "person"), ("approval", "person")},
    "present-and-absent": {("attendance", "status")},
    "unknown-organization": {("attendance", "organization")},
    "approver-not-present": {("approval", "person")},
    "duplicate-item-number": {("item", "number")},
    "text-cut-off": {("item", "text")},
    "undecided-paragraph": {("item", "text")},
}
MAIN = {"attendance": "printed_name", "approval": "printed_name", "item": "text"}


class Doubts:
    """The remarks of one file that nobody has settled, and its lines that are hard to read."""

    def __init__(self, source: Any) -> None:
        rows = source.remarks if source else []
        self._remarks = [row for row in rows if "answer" not in row]
        lines = ((source.document or {}) if source else {}).get("lines", [])
        self._blurred = {one["no"] for one in lines if one.get("confidence", 1) < READABLE}

    def of(
        self,
        kind: str,
        values: Mapping[str, Any],
        lines: Mapping[str, Lines | None],
        edited: set[str],
    ) -> dict[str, Confidence]:
        """How sure each of a part's fields is; ``lines`` say where each is stated."""
        return {
            name: self._one(kind, name, value, lines.get(name), name in edited)
            for name, value in values.items()
        }

    def _one(
        self, kind: str, name: str, value: Any, lines: Lines | None, is_edited: bool
    ) -> Confidence:
        is_empty = value is None or value == "" or value == []
        if is_edited:
            return SURE
        if is_empty and name in EXPECTED.get(kind, ()):
            return MISSING
        if self._asked(kind, name, lines):
            return CHECK
        is_printed = not is_empty and not isinstance(value, bool)
        return CHECK if is_printed and self._is_blurred(lines) else SURE

    def _asked(self, kind: str, name: str, lines: Lines | None) -> bool:
        for row in self._remarks:
            about = ABOUT.get(row["code"], {(kind, MAIN.get(kind, ""))})
            if (kind, name) in about and _points_at(row["line"], kind, lines):
                return True
        return False

    def _is_blurred(self, lines: Lines | None) -> bool:
        return bool(lines) and any(lines[0] <= no <= lines[1] for no in self._blurred)


def _points_at(line: int | None, kind: str, lines: Lines | None) -> bool:
    if kind == "meeting" or line is None:  # a meeting has one field of each kind
        return kind == "meeting"
    return bool(lines) and lines[0] <= line <= lines[1]
