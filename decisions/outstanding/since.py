"""What later meetings said of matters that were put off or promised, meeting by meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from decisions.assignments.models import Report
from decisions.concern import joined
from decisions.happening import Happening, happened
from decisions.models import Assignment, AssignmentKind, Decision, DecisionKind
from minutes.models import AgendaItem, Meeting

TASKS = [AssignmentKind.TASK, AssignmentKind.REPLY]


@dataclass(frozen=True)
class Said:
    """That a meeting took a matter up, or told how an assignment stood.

    ``title`` and ``note`` are the minutes' own words; ``line`` is where these stand in the source.
    """

    meeting: Meeting
    day: date
    words: str
    address: str
    line: int | None
    title: str = ""
    note: str = ""

    @property
    def source(self) -> str:
        """The line in the text of the source; empty where a person entered it."""
        address = self.meeting.get_absolute_url()
        return f"{address}?kalla=1#rad-{self.line}" if self.line else ""


def items_told(keys: Iterable[int], user: Any) -> dict[int, AgendaItem]:
    """Visible items by key, each with its meeting and with what ``words_of`` needs."""
    decided = Decision.objects.filter(item=OuterRef("pk"))
    tasks = Assignment.objects.standing().filter(
        item=OuterRef("pk"), decision=None, kind__in=TASKS
    )
    kinds = {f"has_{kind}": Exists(decided.filter(kind=kind)) for kind in DecisionKind.values}
    known = AgendaItem.objects.visible_to(user).select_related("meeting__body")
    return known.annotate(gives_tasks=Exists(tasks), **kinds).in_bulk(keys)


def words_of(item: AgendaItem) -> str:
    """``beslut och uppdrag``, as a topic's page tells it."""
    kinds = {kind for kind in DecisionKind.values if getattr(item, f"has_{kind}")}
    if item.gives_tasks:
        kinds.add(Happening.ASSIGNED)
    return joined([str(one.label) for one in happened(item.outcome, kinds)])


def said_of(item: AgendaItem) -> Said:
    """``item`` is one of ``items_told``."""
    return Said(
        meeting=item.meeting,
        day=item.meeting.start_date,
        words=words_of(item),
        address=item.get_absolute_url(),
        line=item.first_line,
        title=item.title,
    )


def reports_of(assignments: Collection[Assignment], user: Any) -> dict[int, list[Said]]:
    """By the key of the assignment: what visible meetings have told of it. Asks once."""
    found: dict[int, list[Said]] = defaultdict(list)
    told = Report.objects.visible_to(user).filter(assignment__in=assignments)
    for one in told.exclude(meeting=None).select_related("meeting__body"):
        found[one.assignment_id].append(_reported(one))
    return found


def _reported(report: Report) -> Said:
    return Said(
        meeting=report.meeting,
        day=report.said_date,
        words=str(report.get_status_display()).lower(),
        address=report.meeting.get_absolute_url(),
        line=report.first_line,
        note=report.note,
    )
