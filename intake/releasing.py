"""Publication: by a person who has looked, or without one where nothing is left to ask."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from decisions.hearing import heard_by_more
from intake.editing.saving import saving
from intake.models import SourceFile
from intake.questions import open_questions
from minutes.models import Meeting, Transition
from minutes.publishing import obstacles, publish
from minutes.states import HIDDEN, State


class NotConfirmed(Exception):
    """Questions are open, and nobody has said that they were looked at; ``open`` is how many."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} open questions")
        self.open = count


def release(
    pk: int, version: int, by: Any, to: str, *, confirmed: bool = False, note: str = ""
) -> Transition | None:
    """Show a meeting to more people or to fewer, as somebody decided who saw ``version`` of it.

    Raises NotConfirmed, NotPublishable and NoSuchWay, and Outdated from ``saving``. Showing it to
    fewer people is never held up by a question.
    """
    with saving(pk, version, by, "state") as meeting:
        left = still_open(meeting)
        wider = to not in HIDDEN and meeting.state in HIDDEN
        if wider and left and not confirmed and not obstacles(meeting):
            raise NotConfirmed(left)
        return publish(meeting, to, by, note, open_questions=left if to not in HIDDEN else 0)


def still_open(meeting: Meeting) -> int:
    """How many questions the meeting's file asks that nobody has answered."""
    sources = meeting.source_files.filter(is_current=True).values_list("remarks", flat=True)
    return sum(open_questions(rows) for rows in sources)


@transaction.atomic
def publish_if_clear(source: SourceFile) -> bool:
    """Make the meeting of this file public; False if something is open or somebody was here.

    A meeting that a person has published or taken back before is theirs to decide about.
    """
    meeting = source.meeting if source.is_current else None
    if meeting is None or open_questions(source.remarks) or obstacles(meeting):
        return False
    if meeting.state != State.DRAFT or meeting.transitions.exists():
        return False
    waiting = meeting.source_files.exclude(pk=source.pk).waiting()
    if waiting.exists() or publish(meeting, to=State.PUBLIC) is None:
        return False
    heard_by_more(meeting.pk)
    return True
