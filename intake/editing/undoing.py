"""Taking back: the latest edit that has not been taken back yet, and then the one before it.

So undoing again and again leads to the meeting as it was first read. What is undone is an edit
like any other, with a version and a history of its own. Who may see a meeting is not undone:
that is another verb, with a log.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from django.db import transaction
from django.db.models import Model

from decisions.models import Decision
from intake.editing.questions import bring_back_people, take_back
from intake.editing.rows import ASIDE
from intake.editing.saving import Outdated, saving
from intake.editing.snapshot import (
    CREATED,
    ORGANIZATIONS,
    REMOVED,
    Row,
    recorded,
    records_of,
)
from intake.editing.topics import LINKS, Standing
from intake.storing import retell_mentions
from minutes.models import Meeting

REASON = re.compile(r"(\d+) (\S+)(?: (\d+))?")
UNDO, ANSWER = "undo", "answer"
# Another file has taken the place of the first, or its reading has: the lines that rows stood at
# are gone with it. The way back is to choose that version again.
END_OF_THE_WAY = "version-accepted"
BARRIER = "version-accepted"  # another file is shown since; what was before belongs to the old
KEPT = {"version", "state", "created_at"}  # of the meeting, whatever is undone


@dataclass(frozen=True, slots=True)
class Edit:
    """``undoes`` is the version that an undoing took back."""

    version: int
    what: str
    undoes: int | None = None


class NothingToUndo(Exception):
    """The meeting is as it was first read, but for edits that have been taken back."""


def undo(pk: int, version: int, by: Any) -> Edit:
    """Take back the latest edit of the meeting that stands, and tell which one that was.

    Raises Outdated and NothingToUndo.
    """
    edit = undoable(pk)
    if edit is None:
        _refuse_if_outdated(pk, version)
        raise NothingToUndo
    with transaction.atomic():
        topics = Standing.locked()  # before the meeting, as whoever merges them does
        with saving(pk, version, by, f"{UNDO} {edit.version}") as meeting:
            _reverse(meeting, edit, topics)
    return edit


def _reverse(meeting: Meeting, edit: Edit, topics: Standing) -> None:
    steps = [
        (kind, record, _before(record))
        for kind, records in records_of(edit.version, meeting.pk)
        for record in records
    ]
    bring_back_people(meeting, edit.version)
    _make_room(steps)
    for kind, record, before in steps:
        if before is not None:
            _restore(kind, record, before, topics)
    for kind, record, before in reversed(steps):
        if before is None:
            kind._default_manager.filter(pk=record.id).delete()
    _derive(meeting.pk)
    _follow_body(meeting)
    take_back(meeting, edit.version)


def _refuse_if_outdated(pk: int, version: int) -> None:
    """Whoever meant an edit that another has just taken back is told so."""
    stored = Meeting.objects.get(pk=pk)
    if stored.version != version:
        raise Outdated(stored)


def undoable(pk: int) -> Edit | None:
    """The edit that ``undo`` would take back; None if there is none."""
    edits = edits_of(pk)
    undone = {edit.undoes for edit in edits}
    edits = list(takewhile(lambda one: one.what != END_OF_THE_WAY, edits))
    standing = (one for one in edits if one.what != UNDO and one.version not in undone)
    latest = next((one for one in standing if _changed_something(one, pk)), None)
    return None if latest and latest.what == BARRIER else latest


def edits_of(pk: int) -> list[Edit]:
    """All edits of the meeting, the latest first; each gave the meeting itself a record."""
    records = Meeting.history.filter(id=pk).order_by("-history_id")
    reasons = records.values_list("history_change_reason", flat=True)
    told = (REASON.fullmatch(reason or "") for reason in reasons)
    return [Edit(int(one[1]), one[2], int(one[3]) if one[3] else None) for one in told if one]


def _changed_something(edit: Edit, pk: int) -> bool:
    """Whether any row differs by it, beyond the meeting's version and who may see it.

    An answer closes a question, if nothing else; the remarks of a file are no rows of these.
    """
    if edit.what == ANSWER:
        return True
    for kind, records in records_of(edit.version, pk):
        for record in records:
            if kind is not Meeting or _differing(record, _before(record) or {}):
                return True
    return False


def _before(record: Any) -> Row | None:
    """The row before that record; None where it made the row."""
    if record.history_type == CREATED:
        return None
    earlier = type(record).objects.filter(id=record.id, history_id__lt=record.history_id)
    if record.history_type == REMOVED:
        return recorded(record)
    found = earlier.order_by("-history_id").first()
    return recorded(found) if found else recorded(record)


def _differing(record: Any, before: Row) -> Row:
    """The columns that the edit changed, as they were before it."""
    after = recorded(record)
    changed = {name: value for name, value in before.items() if after[name] != value}
    if record.instance_type is Meeting:
        return {name: value for name, value in changed.items() if name not in KEPT}
    return changed


def _make_room(steps: list[tuple[type[Model], Any, Row | None]]) -> None:
    """Move the rows that take part out of their places, so that none stands in another's way."""
    for number, (kind, record, _) in enumerate(steps, start=1):
        if hasattr(record, "position"):
            kind._default_manager.filter(pk=record.id).update(position=ASIDE + number)


def _restore(kind: type[Model], record: Any, before: Row, topics: Standing) -> None:
    columns = dict(before) if record.history_type == REMOVED else _differing(record, before)
    organizations = columns.pop(ORGANIZATIONS, None)
    if "position" in before:
        columns["position"] = before["position"]
    if kind in LINKS:
        topics.link_again(kind, before, columns)
    elif record.history_type == REMOVED:
        kind(**columns).save(force_insert=True)
    elif columns:
        kind._default_manager.filter(pk=record.id).update(**columns)
    if organizations is not None:
        Decision.objects.get(pk=record.id).organizations.set(organizations)


def _follow_body(before: Meeting) -> None:
    """Where the edit was of the body, the meetings that the minutes call their own are its."""
    meeting = Meeting.objects.get(pk=before.pk)
    if meeting.body_id != before.body_id:
        retell_mentions(meeting)


def _derive(pk: int) -> None:
    """Bring the derived column up to date, which history does not keep."""
    meeting = Meeting.objects.get(pk=pk)
    meeting.derive()
    Meeting.objects.filter(pk=pk).update(search_text=meeting.search_text)
