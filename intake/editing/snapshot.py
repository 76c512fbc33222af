"""All rows of a meeting as they are, and the history of what is different afterwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet
from django.utils import timezone

from decisions.models import Assignment, Decision, DecisionTopic, ItemTopic
from minutes.models import AgendaItem, Approval, Attendance, Meeting

# Each kind of row, parents first, and how it leads to its meeting.
KINDS: dict[type[Model], str] = {
    Meeting: "pk",
    Attendance: "meeting",
    Approval: "meeting",
    AgendaItem: "meeting",
    Decision: "item__meeting",
    Assignment: "item__meeting",
    ItemTopic: "item__meeting",
    DecisionTopic: "decision__item__meeting",
}
ORGANIZATIONS = "organizations"  # a decision's, as sorted keys among its columns
CREATED, CHANGED, REMOVED = "+", "~", "-"
Row = dict[str, Any]
Snapshot = dict[type[Model], dict[int, Row]]


def snapshot(meeting: int) -> Snapshot:
    """{kind: {key: {column: value}}} of every row that belongs to the meeting."""
    taken: Snapshot = {}
    for kind, path in KINDS.items():
        rows = kind._default_manager.filter(**{path: meeting}).values(*columns(kind))
        taken[kind] = {row["id"]: row for row in rows}
    named: dict[int, list[int]] = defaultdict(list)
    links = Decision.organizations.through.objects.filter(decision__item__meeting=meeting)
    for decision, organization in links.values_list("decision", "organization"):
        named[decision].append(organization)
    for key, row in taken[Decision].items():
        row[ORGANIZATIONS] = sorted(named[key])
    return taken


def columns(kind: type[Model]) -> list[str]:
    """Those that history keeps: nothing derived."""
    return [field.attname for field in kind.history.model.tracked_fields]


def has_history(meeting: int) -> bool:
    """Whether the rows of the meeting have been written to history as they were first."""
    return Meeting.history.filter(id=meeting, history_change_reason="parsed").exists()


def record_all(taken: Snapshot) -> None:
    """Write every row to history as it was before the first edit."""
    for kind, rows in taken.items():
        _record(kind, rows.values(), CREATED, None, "parsed")


def record_changes(before: Snapshot, after: Snapshot, by: Any, reason: str) -> None:
    """Write each row that is new, gone or different; one record for each."""
    for kind in KINDS:
        old, new = before[kind], after[kind]
        added = [row for key, row in new.items() if key not in old]
        changed = [row for key, row in new.items() if key in old and row != old[key]]
        gone = [row for key, row in old.items() if key not in new]
        for rows, how in ((added, CREATED), (changed, CHANGED), (gone, REMOVED)):
            _record(kind, rows, how, by, reason)


def _record(kind: type[Model], rows: Iterable[Row], how: str, by: Any, reason: str) -> None:
    common = {
        "history_date": timezone.now(),
        "history_type": how,
        "history_user": by,
        "history_change_reason": reason,
    }
    history, kept = kind.history.model, list(rows)
    records = history.objects.bulk_create(
        history(**{name: row[name] for name in columns(kind)}, **common) for row in kept
    )
    if kind is Decision and records:
        links = apps.get_model("decisions", "HistoricalDecision_organizations")
        links.objects.bulk_create(
            # The link's own key, which nothing asks for, is not known.
            links(id=0, history=record, decision_id=record.id, organization_id=organization)
            for record, row in zip(records, kept, strict=True)
            for organization in row[ORGANIZATIONS]
        )


def recorded(record: Any) -> Row:
    """The columns of a row as a record of its history has them."""
    kind = record.instance_type
    row = {name: getattr(record, name) for name in columns(kind)}
    if kind is Decision:
        row[ORGANIZATIONS] = sorted(record.organizations.values_list("organization_id", flat=True))
    return row


def records_of(reason_version: int, meeting: int) -> Iterator[tuple[type[Model], QuerySet]]:
    """The history that one edit of the meeting wrote, kind by kind, parents first."""
    for kind in KINDS:
        of_meeting = history_of(kind, meeting)
        yield kind, of_meeting.filter(history_change_reason__startswith=f"{reason_version} ")


def history_of(kind: type[Model], meeting: int) -> QuerySet:
    """Every record of the meeting's rows of that kind, also of those that are gone; in order."""
    items = AgendaItem.history.filter(meeting_id=meeting).values("id")
    decisions = Decision.history.filter(item_id__in=items).values("id")
    belonging = {
        Meeting: {"id": meeting},
        Decision: {"item_id__in": items},
        ItemTopic: {"item_id__in": items},
        Assignment: {"item_id__in": items},
        DecisionTopic: {"decision_id__in": decisions},
    }
    of_meeting = kind.history.filter(**belonging.get(kind, {"meeting_id": meeting}))
    return of_meeting.order_by("history_id")
