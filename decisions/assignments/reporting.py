"""Tells how an assignment stands. No other module sets a status.

What is said is kept, report after report; the assignment stands as the latest of them says.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from decisions.assignments.models import Assignment, Report, Status
from decisions.indexing import index
from minutes.models import Meeting


class ReportedMeanwhile(Exception):
    """Somebody else has reported since the reports were read. ``reports`` are those, in order."""

    def __init__(self, reports: Sequence[Report]) -> None:
        super().__init__()
        self.reports = reports


@transaction.atomic
def report(
    assignment: Assignment,
    *,
    status: str,
    note: str = "",
    said_date: date,
    meeting: Meeting | None = None,
    by: Any = None,
    seen: int,
) -> Report:
    """``seen`` is the key of the newest report that was read, 0 for none.

    The same report sent twice is kept once. Raises ReportedMeanwhile, and keeps nothing, if there
    is a newer one that says something else.
    """
    locked = Assignment.objects.select_for_update().get(pk=assignment.pk)
    said = {"status": Status(status), "note": note, "said_date": said_date}
    said |= {"meeting": meeting, "by": by}
    newest = locked.reports.order_by("pk").last()
    if newest and newest.pk != seen:
        if all(getattr(newest, name) == value for name, value in said.items()):
            return newest
        raise ReportedMeanwhile(list(locked.reports.filter(pk__gt=seen).order_by("pk")))
    made = locked.reports.create(**said)
    _stand_as_reported(locked)
    return made


def _stand_as_reported(assignment: Assignment) -> None:
    """By the day that it was said: somebody may write down later what was said before."""
    latest = assignment.reports.latest_first().first()
    if latest.status != assignment.status:
        Assignment.objects.filter(pk=assignment.pk).update(status=latest.status)
        index([assignment.item.meeting_id])
