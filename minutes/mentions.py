"""People as the minutes know them: a person is visible where a meeting that names them is."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet, Subquery

from minutes.models import Approval, Attendance
from minutes.search.analysis import lexemes
from minutes.search.expression import Phrase
from minutes.search.models import EntryKind, SearchEntry
from minutes.search.querysets import NEWEST, SearchEntryQuerySet
from people.models import Organization, Person
from people.names import normalise, slug
from people.querysets import PersonQuerySet


def people_visible_to(user: Any) -> PersonQuerySet:
    """Whoever is named in a meeting that the user may see; not those of hidden meetings alone."""
    attended = Attendance.objects.visible_to(user).filter(person=OuterRef("pk"))
    signed = Approval.objects.visible_to(user).filter(person=OuterRef("pk"))
    return Person.objects.filter(Exists(attended) | Exists(signed))


def with_latest_organization(people: PersonQuerySet, user: Any) -> PersonQuerySet:
    """Each with ``latest_organization``, a name: at the latest meeting that the user may see."""
    theirs = Attendance.objects.visible_to(user).filter(person=OuterRef("pk"))
    latest = theirs.exclude(organization=None).order_by(
        F("meeting__start_date").desc(nulls_last=True), "-pk"
    )
    return people.annotate(latest_organization=Subquery(latest.values("organization__name")[:1]))


def with_name(text: str) -> Q:
    """That every word is a part of the name, however the letters are dotted."""
    found = Q()
    for word in normalise(text).split():
        found &= Q(name_key__contains=word) | Q(slug__contains=slug(word) or word)
    return found


def decisions_naming(person: Person, user: Any) -> SearchEntryQuerySet:
    """Entries of decisions whose text has the whole name in a row, the latest first.

    The name, and not the person: two may share it. None for a first name alone. The index knows
    words without their endings, so that who reads a text may find that it is another name.
    """
    stems = lexemes(person.name)
    if len(stems) < 2:
        return SearchEntry.objects.none()
    phrase = Phrase(tuple((one,) for one in stems))
    found = SearchEntry.objects.visible_to(user).matching(phrase)
    return found.filter(kind=EntryKind.DECISION).sorted_by(NEWEST)


def representatives(organization: Organization, user: Any) -> QuerySet:
    """Whoever is named for the organization, one row for each body; the latest named first.

    As values: ``person__name``, ``person__slug``, ``meeting__body__name``, ``first`` and ``last``
    (days), ``present``, ``absent`` and ``chaired`` (meetings). Grouped by the database: read as
    rows, 5,000 meetings took six seconds.
    """
    named = organization.attendances.visible_to(user).exclude(person=None)
    groups = named.order_by().values("person__name", "person__slug", "meeting__body__name")
    day, meeting = "meeting__start_date", "meeting"
    counted = groups.annotate(
        first=Min(day),
        last=Max(day),
        present=Count(meeting, distinct=True, filter=Q(status="present")),
        absent=Count(meeting, distinct=True, filter=Q(status="absent")),
        chaired=Count(meeting, distinct=True, filter=Q(is_chair=True)),
    )
    return counted.order_by(F("last").desc(nulls_first=True), "person__slug")
