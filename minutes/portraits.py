"""What the archive tells of one person, as far as somebody may see it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from minutes.mentions import decisions_naming
from minutes.models import Approval, Attendance
from minutes.offices import Office, Seen, offices, seen
from minutes.paging import Part, beginning
from people.models import Person
from people.names import normalise


@dataclass(frozen=True)
class Portrait:
    """``naming`` has the decisions in whose text the name stands, but for the ``assignments``.

    ``days`` are those of the meetings that name the person, in order; undated ones have none.
    """

    other_names: list[str]
    offices: list[Office]
    meetings: int
    days: list[date]
    seen: Part
    assignments: Part
    naming: Part


def portrait(person: Person, user: Any, *, whole: bool) -> Portrait:
    attendances = list(person.attendances.visible_to(user).oldest_first())
    approvals = list(person.approvals.visible_to(user).oldest_first())
    meetings = seen(attendances, approvals)
    assignments = person.assignments.visible_to(user).with_source().open_first()
    return Portrait(
        other_names=_other_names(person, [*attendances, *approvals]),
        offices=offices(attendances, approvals),
        meetings=len(meetings),
        days=_days(meetings),
        seen=beginning(meetings, whole=whole),
        assignments=beginning(assignments, whole=whole),
        naming=_naming(person, user),
    )


def _days(meetings: list[Seen]) -> list[date]:
    return sorted(one.meeting.start_date for one in meetings if one.meeting.start_date)


def _other_names(person: Person, rows: list[Attendance | Approval]) -> list[str]:
    """As the visible minutes print them."""
    printed = dict.fromkeys(row.printed_name for row in rows)
    return [name for name in printed if normalise(name) != normalise(person.name)]


def _naming(person: Person, user: Any) -> Part:
    own = person.assignments.standing().exclude(decision=None)
    found = decisions_naming(person, user).exclude(decision__in=own.values("decision"))
    part = beginning(found.select_related("decision__item__meeting__body"))
    name = re.compile(rf"\b{re.escape(normalise(person.name))}s?\b")
    rows = [row.decision for row in part.rows if name.search(normalise(row.decision.text))]
    return Part(rows, part.goes_on)
