"""A page of the list of assignments, in its sections; what one sentence asks stands together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from decisions.assignments.models import Assignment, Standing
from decisions.assignments.sections import Section, in_words


@dataclass(frozen=True)
class Task:
    """One printed sentence with one due date, and everybody who is to do it."""

    assignments: list[Assignment]

    @property
    def first(self) -> Assignment:
        return self.assignments[0]

    @property
    def is_proposed(self) -> bool:
        """Whether a person has agreed to none of it."""
        return all(one.standing == Standing.PROPOSED for one in self.assignments)


@dataclass(frozen=True)
class Part:
    """``sentence`` tells how many there are in the whole list; ``tasks`` are those of the page."""

    section: Section
    sentence: str
    tasks: list[Task]

    @property
    def anchor(self) -> str:
        return f"del-{self.section.value}"


def parts(page: Iterable[Assignment], numbers: Mapping[Section, int]) -> Iterator[Part]:
    """Of assignments ``as_listed``, one after the other."""
    for value, rows in groupby(page, key=lambda one: one.section):
        section = Section(value)
        yield Part(section, in_words(section, numbers[section]), list(tasks(rows)))


def tasks(assignments: Iterable[Assignment]) -> Iterator[Task]:
    """Of assignments that stand in the order of their sentences."""
    for _same, those in groupby(assignments, key=_asked):
        yield Task(list(those))


def _asked(one: Assignment) -> tuple[Any, ...]:
    due = one.due_date, one.due_precision, one.due_text
    return (one.item_id, one.decision_id, one.text, one.kind, one.first_line, *due)
