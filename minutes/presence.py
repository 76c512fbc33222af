"""Who was there, as a reader asks for it: by organization, and at one item.

Derived when read. Where the source does not say, the answer is "unclear"; it is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext

from minutes import limits
from minutes.attended_days import every, there_on
from minutes.models import (
    AgendaItem,
    Approval,
    ApprovalRole,
    Attendance,
    AttendanceStatus,
    Meeting,
)
from minutes.templatetags.swedish_dates import plain_date
from people.models import Organization
from people.names import sort_key

_ABOUT_ITEMS = re.compile(r"punkt|paragraf|§|\bp\.? ?\d", re.IGNORECASE)
_ABOUT_DISTANCE = re.compile(r"teams|zoom|skype|distans|digital|länk|telefon", re.IGNORECASE)

_MOST_DAYS = 14


@dataclass
class Delegation:
    """Those printed for one organization; ``name`` is empty where none is printed."""

    name: str
    organization: Organization | None
    attendances: list[Attendance] = field(default_factory=list)

    @property
    def order(self) -> tuple:
        """Municipalities first, the nameless last; each as the alphabet has them."""
        if self.organization is None:
            return (True, not self.name, sort_key(self.name))
        return (not self.organization.is_municipality, False, self.organization.name_sort)


def by_organization(attendances: Iterable[Attendance]) -> list[Delegation]:
    """Within an organization as printed."""
    delegations: dict[tuple, Delegation] = {}
    for one in attendances:
        name = one.organization.name if one.organization else one.printed_organization
        key = (one.organization_id, name)
        delegation = delegations.setdefault(key, Delegation(name, one.organization))
        delegation.attendances.append(one)
    return sorted(delegations.values(), key=lambda delegation: delegation.order)


def particulars(attendance: Attendance) -> list[str]:
    """Role, limits and distance in words, then what else the source notes, as it is printed."""
    words = []
    if attendance.is_chair:
        words.append(gettext("ordförande"))
    if attendance.is_secretary:
        words.append(gettext("sekreterare"))
    if attendance.items:
        words.append(limits.in_words(attendance.items))
    if attendance.is_remote:
        via_teams = "teams" in attendance.note.casefold()
        words.append(gettext("via Teams") if via_teams else gettext("på distans"))
    return words + printed_notes(attendance)


def signature(approval: Approval) -> list[str]:
    """For which day, and whether it is done; what the source does not say is left out."""
    words = []
    if approval.day:
        words.append(gettext("dag %(day)s") % {"day": approval.day})
    if approval.approved_date:
        words.append(gettext("justerade %(day)s") % {"day": plain_date(approval.approved_date)})
    elif approval.role == ApprovalRole.APPROVER and approval.is_done is not None:
        pending = gettext("ännu inte justerat enligt källan")
        words.append(gettext("justerat") if approval.is_done else pending)
    return words


def printed_notes(attendance: Attendance) -> list[str]:
    """The parts of the note that the columns do not already say."""
    parts = [part.strip() for part in attendance.note.split(",")]
    return [
        part
        for part in parts
        if part
        and not (attendance.items and _ABOUT_ITEMS.search(part))
        and not (attendance.is_remote and _ABOUT_DISTANCE.search(part))
    ]


@dataclass(frozen=True)
class AtItem:
    """The printed names of a meeting, parted by whether they were there at one item."""

    present: list[Delegation]
    away: list[Delegation]
    unclear: list[Delegation]


def was_there(attendance: Attendance, item: AgendaItem) -> bool | None:
    """Whether somebody printed among the names was there at an item; None where it is unclear.

    By the status, the items and the days that the source tells, as far as it does: hours, and
    limits to items of a number that is opened again, leave it open.
    """
    if attendance.status != AttendanceStatus.PRESENT:
        return False
    by_item = limits.covers(attendance.items, item.number)
    if attendance.items and item.continues_id:
        by_item = None  # the number is that of two items
    by_note = [
        None if _ABOUT_ITEMS.search(part) else there_on(part, days_of(item.meeting), item.day)
        for part in printed_notes(attendance)
    ]
    return every([by_item, *by_note])


def days_of(meeting: Meeting) -> list[date]:
    """Each day of the meeting; none if it is undated, and of a misread year only the first."""
    if meeting.start_date is None:
        return []
    more = ((meeting.end_date or meeting.start_date) - meeting.start_date).days
    last = more if more < _MOST_DAYS else 0
    return [meeting.start_date + timedelta(number) for number in range(last + 1)]


def at_item(attendances: Iterable[Attendance], item: AgendaItem) -> AtItem:
    parts: dict[bool | None, list[Attendance]] = {True: [], False: [], None: []}
    for one in attendances:
        parts[was_there(one, item)].append(one)
    present, away, unclear = (by_organization(parts[key]) for key in (True, False, None))
    return AtItem(present, away, unclear)


def not_mentioned(
    members: Iterable[Organization], attendances: Iterable[Attendance]
) -> list[Organization]:
    """Members of the body of whom the source says nothing: neither present nor absent."""
    mentioned = {one.organization_id for one in attendances}
    return [member for member in members if member.pk not in mentioned]
