"""Questions about who somebody is, and whether they were there."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from decisions.models import Assignment
from intake.asking.about import LEAVE, SEEN, About, Answer, Kind
from intake.editing.people import add_attendance, rows_of
from intake.editing.questions import remove_unused
from intake.editing.rows import change, take_out
from intake.recognising import is_full_name
from minutes.models import Approval, Attendance, AttendanceStatus
from people.models import Organization, Person
from people.names import near_miss, normalise

SAME, DIFFERENT, NEW, ADD = "same", "different", "new", "add"
PERSON, ORGANIZATION = "person-", "organization-"
ALIKE = 75  # of 100: below that two names have little in common
SUGGESTIONS = 4
SIMILAR = re.compile(r"(?P<here>.+?)(?: vid underskrifterna)? liknar (?P<there>.+?)\.(?: Är .*)?$")


class DoubtfulPerson(Kind):
    """Somebody whose name several have, or nobody has for certain."""

    def answers(self, about: About) -> list[Answer]:
        row = self._row(about)
        if row is None:
            return super().answers(about)
        known = [Answer(f"{PERSON}{one.pk}", described(one)) for one in alike(row.printed_name)]
        return [*known, Answer(NEW, _("Ny person")), Answer(LEAVE, _("Låt vara"))]

    def do(self, about: About, value: str) -> dict[str, Any]:
        row = self._row(about)
        if value == NEW:
            person = Person.objects.create(name=" ".join(row.printed_name.split()))
            change(row, {"person": person})
            return {"added": person.pk}
        if value.startswith(PERSON):
            return link(row, Person.objects.get(pk=value.removeprefix(PERSON)))
        return {}

    def _row(self, about: About) -> Attendance | None:
        there = about.at_line(about.meeting.attendances.filter(person=None))
        named = [row for row in there if row.printed_name in about.message]
        return next(iter(named), None)


class SimilarName(Kind):
    """Two names that differ by a letter or two: one person, or two?"""

    def answers(self, about: About) -> list[Answer]:
        if self._pair(about) is None:
            return super().answers(about)
        return [Answer(SAME, _("Samma person")), Answer(DIFFERENT, _("Olika personer"))]

    def do(self, about: About, value: str) -> dict[str, Any]:
        pair = self._pair(about)
        if value != SAME or pair is None:
            return {}
        row, other = pair
        mistaken = row.person
        before = link(row, other)
        if mistaken is not None:
            before |= _moved(about, mistaken, other)
        return before

    def _pair(self, about: About) -> tuple[Any, Person] | None:
        """The row of this meeting whose name is in question, and whom it may mean."""
        names = SIMILAR.match(about.message)
        if names is None:
            return None
        there = (
            row
            for rows in (about.meeting.approvals.all(), about.meeting.attendances.all())
            for row in about.at_line(rows)
            if normalise(row.printed_name) == normalise(names["here"])
        )
        row = next(there, None)
        other = row and self._other(about, row, names["there"])
        return (row, other) if other else None

    def _other(self, about: About, row: Any, name: str) -> Person | None:
        printed = (
            one.person
            for one in about.meeting.attendances.select_related("person").order_by("position")
            if one.person_id and normalise(one.printed_name) == normalise(name)
        )
        known = Person.objects.named(name).order_by("pk")
        found = next(printed, None) or known.exclude(pk=row.person_id).first()
        return found if found and found.pk != row.person_id else None


class PresentAndAbsent(Kind):
    """Somebody who stands in both lists; the answer takes away the row that is wrong."""

    def answers(self, about: About) -> list[Answer]:
        statuses = {row.status for row in self._rows(about)}
        if statuses != set(AttendanceStatus.values):
            return super().answers(about)
        choices = [Answer(value, str(label)) for value, label in AttendanceStatus.choices]
        return [*choices, Answer(LEAVE, _("Låt båda stå"))]

    def do(self, about: About, value: str) -> dict[str, Any]:
        if value in AttendanceStatus.values:
            for row in self._rows(about):
                if row.status != value:
                    take_out(rows_of(row), row)
        return {}

    def _rows(self, about: About) -> list[Attendance]:
        keys = {normalise(row.printed_name) for row in about.at_line(about.meeting.attendances)}
        rows = about.meeting.attendances.in_order()
        return [row for row in rows if normalise(row.printed_name) in keys]


class ApproverNotPresent(Kind):
    """Somebody who approves but is not among the present: another's name, or left out?"""

    def answers(self, about: About) -> list[Answer]:
        row = self._row(about)
        if row is None:
            return super().answers(about)
        present = (one.person for one in self._present(about, row.printed_name))
        known = [Answer(f"{PERSON}{one.pk}", described(one)) for one in present if one]
        add = Answer(ADD, _("Var närvarande: lägg till"))
        return [*known, add, Answer(SEEN, _("Jag har sett det"))]

    def do(self, about: About, value: str) -> dict[str, Any]:
        row = self._row(about)
        if value.startswith(PERSON):
            return link(row, Person.objects.get(pk=value.removeprefix(PERSON)))
        if value == ADD:
            values = {"printed_name": row.printed_name, "person": row.person}
            add_attendance(about.meeting, {**values, "status": AttendanceStatus.PRESENT})
        return {}

    def _row(self, about: About) -> Approval | None:
        there = about.at_line(about.meeting.approvals.filter(role="approver"))
        named = [row for row in there if row.printed_name in about.message]
        return next(iter(named), None)

    def _present(self, about: About, name: str) -> list[Attendance]:
        rows = about.meeting.attendances.present().in_order().select_related("person")
        close = {row: fuzz.WRatio(normalise(row.printed_name), normalise(name)) for row in rows}
        return [row for row in close if near_miss(row.printed_name, name) or close[row] >= ALIKE][
            :SUGGESTIONS
        ]


