"""Back out of the trash, or gone for ever: nothing but what lies there is ever removed.

A meeting is thrown away by its state (minutes/publishing.py); a file that no meeting shows, by
itself. Only purging takes bytes away: it leaves a tombstone for each file, and the original goes
last, once the database has forgotten it. A crash in between leaves bytes that nobody asks for,
and `verify` tells of them.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import partial
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from accounts.roles import may_purge
from decisions.hearing import forget_words
from decisions.indexing import forget, index, words_of
from decisions.models import Assignment, Decision, DecisionTopic, ItemTopic
from intake import originals, pictures
from intake.models import Receipt, SourceFile, SourceState, Tombstone, Upload
from intake.questions import open_questions
from intake.tasks import read_upload
from intake.turns import in_turn
from minutes.models import AgendaItem, Approval, Attendance, Meeting, Transition
from minutes.publishing import publish
from minutes.states import State
from people.models import Person

log = logging.getLogger(__name__)


class NotInTrash(Exception):
    """It was taken back meanwhile, or never thrown away."""


class InUse(Exception):
    """A meeting shows the file: it is the meeting that can be thrown away."""


class MayNotPurge(Exception):
    """The user does not have that right."""


class NoReason(Exception):
    """Nothing is removed for ever without saying why."""


@transaction.atomic
def restore_meeting(pk: int, by: Any) -> Meeting:
    """Make a draft of it again, never more. Raises NotInTrash, Meeting.DoesNotExist."""
    meeting = _trashed_meeting(pk)
    publish(meeting, to=State.DRAFT, by=by)
    index([pk])
    return meeting


@transaction.atomic
def trash_file(pk: int, by: Any) -> SourceFile:
    """Throw away a rejected file or an older version. Raises InUse, SourceFile.DoesNotExist."""
    source = _locked_file(pk)
    if source.is_current:
        raise InUse(source.sha256)
    if source.state != SourceState.TRASHED:
        source.state, source.trashed_at = SourceState.TRASHED, timezone.now()
        source.trashed_by = by
        source.save(update_fields=["state", "trashed_at", "trashed_by"])
    return source


@transaction.atomic
def restore_file(pk: int) -> SourceFile:
    """Back to the state that it had, as what was said of it still tells. Raises NotInTrash."""
    source = _trashed_file(pk)
    source.state, source.trashed_at, source.trashed_by = _state_before(source), None, None
    source.save(update_fields=["state", "trashed_at", "trashed_by"])
    return source


def purge_meeting(pk: int, by: Any, reason: str) -> list[Tombstone]:
    """Remove a meeting and every file of it for ever; what is left is a tombstone for each file.

    Raises MayNotPurge, NoReason, NotInTrash and Meeting.DoesNotExist; nothing is removed then.
    """
    _refuse_unless_allowed(by, reason)
    return in_turn(partial(_purge_meeting, pk, by, reason.strip()))


def purge_file(pk: int, by: Any, reason: str) -> Tombstone:
    """Remove a file in the trash for ever. Raises as ``purge_meeting``."""
    _refuse_unless_allowed(by, reason)
    return in_turn(partial(_purge_file, pk, by, reason.strip()))


def _refuse_unless_allowed(by: Any, reason: str) -> None:
    if not may_purge(by):
        raise MayNotPurge(str(by))
    if not reason.strip():
        raise NoReason


def _purge_meeting(pk: int, by: Any, reason: str) -> list[Tombstone]:
    meeting = _trashed_meeting(pk)
    in_words, log_of_it = str(meeting), _transitions(meeting)
    stones = [
        _bury(source, by, reason, in_words, log_of_it)
        for source in _without_text(meeting.source_files).order_by("revision")
    ]
    people = _people_of(meeting)
    # The log refuses to be shortened, but through the plain manager: it has been copied to the
    # tombstones, and would else keep the meeting.
    Transition._base_manager.filter(meeting=meeting).delete()
    words = words_of([pk])
    forget(pk)
    meeting.delete()
    forget_words(words, State.values)
    _forget_history(pk)  # after the rows, whose removal writes records too
    _remove_unused(people)
    return stones


def _purge_file(pk: int, by: Any, reason: str) -> Tombstone:
    source = _trashed_file(pk)
    return _bury(source, by, reason, str(source.meeting or ""), [])


def _bury(
    source: SourceFile, by: Any, reason: str, meeting: str, transitions: list[dict]
) -> Tombstone:
    """Put a tombstone in place of the file; its name goes too, since it may name people."""
    sha256 = source.sha256
    uploads = Upload.objects.filter(sha256=sha256)
    _forget_tasks(uploads)
    why = {"reason_code": "purged", "reason": ""}
    Receipt.objects.filter(upload__in=uploads).update(file_name="", **why)
    source.receipts.update(source_file=None, file_name="", **why)
    uploads.update(file_name="")
    source.delete()
    transaction.on_commit(partial(_discard, sha256))
    return Tombstone.objects.create(
        sha256=sha256, meeting=meeting, transitions=transitions, reason=reason, purged_by=by
    )


def _discard(sha256: str) -> None:
    pictures.forget(sha256)
    try:
        originals.discard(sha256)
    except OSError as fault:  # `verify` tells of it until somebody removes it
        log.error("The purged original %s could not be removed: %r", sha256, fault)


def _forget_tasks(uploads: Iterable[Upload]) -> None:
    """What the queue keeps of readings that are over; one that runs finds nothing to read."""
    over = DBTaskResult.objects.filter(task_path=read_upload.module_path)
    over = over.exclude(status=TaskResultStatus.RUNNING)
    for upload in uploads:
        over.filter(args_kwargs__args=[upload.pk]).delete()


def _transitions(meeting: Meeting) -> list[dict[str, Any]]:
    return [
        {
            "from": one.from_state,
            "to": one.to_state,
            "at": one.at,
            "by": one.by.get_username() if one.by else "",
            "sha256": one.source_sha256,
            "note": one.note,
        }
        for one in meeting.transitions.select_related("by").order_by("pk")
    ]


def _people_of(meeting: Meeting) -> set[int]:
    """Keys of those who stand in the meeting, or stood there before somebody changed it."""
    named = [
        meeting.attendances.values_list("person", flat=True),
        meeting.approvals.values_list("person", flat=True),
        Assignment.objects.filter(item__meeting=meeting).values_list(
            "responsible_person", flat=True
        ),
        Attendance.history.filter(meeting_id=meeting.pk).values_list("person_id", flat=True),
        Approval.history.filter(meeting_id=meeting.pk).values_list("person_id", flat=True),
    ]
    return {key for keys in named for key in keys if key}


def _forget_history(pk: int) -> None:
    """Remove every record of the meeting's rows, from the leaves up."""
    items = AgendaItem.history.filter(meeting_id=pk).values("id")
    decisions = Decision.history.filter(item_id__in=items).values("id")
    organizations = apps.get_model("decisions", "HistoricalDecision_organizations")
    organizations.objects.filter(decision_id__in=decisions).delete()
    DecisionTopic.history.filter(decision_id__in=decisions).delete()
    for kind in (Assignment, ItemTopic, Decision):
        kind.history.filter(item_id__in=items).delete()
    for kind in (AgendaItem, Attendance, Approval):
        kind.history.filter(meeting_id=pk).delete()
    Meeting.history.filter(id=pk).delete()


