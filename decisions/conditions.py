"""What a decision may be asked for, as conditions that can be combined, counted and left out.

Each is a plain column or a membership in a list that does not depend on the row: a decision is
found once, and a page that counts several conditions at once has the database make each list
once (at 40,000 decisions a correlated EXISTS took PostgreSQL ten times as long).
"""

from __future__ import annotations

from django.db.models import Q

from decisions.models import Concerns, Decision, DecisionTopic
from people.models import Body


def names(organization_slug: str) -> Q:
    """The text names the organization."""
    naming = Decision.organizations.through.objects.filter(organization__slug=organization_slug)
    return Q(pk__in=naming.values("decision"))


def binds_all_with(organization_slug: str) -> Q:
    """For all members, of whom the organization is one."""
    return _by_a_body_with(organization_slug) & Q(concerns=Concerns.ALL_MEMBERS)


def binds_jointly(organization_slug: str) -> Q:
    """The joint business of a body that the organization is a member of."""
    return _by_a_body_with(organization_slug) & Q(concerns=Concerns.JOINT)


def is_about(topic_slug: str) -> Q:
    """The decision itself is about the topic, not only something else under its item."""
    about = DecisionTopic.objects.filter(topic__slug=topic_slug)
    return Q(pk__in=about.values("decision"))


def _by_a_body_with(organization_slug: str) -> Q:
    bodies = Body.objects.filter(members__slug=organization_slug)
    return Q(item__meeting__body__in=bodies.values("pk"))
