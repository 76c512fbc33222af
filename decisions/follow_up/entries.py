"""What was decided or given in a period, each with how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from decisions import places
from decisions.assignments.models import Assignment
from decisions.concern import joined
from decisions.due import in_words
from decisions.follow_up.period import Period
from decisions.follow_up.stands import stands
from decisions.models import Decision, Topic
from minutes.models import AgendaItem


@dataclass(frozen=True)
class Entry:
    """A decision, or a sentence of an item's text that gives somebody something to do."""

    item: AgendaItem
    decision: Decision | None
    text: str
    url: str
    topics: list[Topic]
    assignments: list[Assignment]
    today: date

    @cached_property
    def stands(self) -> frozenset[str]:
        return stands(self.assignments, self.today)

    @property
    def day(self) -> date:
        return self.item.meeting.start_date

    @property
    def place(self) -> tuple:
        """Sorts as the minutes have it, meeting by meeting."""
        meeting = self.item.meeting
        within = self.decision.position if self.decision else 0
        return self.day, meeting.sequence, meeting.pk, self.item.position, within

    @property
    def source(self) -> str:
        return places.of_item(self.item)

    @cached_property
    def told(self) -> list[tuple[str, str]]:
        """(in the archive's words, printed words that follow) for each day and status."""
        together: dict[tuple, list[Assignment]] = {}
        for one in self.assignments:
            together.setdefault((one.status, one.due_date, one.due_text), []).append(one)
        return [(self._told(ones), _quoted(ones[0])) for ones in together.values()]

    def _told(self, ones: list[Assignment]) -> str:
        first = ones[0]
        how = in_words(first.status, first.due_date, first.due_text, self.today)
        return f"{joined(responsible(ones)) or _('Ansvarig oklar')}: {how}"


def responsible(assignments: Iterable[Assignment]) -> list[str]:
    return list(dict.fromkeys(str(one.responsible) for one in assignments if one.responsible))


def _quoted(one: Assignment) -> str:
    return one.due_text if one.status == "open" and not one.due_date else ""


def entries(period: Period, user: Any, today: date) -> list[Entry]:
    """By day, the oldest first, and as printed: a report is read from its beginning."""
    found = [*_decided(period, user, today), *_in_prose(period, user, today)]
    return sorted(found, key=lambda one: one.place)


def _decided(period: Period, user: Any, today: date) -> Iterable[Entry]:
    decisions = Decision.objects.visible_to(user).filter(
        item__meeting__start_date__range=(period.first, period.last)
    )
    known = decisions.select_related("item__meeting__body").prefetch_related(
        Prefetch("topics", Topic.objects.in_order()),
        Prefetch("assignments", _known_assignments(user)),
    )
    for one in known.in_order():
        topics, assignments = list(one.topics.all()), list(one.assignments.all())
        yield Entry(one.item, one, one.text, one.get_absolute_url(), topics, assignments, today)


def _in_prose(period: Period, user: Any, today: date) -> Iterable[Entry]:
    """The same sentence for several is one entry."""
    rows = (
        _known_assignments(user)
        .filter(decision=None, item__meeting__start_date__range=(period.first, period.last))
        .select_related("item__meeting__body")
        .prefetch_related(Prefetch("item__topics", Topic.objects.in_order()))
    )
    together: dict[tuple[int, str], list[Assignment]] = {}
    for one in rows:
        together.setdefault((one.item_id, one.text), []).append(one)
    for ones in together.values():
        item, text = ones[0].item, ones[0].text
        yield Entry(
            item, None, text, item.get_absolute_url(), list(item.topics.all()), ones, today
        )


def _known_assignments(user: Any) -> Any:
    responsible = ["responsible_person", "responsible_organization", "responsible_body"]
    return Assignment.objects.visible_to(user).select_related(*responsible).order_by("pk")
