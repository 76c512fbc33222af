"""Which municipalities there are to ask for, and what the minutes tell of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery

from decisions.conditions import binds_all_with, binds_jointly, names
from decisions.models import Decision
from minutes.models import Attendance
from people.models import Organization
from people.querysets import OrganizationQuerySet


def municipalities_visible_to(user: Any) -> OrganizationQuerySet:
    """Members of a body, and others that a visible meeting or decision names."""
    met = Attendance.objects.visible_to(user).filter(organization=OuterRef("pk"))
    decided = Decision.objects.visible_to(user).filter(organizations=OuterRef("pk"))
    is_member = Organization.objects.filter(pk=OuterRef("pk"), bodies__isnull=False)
    # One row is enough for those who are no members. Asked whether any EXISTS, PostgreSQL lists
    # all who ever met or were named: with 400,000 attendances two seconds instead of 6 ms.
    known = Organization.objects.municipalities().alias(
        met=Subquery(met.values("pk")[:1]), decided=Subquery(decided.values("pk")[:1])
    )
    return known.filter(Exists(is_member) | Q(met__isnull=False) | Q(decided__isnull=False))


def with_counts(municipalities: OrganizationQuerySet, user: Any) -> OrganizationQuerySet:
    """Each with ``meeting_count``, where somebody was present, and ``naming_count``."""
    present = Attendance.objects.visible_to(user).present().filter(organization=OuterRef("pk"))
    naming = Decision.objects.visible_to(user).filter(organizations=OuterRef("pk"))
    meetings = present.order_by().values("organization")
    decisions = naming.order_by().values("organizations")
    return municipalities.annotate(
        meeting_count=Subquery(meetings.annotate(n=Count("meeting", distinct=True)).values("n")),
        naming_count=Subquery(decisions.annotate(n=Count("pk", distinct=True)).values("n")),
    )


@dataclass(frozen=True)
class Presence:
    """Meetings that say anything of a municipality, and those where somebody was present.

    A meeting whose list does not mention it counts in neither: not registered is not absent.
    """

    present: int
    registered: int


def presence(organization: Organization, user: Any) -> Presence:
    theirs = organization.attendances.visible_to(user)
    return Presence(
        **theirs.aggregate(
            present=Count("meeting", filter=Q(status="present"), distinct=True),
            registered=Count("meeting", distinct=True),
        )
    )


@dataclass(frozen=True)
class Concerned:
    """How many visible decisions name a municipality, bind all members, or are joint."""

    named: int
    all_members: int
    joint: int


def concerned(organization: Organization, user: Any) -> Concerned:
    slug = organization.slug
    return Concerned(
        **Decision.objects.visible_to(user).aggregate(
            named=Count("pk", filter=names(slug)),
            all_members=Count("pk", filter=binds_all_with(slug)),
            joint=Count("pk", filter=binds_jointly(slug)),
        )
    )
