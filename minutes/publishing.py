"""Who may see a meeting is decided here: the only place that sets ``Meeting.state``."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from minutes.models import Meeting, Transition
from minutes.states import HIDDEN, State

# From where to where. What others can see is taken back before it is thrown away, and what comes
# out of the trash is a draft again: nothing is shown without somebody saying so.
WAYS = {
    State.DRAFT: {State.INTERNAL, State.PUBLIC, State.TRASHED},
    State.INTERNAL: {State.DRAFT, State.PUBLIC},
    State.PUBLIC: {State.DRAFT, State.INTERNAL},
    State.TRASHED: {State.DRAFT},
}


class NoSuchWay(Exception):
    """A meeting cannot go from the one state to the other."""


class NotPublishable(Exception):
    """The meeting lacks what its address is made of; ``reasons`` are sentences for the reader."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


def obstacles(meeting: Meeting) -> list[str]:
    """Why the meeting cannot be shown to others yet; nothing else stops a publication."""
    reasons = []
    if meeting.body is None:
        reasons.append(_("Det framgår inte vilket organ som möttes."))
    if meeting.start_date is None:
        reasons.append(_("Mötets datum saknas."))
    return reasons


@transaction.atomic
def publish(
    meeting: Meeting, to: str, by: Any = None, note: str = "", open_questions: int = 0
) -> Transition | None:
    """Move the meeting to a state, wider or narrower, and log it; None if it is there already.

    ``by`` is the user, or None for the import command; ``open_questions`` how many were left
    open, and confirmed by that user. ``meeting`` is brought up to date. Raises NoSuchWay and
    NotPublishable.
    """
    stored = Meeting.objects.select_for_update().get(pk=meeting.pk)
    target, came_from = State(to), State(stored.state)
    if target == came_from:
        return None
    if target not in WAYS[came_from]:
        raise NoSuchWay(f"{came_from} -> {target}")
    if target not in HIDDEN and (reasons := obstacles(stored)):
        raise NotPublishable(reasons)
    _set_state(stored, target, by)
    meeting.state, meeting.version = stored.state, stored.version
    return Transition.objects.create(
        meeting=stored,
        from_state=came_from,
        to_state=target,
        by=by,
        source_sha256=_current_source(stored),
        open_questions=open_questions,
        note=note,
    )


def _set_state(meeting: Meeting, target: State, by: Any) -> None:
    meeting._history_user, meeting._change_reason = by, f"{meeting.state} -> {target}"
    meeting.state, meeting.version = target, meeting.version + 1
    meeting.save(update_fields=["state", "version", "updated_at"])


def _current_source(meeting: Meeting) -> str:
    """The checksum of the file that the published text comes from; empty if there is none."""
    sources = meeting.source_files.filter(is_current=True).values_list("sha256", flat=True)
    return sources.first() or ""
