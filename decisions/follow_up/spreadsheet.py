"""The follow-up as a spreadsheet: a row for each entry, whatever topics it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from decisions.exports import xlsx
from decisions.exports.columns import Column, Value
from decisions.follow_up.entries import Entry, responsible
from decisions.follow_up.period import Period
from decisions.follow_up.report import Part
from decisions.follow_up.stands import STANDS
from minutes.exports.addresses import absolute


def _kind(entry: Entry) -> str:
    return _("Beslut") if entry.decision else _("Uppdrag i texten")


def _due(entry: Entry) -> Value:
    return min((one.due_date for one in entry.assignments if one.due_date), default=None)


def _standing(entry: Entry) -> list[str]:
    return [str(label) for name, label in STANDS.items() if name in entry.stands]


COLUMNS = [
    Column("date", lazy("Datum"), 11, lambda e: e.day),
    Column("body", lazy("Organ"), 22, lambda e: str(e.item.meeting.body or "")),
    Column("item_number", lazy("Punkt"), 7, lambda e: e.item.number),
    Column("item_title", lazy("Rubrik"), 32, lambda e: e.item.title),
    Column("kind", lazy("Slag"), 15, _kind),
    Column("text", lazy("Beslut eller uppdrag"), 70, lambda e: e.text),
    Column("topics", lazy("Ämnen"), 24, lambda e: [one.short_name for one in e.topics]),
    Column("responsible", lazy("Ansvarig"), 24, lambda e: responsible(e.assignments)),
    Column("due_date", lazy("Senast"), 11, _due),
    Column("standing", lazy("Läge"), 18, _standing),
    Column("url", lazy("Adress"), 44, lambda e: absolute(e.url)),
]


def parts(period: Period, found: Sequence[Part]) -> Iterator[bytes]:
    """The workbook, some bytes at a time."""
    title = _("Uppföljning %(first)s – %(last)s") % {"first": period.first, "last": period.last}
    rows = ({one.key: one.value(entry) for one in COLUMNS} for entry in _each_once(found))
    return xlsx.parts(rows, title, COLUMNS)


def _each_once(found: Sequence[Part]) -> list[Entry]:
    known = {id(entry): entry for part in found for entry in part.entries}
    return sorted(known.values(), key=lambda one: one.place)
