"""One remark with the meeting that it is about, and the kinds of question in general."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from intake.models import SourceFile
from minutes.models import Meeting

SEEN = "seen"
LEAVE = "leave"


class NoSuchAnswer(Exception):
    """The question has no such answer, or has been answered."""


class NotPossible(Exception):
    """The answer cannot be carried out; its text is a sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Answer:
    value: str
    label: str


@dataclass(slots=True)
class About:
    """``by`` is who answers; None while it is only asked."""

    meeting: Meeting
    source: SourceFile
    row: dict[str, Any]
    by: Any = None

    @property
    def line(self) -> int | None:
        return self.row.get("line")

    @property
    def message(self) -> str:
        return self.row["message"]

    def at_line(self, rows: Any) -> list[Any]:
        """Those of the meeting's rows that stand at the remark's line."""
        if self.line is None:
            return []
        there = rows.filter(first_line__lte=self.line, last_line__gte=self.line)
        return list(there.order_by("position"))


class Kind:
    """A remark that only wants to be seen. Others say what they ask in a class of their own."""

    takes = ""  # "date" where the answer may be typed

    def sentence(self, about: About) -> str:
        return about.message

    def answers(self, about: About) -> list[Answer]:
        return [Answer(SEEN, _("Jag har sett det"))]

    def do(self, about: About, value: str) -> dict[str, Any]:
        """Carry the answer out; gives what is needed, beside history, to take it back."""
        return {}
