"""What an export tells of an assignment: the columns, in order, and all of them as rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from decisions.assignments.filters import AssignmentFilter
from decisions.assignments.models import Assignment
from decisions.exports.columns import Column, Row
from minutes.exports.addresses import absolute

AT_ONCE = 500


def _said(assignment: Assignment) -> Any:
    """The latest report that whoever fetches the file may read."""
    return assignment.told[0] if assignment.told else None


COLUMNS = [
    Column("due_date", _("Senast"), 11, lambda a: a.due_date),
    Column("due_text", _("Tid i källan"), 24, lambda a: a.due_text),
    Column("responsible", _("Ansvarig"), 24, lambda a: str(a.responsible)),
    Column("text", _("Uppdrag"), 70, lambda a: a.sentence),
    Column("kind", _("Slag"), 16, lambda a: str(a.get_kind_display())),
    Column("status", _("Läge"), 11, lambda a: str(a.get_status_display())),
    Column("said_date", _("Senast sagt"), 11, lambda a: _said(a) and _said(a).said_date),
    Column("note", _("Vad som sades"), 40, lambda a: _said(a).note if _said(a) else ""),
    Column("standing", _("Granskning"), 24, lambda a: str(a.get_standing_display())),
    Column("date", _("Datum"), 11, lambda a: a.item.meeting.start_date),
    Column("body", _("Organ"), 22, lambda a: str(a.item.meeting.body or "")),
    Column("item_number", _("Punkt"), 7, lambda a: a.item.number),
    Column("item_title", _("Rubrik"), 32, lambda a: a.item.title),
    Column("url", _("Adress"), 44, lambda a: absolute(a.get_absolute_url())),
]


def rows_of(found: AssignmentFilter) -> Iterator[Row]:
    """In the order of the page.

    Asked for some at a time and not with a cursor, which would hold the database to what it was
    for as long as somebody fetches; what is taken back meanwhile is left out of the rest.
    """
    user = found.request.user
    keys = list(found.every().values_list("pk", flat=True))
    visible = Assignment.objects.visible_to(user).with_source().told_to(user)
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        known = visible.in_bulk(some)
        yield from (_row(known[key]) for key in some if key in known)


def _row(assignment: Assignment) -> Row:
    return {column.key: column.value(assignment) for column in COLUMNS}
