"""The one way to change a meeting: on the version that one has read, all of it or nothing.

Each edit is a transaction of its own and gives the meeting a new version. Its history is one
record for each row that differs afterwards, with who and ``"<version> <what>"`` as the reason, so
that it can be told and taken back. Whatever the rows were written with, nothing escapes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from decisions.hearing import heard_anew
from intake.editing.followed_up import keep_all, told_of
from intake.editing.snapshot import has_history, record_all, record_changes, snapshot
from minutes.history import one_record_for_each_row
from minutes.models import Meeting


class Outdated(Exception):
    """Somebody else has saved the meeting since; ``meeting`` is as they left it."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(f"{meeting.pk} is at version {meeting.version}")
        self.meeting = meeting


@contextmanager
def saving(pk: int, version: int, by: Any, what: str) -> Iterator[Meeting]:
    """The meeting, locked until the end of the block; its version is one higher after it.

    ``version`` is the one that the editor has seen, ``what`` a short code such as
    ``decision-split``. Raises Outdated, FollowedUp and Meeting.DoesNotExist. What the block
    raises undoes all that it did.
    """
    with transaction.atomic(), one_record_for_each_row():
        meeting = Meeting.objects.select_for_update().get(pk=pk)
        if meeting.version != version:
            raise Outdated(meeting)
        before, told = snapshot(pk), told_of(pk)
        if not has_history(pk):
            record_all(before)
        with heard_anew(pk):
            yield meeting
        keep_all(pk, told)
        _next_version(meeting)
        record_changes(before, snapshot(pk), by, f"{meeting.version} {what}")


def _next_version(meeting: Meeting) -> None:
    """Counted in the database, since publishing within the block has counted there too."""
    stored = Meeting.objects.filter(pk=meeting.pk)
    stored.update(version=F("version") + 1, updated_at=timezone.now())
    meeting.version = stored.values_list("version", flat=True).get()
