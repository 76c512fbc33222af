"""Publication without a person, for minutes that leave nothing to ask."""

from __future__ import annotations

from intake.models import SourceFile
from intake.questions import open_questions
from minutes.publishing import obstacles, publish
from minutes.states import State


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
    return not waiting.exists() and publish(meeting, to=State.PUBLIC) is not None
