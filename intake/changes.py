"""What people have changed in a meeting, edit by edit, from the history of its rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter
from typing import Any

from django.apps import apps
from django.db.models import Model, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from decisions.models import Assignment, Decision
from intake.comparing import APPROVAL, ATTENDANCE, DECISION, FIELDS, ITEM, MEETING, in_words
from intake.editing.snapshot import CREATED, REMOVED, history_of
from minutes.enclosing import enclosed, opened
from minutes.models import AgendaItem, Approval, Attendance, Meeting

LABELS: dict[type[Model], dict[str, Any]] = {
    Meeting: {**dict(FIELDS[MEETING]), "state": lazy("Läge")},
    Attendance: {"printed_name": lazy("Namn"), **dict(FIELDS[ATTENDANCE])},
    Approval: {
        "printed_name": lazy("Namn"),
        **dict(FIELDS[APPROVAL]),
        "approved_date": lazy("Justerat den"),
    },
    AgendaItem: dict(FIELDS[ITEM]),
    Decision: dict(FIELDS[DECISION]),
    Assignment: {
        "text": lazy("Uppdraget, som det står"),
        "kind": lazy("Slag"),
        "standing": lazy("Ställning"),
        "printed_responsible": lazy("Ansvarig som tryckt"),
        "due_date": lazy("Klart senast"),
    },
}
NAMES = {
    Meeting: lazy("Mötet"),
    Attendance: lazy("Närvaro"),
    Approval: lazy("Underskrift"),
    AgendaItem: lazy("Punkt"),
    Decision: lazy("Beslut"),
    Assignment: lazy("Uppdrag"),
}

# Kinds whose records are short, and read in one question, with what is told of them.
_RECORD = ("id", "history_id", "history_type", "history_change_reason")
_TOLD = {kind: tuple(LABELS[kind]) for kind in (Attendance, Approval, Assignment)}


@dataclass(frozen=True, slots=True)
class Change:
    """``where`` names the row; without ``label`` all of it came or went."""

    where: str
    label: str
    before: str
    after: str


@dataclass(slots=True)
class Edit:
    """One save. ``by`` is None for a program."""

    version: int
    at: datetime
    by: Any
    changes: list[Change] = field(default_factory=list)


def changes_of(meeting: Meeting) -> list[Edit]:
    """The latest edit first; what only moved or was linked has an edit without changes.

    Four queries, however many edits there are.
    """
    edits: dict[int, Edit] = {}
    for kind, records in _histories(meeting).items():
        latest: dict[int, Any] = {}
        for record in records:
            before, latest[record.id] = latest.get(record.id), record
            version = _version(record.history_change_reason)
            if version is None:
                continue
            if version not in edits:  # each edit gives the meeting itself a record, read first
                edits[version] = Edit(version, record.history_date, record.history_user)
            edits[version].changes.extend(_changes(kind, before, record))
    return sorted(edits.values(), key=lambda edit: -edit.version)


def _histories(meeting: Meeting) -> dict[type[Model], list[Any]]:
    """Of each kind that is told, the meeting's first: every record, in order."""
    records = {kind: history_of(kind, meeting.pk) for kind in LABELS}
    told = Meeting.objects.filter(pk=meeting.pk).values_list(
        *(enclosed(records[kind], *_RECORD, *_TOLD[kind]) for kind in _TOLD)
    )
    found: dict[type[Model], list[Any]] = {
        Meeting: list(records[Meeting].select_related("history_user", "body")),
        AgendaItem: list(records[AgendaItem]),
        Decision: _with_names(records[Decision]),
    }
    for kind, rows in zip(_TOLD, told.get(), strict=True):
        found[kind] = sorted(opened(kind.history.model, rows), key=attrgetter("history_id"))
    return {kind: found[kind] for kind in LABELS}


def _with_names(records: QuerySet) -> list[Any]:
    """Of decisions: each with the names of its organizations, as ``named``."""
    links = apps.get_model("decisions", "HistoricalDecision_organizations").objects
    names = links.filter(history=OuterRef("pk"))
    found = list(records.annotate(links=enclosed(names, "organization__name")))
    for one in found:
        one.named = ", ".join(sorted(link["organization__name"] for link in one.links or []))
    return found


def _version(reason: str | None) -> int | None:
    """``"4 item-split"`` is of version 4; what the parser wrote is of none."""
    number = (reason or "").partition(" ")[0]
    return int(number) if number.isdigit() else None


def _changes(kind: type[Model], before: Any, record: Any) -> Iterator[Change]:
    where = _where(kind, record)
    if record.history_type == CREATED and before is None:
        yield Change(where, "", "", _main_text(kind, record) or _("tillagd"))
    elif record.history_type == REMOVED:
        yield Change(where, "", _main_text(kind, record) or _("borttagen"), "")
    elif before is not None:
        for name, label in LABELS[kind].items():
            old, new = (_words(kind, one, name) for one in (before, record))
            if old != new:
                yield Change(where, str(label), old, new)


def _words(kind: type[Model], record: Any, name: str) -> str:
    if name == "organizations":
        return str(record.named)
    return in_words(kind, name, getattr(record, name))


def _where(kind: type[Model], record: Any) -> str:
    if kind is AgendaItem:
        return _("Punkt %s") % (
            f"{record.number}. {record.title}" if record.number else record.title
        )
    if kind in (Attendance, Approval):
        return f"{NAMES[kind]}: {record.printed_name}"
    return str(NAMES[kind])


def _main_text(kind: type[Model], record: Any) -> str:
    names = {Decision: "text", AgendaItem: "title"}
    if kind is Assignment:
        return str(record.text or record.printed_responsible)
    return str(getattr(record, names.get(kind, "printed_name"), ""))
