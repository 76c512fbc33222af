"""What a remark asks of a secretary, with the answers to choose among.

What an answer does is in intake/editing/answers.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Answer:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """``number`` is the remark's place in the list of its file.

    ``open``: a person must settle it. One that is neither open nor ``settled`` only points
    something out, and may be answered as well. ``takes`` is "date" where the answer may also be
    typed. ``given``, ``by`` and ``at`` tell how it was settled.
    """

    number: int
    code: str
    sentence: str
    line: int | None
    answers: list[Answer] = field(default_factory=list)
    open: bool = True
    takes: str = ""
    settled: bool = False
    given: str = ""
    by: str = ""
    at: str = ""


def questions_of(source: Any) -> list[Question]:
    """All remarks of a file, the settled ones too, in the order of the list."""
    return [
        Question(
            number,
            row["code"],
            row["message"],
            row.get("line"),
            [Answer("seen", _("Jag har sett det"))],
            open=row.get("open", False),
            settled="answer" in row,
            given=row.get("answer", ""),
            by=row.get("by", ""),
            at=row.get("at", ""),
        )
        for number, row in enumerate(source.remarks)
    ]
