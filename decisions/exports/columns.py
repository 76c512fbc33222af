"""What an export tells of a decision: the columns, in order, and where each value comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from decisions.concern import in_words
from decisions.models import Assignment, Decision, Status
from decisions.querysets import DecisionQuerySet
from minutes.exports.addresses import absolute

Value = date | int | str | list[str] | None  # None, an empty text or list: nothing is stated
Row = dict[str, Value]  # by the keys of the columns


@dataclass(frozen=True)
class Column:
    """``key`` is what programs call it, and never changes; ``width`` is in characters."""

    key: str
    heading: Any  # lazily translated
    width: int
    value: Callable[[Any], Value]  # of the row that is told of


def _municipalities(decision: Decision) -> list[str]:
    return _names(one for one in decision.organizations.all() if one.is_municipality)


def _names(rows: Iterable[Any]) -> list[str]:
    return [one.name for one in sorted(rows, key=lambda one: one.name_sort)]


def _responsible(decision: Decision) -> list[str]:
    """Whoever is linked; the printed words where nobody is."""
    linked = (str(one.responsible) for one in decision.assignments.all())
    return list(dict.fromkeys(filter(None, linked))) or list(decision.responsible_text)


def _due_date(decision: Decision) -> date | None:
    dates = [one.due_date for one in decision.assignments.all() if one.due_date]
    return decision.due_date or min(dates, default=None)


def _status(decision: Decision) -> list[str]:
    words = (str(Status(one.status).label) for one in decision.assignments.all())
    return list(dict.fromkeys(words))


COLUMNS = [
    Column("date", _("Datum"), 11, lambda d: d.item.meeting.start_date),
    Column("body", _("Organ"), 22, lambda d: str(d.item.meeting.body or "")),
    Column("item_number", _("Punkt"), 7, lambda d: d.item.number),
    Column("item_title", _("Rubrik"), 32, lambda d: d.item.title),
    Column("decision_number", _("Beslut nr"), 9, lambda d: d.position),
    Column("text", pgettext_lazy("ett", "Beslut"), 70, lambda d: d.text),
    Column("municipalities", _("Namngivna kommuner"), 24, _municipalities),
    Column("concerns", _("Gäller"), 30, in_words),
    Column("topics", _("Ämnen"), 24, lambda d: _names(d.topics.all())),
    Column("responsible", _("Ansvarig"), 24, _responsible),
    Column("due_date", _("Senast"), 11, _due_date),
    Column("status", _("Uppdrag"), 11, _status),
    Column("citation", _("Hänvisning"), 44, lambda d: d.citation),
    Column("url", _("Adress"), 44, lambda d: absolute(d.get_absolute_url())),
]


def row(decision: Decision) -> Row:
    """The values of a decision that came ``with_columns``."""
    return {column.key: column.value(decision) for column in COLUMNS}


def with_columns(decisions: DecisionQuerySet) -> DecisionQuerySet:
    """Each with all that the columns ask for."""
    responsible = Assignment.objects.standing().select_related(
        "responsible_person", "responsible_organization", "responsible_body"
    )
    assignments = Prefetch("assignments", responsible.order_by("pk"))
    known = decisions.with_item().prefetch_related("topics", assignments)
    return known.defer("item__text", "item__meeting__source_lines", "item__meeting__origins")


def flat(value: Value) -> str | int | date:
    """What one cell holds: names after each other, nothing for nothing."""
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else value
