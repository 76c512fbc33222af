"""Tells how an assignment stands. No other module sets a status.

What is said is kept, report after report; the assignment stands as the latest of them says.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from decisions.assignments.models import Assignment, Report, Status
from decisions.indexing import index
from minutes.models import Meeting

AS_STORED = Status.OPEN  # minutes give something to do; how it goes, reports tell


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


def misreported() -> QuerySet[Assignment]:
    """Those with another status than ``reported``, as the latest report or, without, the minutes
    say. There are none, unless somebody wrote past this module.
    """
    reports = Report.objects.filter(assignment=OuterRef("pk")).latest_first()
    told = Coalesce(Subquery(reports.values("status")[:1]), Value(AS_STORED))
    return Assignment.objects.annotate(reported=told).exclude(status=F("reported")).order_by("pk")


@transaction.atomic
def stand_as_reported() -> int:
    """Give those the status that is reported; how many there were."""
    wrong = list(misreported().select_for_update(of=("self",)))
    for one in wrong:
        _stand_as_reported(one)
    return len(wrong)


def _stand_as_reported(assignment: Assignment) -> None:
    """By the day that it was said: somebody may write down later what was said before."""
    latest = assignment.reports.latest_first().first()
    status = latest.status if latest else AS_STORED
    if status != assignment.status:
        Assignment.objects.filter(pk=assignment.pk).update(status=status)
        index([assignment.item.meeting_id])
