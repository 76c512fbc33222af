"""Which organizations were represented at an item, and by whom.

Derived when read from the names of the minutes with their limits, days and ways of taking part;
what the source does not say is "unclear" or "not mentioned", and never guessed. To be represented
is no more than that somebody printed for the organization was there: who votes for whom the
source does not say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from minutes.models import AgendaItem, Attendance
from minutes.presence import was_there
from people.models import Organization


class Standing(models.TextChoices):
    REPRESENTED = "represented", _("företrädd")
    REMOTE = "remote", _("företrädd på distans")
    AWAY = "away", _("inte företrädd")
    UNCLEAR = "unclear", _("oklart")
    SILENT = "silent", _("nämns inte")


@dataclass(frozen=True)
class Representation:
    """One organization at one item. Each of those printed for it is in one of the three tuples."""

    organization: Organization
    item: AgendaItem
    there: tuple[Attendance, ...]
    away: tuple[Attendance, ...]
    unclear: tuple[Attendance, ...]

    @property
    def standing(self) -> Standing:
        """Somebody there weighs more than anybody unclear, and that more than anybody away.

        REMOTE: whoever was there took part from a distance, as the source says of each.
        """
        if self.there:
            is_remote = all(one.is_remote for one in self.there)
            return Standing.REMOTE if is_remote else Standing.REPRESENTED
        if self.unclear:
            return Standing.UNCLEAR
        return Standing.AWAY if self.away else Standing.SILENT


@dataclass(frozen=True)
class Row:
    """One organization, at each of the matrix's items in their order."""

    organization: Organization
    at: tuple[Representation, ...]


@dataclass(frozen=True)
class Matrix:
    """Organizations down, items across."""

    items: tuple[AgendaItem, ...]
    rows: tuple[Row, ...]

    @property
    def standings(self) -> list[Standing]:
        """Those that occur, in the order of their definition: what a legend must explain."""
        occurring = {one.standing for row in self.rows for one in row.at}
        return [standing for standing in Standing if standing in occurring]


def represented(
    organization: Organization, item: AgendaItem, attendances: Iterable[Attendance]
) -> Representation:
    """The organization at the item; ``attendances`` may be those of the whole meeting.

    Asks the database for nothing if the item's meeting is at hand.
    """
    parts: dict[bool | None, list[Attendance]] = {True: [], False: [], None: []}
    for one in attendances:
        if one.organization_id == organization.pk:
            parts[was_there(one, item)].append(one)
    there, away, unclear = (tuple(parts[key]) for key in (True, False, None))
    return Representation(organization, item, there, away, unclear)


def matrix(
    items: Iterable[AgendaItem],
    organizations: Iterable[Organization],
    attendances: Sequence[Attendance],
) -> Matrix:
    across = tuple(items)
    rows = (
        Row(one, tuple(represented(one, item, attendances) for item in across))
        for one in organizations
    )
    return Matrix(across, tuple(rows))


def parties(
    members: Iterable[Organization], attendances: Iterable[Attendance]
) -> list[Organization]:
    """The members of the body, and other municipalities that somebody is printed for."""
    found = {member.pk: member for member in members}
    for one in attendances:
        if one.organization and one.organization.is_municipality:
            found.setdefault(one.organization_id, one.organization)
    return sorted(found.values(), key=lambda one: (one.name_sort, one.pk))
