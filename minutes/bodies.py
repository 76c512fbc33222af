"""What the archive tells of a body, as far as somebody may see it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext

from minutes.models import Attendance, Meeting
from people.models import Body, Organization
from people.querysets import BodyQuerySet

YEAR = "start_date__year"


def bodies_visible_to(user: Any) -> BodyQuerySet:
    """Those that a visible meeting is of; not those of hidden meetings alone."""
    held = Meeting.objects.visible_to(user).filter(body=OuterRef("pk"))
    return Body.objects.filter(Exists(held))


@dataclass(frozen=True)
class Year:
    """The body's meetings of a year; ``year`` is None for the undated.

    ``with_names`` are those whose minutes tell of anybody, present or absent.
    """

    year: int | None
    meetings: int
    with_names: int


@dataclass(frozen=True)
class Presence:
    """Meetings where somebody from a municipality was present, of those that mention it at all.

    Not registered is not absent: a meeting that does not mention it counts in neither.
    """

    present: int = 0
    registered: int = 0

    def __add__(self, other: Presence) -> Presence:
        return Presence(self.present + other.present, self.registered + other.registered)

    @property
    def in_words(self) -> str:
        """``3 av 4 registrerade``; a dash where nothing is registered."""
        if not self.registered:
            return "–"
        words = gettext("%(n)s av %(all)s registrerade")
        return words % {"n": self.present, "all": self.registered}

    @property
    def short(self) -> str:
        """``3 av 4``; a dash where nothing is registered."""
        if not self.registered:
            return "–"
        return gettext("%(n)s av %(all)s") % {"n": self.present, "all": self.registered}


@dataclass(frozen=True)
class Row:
    """One municipality; ``by_year`` as the table's years."""

    organization: Organization
    is_member: bool
    by_year: tuple[Presence, ...]

    @property
    def whole(self) -> Presence:
        return sum(self.by_year, Presence())


@dataclass(frozen=True)
class Table:
    """Municipalities down, years across."""

    years: list[Year]
    rows: list[Row]

    @property
    def meetings(self) -> int:
        return sum(one.meetings for one in self.years)

    @property
    def with_names(self) -> int:
        return sum(one.with_names for one in self.years)


def years_of(body: Body, user: Any) -> list[Year]:
    """The latest first, the undated last. One question."""
    meetings = Meeting.objects.visible_to(user).filter(body=body)
    named = Q(pk__in=Attendance.objects.values("meeting"))
    counted = meetings.order_by().values(YEAR)
    rows = counted.annotate(meetings=Count("pk"), with_names=Count("pk", filter=named))
    found = [Year(row[YEAR], row["meetings"], row["with_names"]) for row in rows]
    return sorted(found, key=lambda one: -(one.year or 0))


def attendance_of(
    body: Body, members: list[Organization], years: list[Year], user: Any
) -> Table | None:
    """Each member, and each other municipality that its minutes mention, by name.

    Two questions. Whoever was present for a part of a meeting was present at it. None where the
    body's table is switched off.
    """
    if not body.shows_attendance:
        return None
    counts = _counts(body, user)
    known = Organization.objects.municipalities().in_bulk({pk for pk, _year in counts})
    everybody = known | {one.pk: one for one in members}
    by_name = sorted(everybody.values(), key=lambda one: (one.name_sort, one.pk))
    rows = [
        Row(one, one in members, tuple(counts[one.pk, each.year] for each in years))
        for one in by_name
    ]
    return Table(years, rows)


def _counts(body: Body, user: Any) -> dict[tuple[int, int | None], Presence]:
    year = f"meeting__{YEAR}"
    named = Attendance.objects.visible_to(user).filter(
        meeting__body=body, organization__kind="municipality"
    )
    rows = named.order_by().values("organization", year)
    here = Q(status="present")
    counted = rows.annotate(
        registered=Count("meeting", distinct=True),
        present=Count("meeting", distinct=True, filter=here),
    )
    found: dict[tuple[int, int | None], Presence] = defaultdict(Presence)
    for row in counted:
        place = row["organization"], row[year]
        found[place] = Presence(row["present"], row["registered"])
    return found
