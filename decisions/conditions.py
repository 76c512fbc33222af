"""What a decision may be asked for, as conditions that can be combined, counted and left out.

Each is one Exists or a plain column, never a join to many rows: a decision is found once.
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from decisions.models import Concerns, Decision, DecisionTopic
from people.models import Body


def names(organization_slug: str) -> Q:
    """The text names the organization."""
    named = Decision.organizations.through.objects.filter(
        decision=OuterRef("pk"), organization__slug=organization_slug
    )
    return Q(Exists(named))


def binds_all_with(organization_slug: str) -> Q:
    """For all members, of whom the organization is one."""
    return Q(_member(organization_slug), concerns=Concerns.ALL_MEMBERS)


def binds_jointly(organization_slug: str) -> Q:
    """The joint business of a body that the organization is a member of."""
    return Q(_member(organization_slug), concerns=Concerns.JOINT)


def is_about(topic_slug: str) -> Q:
    """The decision itself is about the topic, not only something else under its item."""
    return Q(Exists(DecisionTopic.objects.filter(decision=OuterRef("pk"), topic__slug=topic_slug)))


def _member(organization_slug: str) -> Exists:
    return Exists(
        Body.objects.filter(meetings__items=OuterRef("item"), members__slug=organization_slug)
    )
