"""What people have changed in a meeting, edit by edit, from the history of its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from decisions.models import Assignment, Decision
from intake.comparing import APPROVAL, ATTENDANCE, DECISION, FIELDS, ITEM, MEETING, in_words
from intake.editing.snapshot import CREATED, KINDS, REMOVED, history_of
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

    Nine queries, however many edits there are.
    """
    edits: dict[int, Edit] = {}
    for kind in KINDS:
        latest: dict[int, Any] = {}
        for record in _records(kind, meeting):
            before, latest[record.id] = latest.get(record.id), record
            version = _version(record.history_change_reason)
            if version is None:
                continue
            edit = edits.setdefault(
                version, Edit(version, record.history_date, record.history_user)
            )
            if kind in LABELS:
                edit.changes.extend(_changes(kind, before, record))
    return sorted(edits.values(), key=lambda edit: -edit.version)


def _records(kind: type[Model], meeting: Meeting) -> list[Any]:
    """Those of a decision with the names of its organizations, as ``named``."""
    links = ["history_user", "body"] if kind is Meeting else ["history_user"]
    records = list(history_of(kind, meeting.pk).select_related(*links))
    if kind is Decision:
        organizations = apps.get_model("decisions", "HistoricalDecision_organizations").objects
        named = defaultdict(list)
        rows = organizations.filter(history__in=[one.history_id for one in records])
        for record, name in rows.values_list("history_id", "organization__name"):
            named[record].append(name)
        for one in records:
            one.named = ", ".join(sorted(named[one.history_id]))
    return records


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
