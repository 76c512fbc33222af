"""What a file's remarks ask of a secretary, and answering: an edit, which can be taken back.

What each kind of remark asks, and what its answers do, is in intake/asking/.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from intake.asking.about import About, Answer, Kind, NoSuchAnswer, NotPossible
from intake.asking.contents import DuplicateNumber, UndecidedParagraph
from intake.asking.heading import BodyMissing, DateMissing, EndBeforeStart, WeekdayMismatch
from intake.asking.people import (
    ApproverNotPresent,
    DoubtfulPerson,
    PresentAndAbsent,
    SimilarName,
    UnknownOrganization,
)
from intake.editing.questions import current_file, settle
from intake.editing.saving import saving
from intake.editing.undoing import ANSWER
from intake.models import SourceFile

__all__ = ["Answer", "NoSuchAnswer", "NotPossible", "Question", "answer", "questions_of"]

# A code that is not here only wants to be seen.
KINDS: dict[str, Kind] = {
    "body-missing": BodyMissing(),
    "date-missing": DateMissing(),
    "weekday-mismatch": WeekdayMismatch(),
    "end-before-start": EndBeforeStart(),
    "doubtful-person": DoubtfulPerson(),
    "unknown-person": DoubtfulPerson(),
    "similar-name": SimilarName(),
    "present-and-absent": PresentAndAbsent(),
    "approver-not-present": ApproverNotPresent(),
    "unknown-organization": UnknownOrganization(),
    "duplicate-item-number": DuplicateNumber(),
    "undecided-paragraph": UndecidedParagraph(),
}
SEEN = Kind()


@dataclass(frozen=True, slots=True)
class Question:
    """``number`` is the remark's place in the list of its file.

    ``open``: a person must settle it. One that is neither open nor ``settled`` only points
    something out, and may be answered as well. ``takes`` is "date" where the answer is typed,
    as 2022-10-06. ``given``, ``by`` and ``at`` tell how it was settled.
    """

    number: int
    code: str
    sentence: str
    line: int | None
    answers: list[Answer]
    open: bool = True
    takes: str = ""
    settled: bool = False
    given: str = ""
    by: str = ""
    at: str = ""


def questions_of(source: SourceFile) -> list[Question]:
    """All remarks of a file, the settled ones too, in the order of the list."""
    return [_question(number, row, source) for number, row in enumerate(source.remarks)]


def answer(pk: int, number: int, value: str, version: int, by: Any) -> None:
    """Settle a question of the meeting's current file, and do what the answer means.

    Raises Outdated, NoSuchAnswer and NotPossible; nothing has changed then.
    """
    with saving(pk, version, by, ANSWER) as meeting:
        source = current_file(meeting)
        if source is None or not 0 <= number < len(source.remarks):
            raise NoSuchAnswer(number)
        question = _question(number, source.remarks[number], source)
        offered = {one.value for one in question.answers}
        if question.settled or (value not in offered and not question.takes):
            raise NoSuchAnswer(value)
        about = About(meeting, source, source.remarks[number], by)
        before = KINDS.get(question.code, SEEN).do(about, value)
        # Doing it may have closed questions, this one too, but in another copy of the file.
        source.refresh_from_db(fields=["remarks", "state"])
        source.remarks[number] = about.row
        settle(source, number, value, by, meeting.version + 1, **before)


def _question(number: int, row: dict[str, Any], source: SourceFile) -> Question:
    kind, settled = KINDS.get(row["code"], SEEN), "answer" in row
    about = About(source.meeting, source, row)
    return Question(
        number,
        row["code"],
        kind.sentence(about),
        about.line,
        [] if settled or source.meeting_id is None else kind.answers(about),
        open=row.get("open", False),
        takes=kind.takes,
        settled=settled,
        given=row.get("answer", ""),
        by=row.get("by", ""),
        at=row.get("at", ""),
    )