def _remove_unused(people: Iterable[int]) -> None:
    """Remove the people of a purged meeting that nothing in the archive mentions any more."""
    for person in Person.objects.filter(pk__in=people, other_names=[]):
        relations = (person.attendances, person.approvals, person.assignments)
        is_mentioned = any(relation.exists() for relation in relations)
        # Taking back an edit of another meeting may bring a person back there.
        was_mentioned = any(
            kind.history.filter(**{f"{column}_id": person.pk}).exists()
            for kind, column in (
                (Attendance, "person"),
                (Approval, "person"),
                (Assignment, "responsible_person"),
            )
        )
        if not is_mentioned and not was_mentioned:
            person.delete()


def _trashed_meeting(pk: int) -> Meeting:
    """Locked, so that of two who decide about it one is first."""
    meeting = Meeting.objects.select_for_update().get(pk=pk)
    if meeting.state != State.TRASHED:
        raise NotInTrash(str(pk))
    return meeting


def _trashed_file(pk: int) -> SourceFile:
    source = _locked_file(pk)
    if source.state != SourceState.TRASHED:
        raise NotInTrash(source.sha256)
    return source


def _locked_file(pk: int) -> SourceFile:
    return _without_text(SourceFile.objects.select_for_update()).get(pk=pk)


def _without_text(files: Any) -> Any:
    return files.defer("document", "parsed", "unclaimed")


def _state_before(source: SourceFile) -> SourceState:
    if source.reason_code:
        return SourceState.REJECTED
    waits = open_questions(source.remarks)
    return SourceState.NEEDS_REVIEW if waits else SourceState.PARSED
