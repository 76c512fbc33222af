"""People as the minutes know them: a person is visible where a meeting that names them is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.translation import gettext, ngettext

from minutes.models import Approval, Attendance
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


@dataclass
class Period:
    """Meetings in a row at which a person stood for the same organization."""

    organization: Organization | None
    name: str
    attendances: list[Attendance] = field(default_factory=list)

    @property
    def first(self) -> date | None:
        return self.attendances[0].meeting.start_date

    @property
    def last(self) -> date | None:
        return self.attendances[-1].meeting.start_date

    @property
    def in_words(self) -> str:
        """``närvarande vid 3 möten, frånvarande vid 1, ordförande vid 2``."""
        present = sum(one.status == "present" for one in self.attendances)
        absent = len(self.attendances) - present
        chaired = sum(one.is_chair for one in self.attendances)
        kept = sum(one.is_secretary for one in self.attendances)
        words = [
            ngettext("närvarande vid %(n)s möte", "närvarande vid %(n)s möten", present)
            % {"n": present},
            gettext("frånvarande vid %(n)s") % {"n": absent} if absent else "",
            gettext("ordförande vid %(n)s") % {"n": chaired} if chaired else "",
            gettext("sekreterare vid %(n)s") % {"n": kept} if kept else "",
        ]
        return ", ".join(filter(None, words))


def periods(attendances: Iterable[Attendance]) -> list[Period]:
    """What one person's attendances, oldest first, tell of whom they stood for; latest first."""
    parts = groupby(attendances, key=lambda one: (one.organization, one.printed_organization))
    found: list[Period] = []
    for (organization, printed), group in parts:
        name = organization.name if organization else printed
        if not found or found[-1].name != name:
            found.append(Period(organization, name))
        found[-1].attendances.extend(group)
    return found[::-1]


@dataclass
class Tenure:
    """The time during which a person is named for one organization."""

    person: Person
    attendances: list[Attendance]

    @property
    def first(self) -> date | None:
        return self.attendances[0].meeting.start_date

    @property
    def last(self) -> date | None:
        return self.attendances[-1].meeting.start_date


def tenures(attendances: Iterable[Attendance]) -> list[Tenure]:
    """One organization's people, from attendances oldest first; the latest seen comes first."""
    by_person: dict[Person, list[Attendance]] = {}
    for one in attendances:
        if one.person:
            by_person.setdefault(one.person, []).append(one)
    found = [Tenure(person, ones) for person, ones in by_person.items()]
    return sorted(found, key=lambda t: (t.last or date.max, t.person.name_sort), reverse=True)
