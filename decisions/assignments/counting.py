"""How many assignments there are by all that a list of them can be asked for, in one question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from decisions.assignments.models import AssignmentKind
from decisions.assignments.querysets import AssignmentQuerySet
from decisions.assignments.sections import Section
from decisions.offers import STATUSES
from minutes.facets import Choice
from people.models import Kind
from people.names import sort_key

KINDS = {
    "uppdrag": AssignmentKind.TASK,
    "svar": AssignmentKind.REPLY,
    "aterkommer": AssignmentKind.PROMISE,
    "senare": AssignmentKind.POSTPONED,
}
_COLUMNS = {
    "organization": "responsible_organization__slug",
    "organization_name": "responsible_organization__name",
    "organization_kind": "responsible_organization__kind",
    "person": "responsible_person__slug",
    "person_name": "responsible_person__name",
    "body": "item__meeting__body__slug",
    "body_name": "item__meeting__body__name",
    "status": "status",
    "kind": "kind",
    "section": "section",
}
Chosen = Mapping[str, list[str]]  # by filter; a filter that is left out asks for nothing


@dataclass(frozen=True)
class Cell:
    """``number`` assignments; ``values`` are those of the filters, empty where there is none."""

    values: dict[str, str]
    names: dict[str, str]
    section: Section
    number: int


@dataclass(frozen=True)
class Counted:
    cells: list[Cell]

    def choices(self, name: str) -> list[Choice]:
        """Those that any assignment has, by name."""
        known = {one.values[name]: one.names[name] for one in self.cells if one.values[name]}
        return [Choice(*one) for one in sorted(known.items(), key=lambda one: sort_key(one[1]))]

    def number(self, chosen: Chosen) -> int:
        return sum(one.number for one in self._of(chosen))

    def numbers(self, name: str, chosen: Chosen) -> Counter[str]:
        """By value of a filter, as if nothing were chosen of it itself."""
        others = {other: values for other, values in chosen.items() if other != name}
        found: Counter[str] = Counter()
        for one in self._of(others):
            found[one.values[name]] += one.number
        return found

    def sections(self, chosen: Chosen) -> Counter[Section]:
        found: Counter[Section] = Counter()
        for one in self._of(chosen):
            found[one.section] += one.number
        return found

    def _of(self, chosen: Chosen) -> Iterable[Cell]:
        return (
            one
            for one in self.cells
            if all(one.values[name] in values for name, values in chosen.items())
        )


def counted(assignments: AssignmentQuerySet, today: date) -> Counted:
    """One question to the database."""
    sorted_out = assignments.order_by().with_section(today).values(*_COLUMNS.values())
    return Counted([_cell(row) for row in sorted_out.annotate(number=Count("pk"))])


def _cell(row: dict) -> Cell:
    one = {name: row[column] or "" for name, column in _COLUMNS.items()}
    is_municipality = one["organization_kind"] == Kind.MUNICIPALITY
    values = {
        "kommun": one["organization"] if is_municipality else "",
        "person": one["person"],
        "organ": one["body"],
        "status": _ADDRESSED[one["status"]],
        "slag": _ADDRESSED[one["kind"]],
    }
    names = {
        "kommun": one["organization_name"],
        "person": one["person_name"],
        "organ": one["body_name"],
    }
    return Cell(values, names, Section(one["section"]), row["number"])


_ADDRESSED = {str(stored): value for value, stored in [*STATUSES.items(), *KINDS.items()]}