class UnknownOrganization(Kind):
    """An organization that has no familiar form: a misprint for one that the archive knows?"""

    def answers(self, about: About) -> list[Answer]:
        row = self._row(about)
        if row is None:
            return super().answers(about)
        names = {one.pk: one.name for one in Organization.objects.exclude(pk=row.organization_id)}
        found = process.extract(
            row.printed_organization, names, score_cutoff=ALIKE, limit=SUGGESTIONS
        )
        known = [Answer(f"{ORGANIZATION}{pk}", name) for name, _score, pk in found]
        return [*known, Answer(LEAVE, _("Rätt som det står"))]

    def do(self, about: About, value: str) -> dict[str, Any]:
        if value.startswith(ORGANIZATION):
            organization = Organization.objects.get(pk=value.removeprefix(ORGANIZATION))
            change(self._row(about), {"organization": organization})
        return {}

    def _row(self, about: About) -> Attendance | None:
        there = about.at_line(about.meeting.attendances.exclude(printed_organization=""))
        named = [row for row in there if row.printed_organization in about.message]
        return next(iter(named), None)


def alike(name: str) -> list[Person]:
    """Those whose name is this, or nearly; the nearest first."""
    people = {
        one.pk: one for one in Person.objects.only("pk", "name", "name_key", "slug", "other_names")
    }
    keys = {pk: one.name_key for pk, one in people.items()}
    found = process.extract(
        normalise(name), keys, scorer=fuzz.WRatio, score_cutoff=ALIKE, limit=SUGGESTIONS
    )
    return [people[pk] for _key, _score, pk in found]


def described(person: Person) -> str:
    """The name, and where its bearer came from last: two may share the name."""
    latest = person.attendances.exclude(organization=None).select_related("organization")
    last = latest.order_by("-meeting__start_date", "-pk").first()
    return f"{person.name}, {last.organization.name}" if last else person.name


def link(row: Any, person: Person) -> dict[str, Any]:
    """Let the row mean that person, and remember that the name is printed so.

    Not a first name alone: from that nothing may be concluded the next time.
    """
    change(row, {"person": person})
    name = " ".join(row.printed_name.split())
    known = {person.name_key, *map(normalise, person.other_names)}
    if normalise(name) in known or not is_full_name(name):
        return {}
    person.other_names = [*person.other_names, name]
    person.save(update_fields=["other_names"])
    return {"named": person.pk, "name": name}


def _moved(about: About, mistaken: Person, other: Person) -> dict[str, Any]:
    """Let all of this meeting that meant the one mean the other; nobody is left without rows."""
    mine = {"meeting": about.meeting, "person": mistaken}
    for rows in (Attendance.objects.filter(**mine), Approval.objects.filter(**mine)):
        for row in rows:
            change(row, {"person": other})
    tasks = Assignment.objects.filter(item__meeting=about.meeting)
    tasks.filter(responsible_person=mistaken).update(responsible_person=other)
    columns = ("id", "name", "slug", "other_names")
    kept = {name: getattr(mistaken, name) for name in columns}
    return {"removed": kept} if remove_unused(mistaken) else {}
