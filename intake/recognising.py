"""Which person a printed name means.

The same name is the same person at every meeting, also after a move to another municipality. Two
rows of one name with different organizations at one meeting are two people; from then on such a
name alone is not enough. Nothing is ever concluded from a first name alone or from a near miss.

A file changes nothing in other meetings, so what is learned late (that a name is shared by two)
does not reach back; that is for a person to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import or_

from django.db.models import Q

from intake.matching import LONGEST_NAME
from intake.parsing.minutes import ParsedApproval, Remark
from minutes.models import Attendance
from people.models import Organization, Person
from people.names import near_miss, normalise


@dataclass(frozen=True, slots=True)
class Printed:
    """A name as it stands in a list of those who were there, or were not."""

    name: str
    organization: Organization | None
    line: int


@dataclass(slots=True)
class Participants:
    """``people`` has one place for each printed name; None where it is not certain who it is."""

    printed: Sequence[Printed]
    people: list[Person | None]
    added: list[Person] = field(default_factory=list)

    def named(self, name: str) -> Person | None:
        """The one participant of that full name, or None: also where two of them share it."""
        key = normalise(name)
        same = {
            person.pk if person else None: person
            for one, person in zip(self.printed, self.people, strict=True)
            if normalise(one.name) == key
        }
        return next(iter(same.values())) if len(same) == 1 else None

    def remarks(self, approvals: Sequence[ParsedApproval] = ()) -> list[Remark]:
        """The doubtful, and the names that are nearly another's: here, signed or before."""
        return [*self._doubtful(), *_similar(self), *_signed_otherwise(self, approvals)]

    def _doubtful(self) -> Iterator[Remark]:
        for one, person in zip(self.printed, self.people, strict=True):
            if person is None and is_full_name(one.name):
                message = f"Flera personer heter {one.name}. Vem av dem är det här?"
                yield Remark("doubtful-person", message, one.line)
            elif person is None and len(one.name) <= LONGEST_NAME:
                message = f"{one.name} är inte ett helt namn. Vem är det?"
                yield Remark("unknown-person", message, one.line)


def is_full_name(name: str) -> bool:
    return len(name.split()) > 1 and len(name) <= LONGEST_NAME


def recognise(printed: Sequence[Printed]) -> Participants:
    """Match the names of one meeting's list, and add the people that the archive does not know."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(printed):
        if is_full_name(one.name):
            places[normalise(one.name)].append(place)
    known = _Known(places)
    people: list[Person | None] = [None] * len(printed)
    for key, where in places.items():
        rows = [printed[place] for place in where]
        for place, person in zip(where, _same_name(rows, known, key), strict=True):
            people[place] = person
    return Participants(printed, people, known.added)


def _same_name(rows: list[Printed], known: _Known, key: str) -> list[Person | None]:
    """The person of each row, where all rows carry one name."""
    organizations = {row.organization.pk for row in rows if row.organization}
    if len(organizations) <= 1 and len(known.named(key)) <= 1:
        return [next(iter(known.named(key)), None) or known.add(rows[0], key)] * len(rows)
    found = {pk: known.named(key, organization=pk) for pk in organizations}
    people: dict[int, Person | None] = {}
    for row in rows:
        if row.organization is None or row.organization.pk in people:
            continue
        candidates = found[row.organization.pk]
        # Nobody is at one meeting for two organizations: a history with both is two people's.
        shared = any(candidates == found[other] for other in organizations - {row.organization.pk})
        if len(candidates) == 1 and not shared:
            people[row.organization.pk] = candidates[0]
        elif not candidates and len(organizations) > 1:
            people[row.organization.pk] = known.add(row, key)
        else:
            people[row.organization.pk] = None
    return [people[row.organization.pk] if row.organization else None for row in rows]


class _Known:
    """The people who carry certain names, and the organizations that they have come from."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.added: list[Person] = []
        self._by_key: dict[str, list[Person]] = defaultdict(list)
        wanted = set(keys)
        # Other printed names are a list in each row and set by hand, so only for a few people.
        named = Person.objects.filter(Q(name_key__in=wanted) | ~Q(other_names=[]))
        for person in named.order_by("pk"):
            names = {person.name_key, *map(normalise, person.other_names)}
            for key in names & wanted:
                self._by_key[key].append(person)

    @cached_property
    def _organizations(self) -> dict[int, set[int]]:
        """Where they have come from: read only where a name alone does not tell who it is."""
        found: dict[int, set[int]] = defaultdict(set)
        people = [person for same in self._by_key.values() for person in same]
        history = Attendance.objects.filter(person__in=people, organization__isnull=False)
        for person, organization in history.values_list("person", "organization").distinct():
            found[person].add(organization)
        return found

    def named(self, key: str, organization: int | None = None) -> list[Person]:
        people = self._by_key[key]
        if organization is None:
            return people
        return [one for one in people if organization in self._organizations[one.pk]]

    def add(self, row: Printed, key: str) -> Person:
        person = Person.objects.create(name=" ".join(row.name.split()))
        self.added.append(person)
        self._by_key[key].append(person)
        return person


def _similar(participants: Participants) -> Iterator[Remark]:
    """New names that differ by a letter or two from somebody's, at this meeting or before."""
    lines = {normalise(one.name): one.line for one in participants.printed}
    for new, old in _near_misses(participants.added):
        message = f"{new.name} liknar {old.name}. Är det samma person?"
        yield Remark("similar-name", message, lines[new.name_key])


def _signed_otherwise(
    participants: Participants, approvals: Sequence[ParsedApproval]
) -> Iterator[Remark]:
    """Names at the signatures that are nearly, but not quite, a participant's."""
    for approval in approvals:
        for one in participants.printed:
            if near_miss(one.name, approval.name):
                message = f"{approval.name} vid underskrifterna liknar {one.name}."
                yield Remark("similar-name", message, approval.lines[0])


def _near_misses(added: list[Person]) -> list[tuple[Person, Person]]:
    """Pairs of (new, older), each pair once."""
    if not added:
        return []
    # Near misses differ in one word, so they share their first or their last.
    ends = [(one, one.name_key.split()) for one in added]
    alike = reduce(or_, (_shares_an_end(words[0], words[-1]) for _, words in ends))
    others = list(Person.objects.filter(alike).order_by("pk"))
    return [
        (new, old)
        for new in added
        for old in others
        if old.pk < new.pk and near_miss(old.name, new.name)
    ]


def _shares_an_end(first: str, last: str) -> Q:
    return Q(name_key__startswith=f"{first} ") | Q(name_key__endswith=f" {last}")
