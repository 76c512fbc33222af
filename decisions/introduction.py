"""What somebody who is new in a municipality needs to know first, on two pages of paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from decisions.agenda.coming import Coming, coming, mentioned_to
from decisions.answers.awaited import awaited_from, for_all
from decisions.assignments.models import Assignment
from decisions.models import Decision, ItemTopic
from decisions.querysets import short_name
from minutes.bodies import bodies_visible_to
from minutes.mentions import representatives
from minutes.models import Meeting
from minutes.paging import MOST, Part
from people.models import BodyRule, Organization

LINES = 5  # of each list: the whole stands on the municipality's own pages
TOPICS = 12


@dataclass(frozen=True)
class Named:
    """Whoever the latest meeting of a body that names the municipality named for it."""

    body: str
    day: date | None
    people: list[tuple[str, str]]  # (name, slug)


@dataclass(frozen=True)
class Introduction:
    """``awaited`` are decisions that ask all members for something, without the municipality's
    answer; ``topics`` are (name, slug, number of items with something open).
    """

    assignments: Part
    awaited: Part
    latest: Part
    topics: Part
    rules: list[BodyRule]
    coming: list[Coming]
    people: list[Named]


def introduction(organization: Organization, user: Any, today: date) -> Introduction:
    decisions = list(_decisions(organization, user, _year_before(today))[:MOST])
    awaited = [one for one in decisions if one.is_awaited]
    awaited.sort(key=lambda one: _urgency(one.due_date, today))
    latest = [one for one in decisions if one.is_of_the_year]
    told = organization.assignments.visible_to(user).open().with_source().newest_first()
    asked = {one.pk for one in awaited}
    assignments = [one for one in told[:MOST] if one.decision_id not in asked]
    assignments.sort(key=lambda one: _urgency(one.due_date, today))
    return Introduction(
        assignments=_first(assignments),
        awaited=_first(awaited),
        latest=_first(latest),
        topics=_topics(organization, user),
        rules=_rules(organization, user),
        coming=_coming(organization, user, today),
        people=_people(_representatives(organization, user)),
    )


def _first(rows: Iterable[Any], most: int = LINES) -> Part:
    found = list(rows)
    return Part(found[:most], len(found) > most)


def _urgency(due_date: date | None, today: date) -> tuple:
    """What has a day ahead comes first, the soonest before; all else stays in its order."""
    return (0, due_date) if due_date and due_date >= today else (1, today)


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28))


def _decisions(organization: Organization, user: Any, since: date) -> QuerySet[Decision]:
    """Of the last year, and those that wait for its answer, the latest first."""
    naming = Decision.organizations.through.objects.filter(
        decision=OuterRef("pk"), organization=organization
    )
    is_of_the_year = Q(item__meeting__start_date__gte=since)
    known = Decision.objects.visible_to(user).filter(for_all(organization) | Exists(naming))
    return (
        known.annotate(is_awaited=awaited_from(organization), is_of_the_year=is_of_the_year)
        .filter(Q(is_awaited=True) | Q(is_of_the_year=True))
        .select_related("item__meeting__body")
        .newest_first()
    )


def _topics(organization: Organization, user: Any) -> Part:
    """Those in which its bodies have given somebody something that is not settled."""
    waiting = Assignment.objects.visible_to(user).open()
    of_bodies = waiting.filter(item__meeting__body__in=organization.bodies.all())
    links = ItemTopic.objects.filter(item__in=of_bodies.values("item"), topic__merged_into=None)
    counted = links.annotate(called=short_name("topic__")).values("called", "topic__slug")
    named = ["called", "topic__slug", "n"]
    rows = counted.annotate(n=Count("item")).order_by("-n", "topic__name_sort")
    return _first(rows.values_list(*named), TOPICS)


def _rules(organization: Organization, user: Any) -> list[BodyRule]:
    of_bodies = BodyRule.objects.filter(
        body__in=bodies_visible_to(user).filter(members=organization)
    )
    return list(of_bodies.select_related("body").order_by("body__name", "-from_date"))


def _coming(organization: Organization, user: Any, today: date) -> list[Coming]:
    telling = Meeting.objects.visible_to(user).filter(body__members=organization)
    ahead = telling.filter(next_meeting_date__gte=today).select_related("body")
    return coming(ahead, mentioned_to(user, today).filter(body__members=organization), today)


def _representatives(organization: Organization, user: Any) -> QuerySet:
    of_bodies = representatives(organization, user).exclude(meeting__body=None)
    return of_bodies[:MOST]


def _people(rows: Iterable[dict[str, Any]]) -> list[Named]:
    """``rows`` come with the latest named first."""
    found: dict[str, Named] = {}
    for row in rows:
        body, day = row["meeting__body__name"], row["last"]
        named = found.setdefault(body, Named(body, day, []))
        if named.day == day:
            named.people.append((row["person__name"], row["person__slug"]))
    return sorted(found.values(), key=lambda one: one.body)
