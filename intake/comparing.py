"""What another reading says beside what the archive holds, field by field. Nothing is written.

The other reading is of another version of the minutes, or of the same file by a later parser.
``Comparison.pairs`` has each row with what the reading says in its place; what intake/revising.py
then does with them is for a person to choose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from intake.matching import Bodies, Organizations
from intake.pairing import alike, paired
from intake.parsing.minutes import ParsedDecision, ParsedItem, ParsedMinutes
from intake.storing import (
    approval_columns,
    attendance_columns,
    decision_columns,
    item_columns,
    meeting_columns,
)
from minutes.models import Meeting
from people.names import normalise

CHANGED, ADDED, GONE = "changed", "added", "gone"
MEETING, ATTENDANCE, APPROVAL, ITEM, DECISION = (
    "meeting",
    "attendance",
    "approval",
    "item",
    "decision",
)
# The columns that are compared, with their labels.
FIELDS: dict[str, list[tuple[str, Any]]] = {
    MEETING: [
        ("body", lazy("Organ")),
        ("kind", lazy("Slag")),
        ("title", lazy("Rubrik")),
        ("start_date", lazy("Datum")),
        ("start_time", lazy("Börjar")),
        ("end_date", lazy("Sista dag")),
        ("end_time", lazy("Slutar")),
        ("location", lazy("Plats")),
        ("next_meeting_date", lazy("Nästa möte")),
        ("next_meeting_time", lazy("Nästa möte börjar")),
    ],
    ATTENDANCE: [
        ("printed_organization", lazy("Organisation som tryckt")),
        ("status", lazy("Närvaro")),
        ("is_chair", lazy("Ordförande")),
        ("is_secretary", lazy("Sekreterare")),
        ("is_remote", lazy("På distans")),
        ("items", lazy("Vid punkterna")),
        ("note", lazy("Anteckning")),
    ],
    APPROVAL: [("day", lazy("Mötesdag")), ("is_done", lazy("Justerat"))],
    ITEM: [
        ("number", lazy("Nummer")),
        ("title", lazy("Rubrik")),
        ("day", lazy("Mötesdag")),
        ("text", lazy("Text")),
        ("outcome", lazy("Hur det gick")),
    ],
    DECISION: [
        ("text", lazy("Text")),
        ("kind", lazy("Slag")),
        ("concerns", lazy("Gäller")),
        ("organizations", lazy("Namngivna")),
        ("responsible_text", lazy("Ansvarig som tryckt")),
        ("due_date", lazy("Klart senast")),
        ("due_text", lazy("Senast, som tryckt")),
    ],
}
SAME_NUMBER = 25.0  # of 100: how much a printed number weighs against its title


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of the comparison; ``key`` names it in a form."""

    key: str
    where: str
    label: str
    stored: str
    proposed: str
    kind: str
    edited: bool = False  # a person set what is stored

    @property
    def wished(self) -> bool:
        """Ticked from the start: not what a person has set, nor what the reading leaves out."""
        return self.kind != GONE and not self.edited


@dataclass(slots=True)
class RowPair:
    """A row of the archive (None: new) and the columns that the reading gives it (None: gone).

    ``organizations`` are those that a decision names, ``parent`` is the pair of its item.
    """

    kind: str
    key: str
    where: str
    row: Any
    columns: dict[str, Any] | None
    parsed: Any = None
    parent: RowPair | None = None
    organizations: list[str] = field(default_factory=list)

    @property
    def stands(self) -> bool:
        return self.row is not None and self.columns is not None


@dataclass(frozen=True, slots=True)
class Comparison:
    pairs: list[RowPair]
    differences: list[Difference]


def compare(meeting: Meeting, minutes: ParsedMinutes) -> Comparison:
    """All pairs in the order of the reading, and what differs. Seven queries."""
    pairs = [*_pairs(meeting, minutes)]
    return Comparison(pairs, [one for pair in pairs for one in _differences(pair)])


def _pairs(meeting: Meeting, minutes: ParsedMinutes) -> Iterator[RowPair]:
    body = Bodies().find(minutes.meeting.body)
    columns = meeting_columns(minutes.meeting, body)
    yield RowPair(MEETING, MEETING, _("Mötet"), meeting, columns, minutes.meeting)
    rows = list(meeting.attendances.select_related("organization").in_order())
    by_name = paired(rows, minutes.attendances, _same_name)
    yield from _plain_pairs(ATTENDANCE, by_name, attendance_columns, _("Närvaro: %s"))
    rows = list(meeting.approvals.in_order())
    by_name = paired(rows, minutes.approvals, _same_signature)
    yield from _plain_pairs(APPROVAL, by_name, approval_columns, _("Underskrift: %s"))
    items = meeting.items.in_order().prefetch_related("decisions__organizations")
    known = Organizations()
    yield from _item_pairs(paired(list(items), minutes.items, _same_item), known)


def _same_name(row: Any, parsed: Any) -> float:
    """Two rows of one name are told apart by their organization."""
    if normalise(row.printed_name) != normalise(parsed.name):
        return 0.0
    return 100.0 if row.printed_organization == (parsed.organization or "") else 80.0


def _same_signature(row: Any, parsed: Any) -> float:
    same = row.role == parsed.role and normalise(row.printed_name) == normalise(parsed.name)
    return 100.0 if same else 0.0


def _same_item(row: Any, parsed: ParsedItem) -> float:
    number = SAME_NUMBER if (row.number, row.day) == (parsed.number, parsed.day) else 0.0
    return number + alike(row.title, parsed.title)


def _plain_pairs(
    kind: str, found: Sequence[tuple[Any, Any]], columns_of: Any, where: str
) -> Iterator[RowPair]:
    for place, (row, parsed) in enumerate(found):
        name = row.printed_name if row else parsed.name
        columns = columns_of(parsed) if parsed else None
        yield RowPair(kind, _key(kind, row, place), where % name, row, columns, parsed)


def _item_pairs(
    found: Sequence[tuple[Any, ParsedItem | None]], known: Organizations
) -> Iterator[RowPair]:
    for place, (row, parsed) in enumerate(found):
        where = _("Punkt %s") % _named(row or parsed)
        columns = item_columns(parsed) if parsed else None
        item = RowPair(ITEM, _key(ITEM, row, place), where, row, columns, parsed)
        yield item
        stored = sorted(row.decisions.all(), key=lambda one: one.position) if row else []
        said = parsed.decisions if parsed else ()
        decisions = paired(stored, said, lambda one, other: alike(one.text, other.text))
        yield from _decision_pairs(item, decisions, known)


def _decision_pairs(
    item: RowPair, found: Sequence[tuple[Any, ParsedDecision | None]], known: Organizations
) -> Iterator[RowPair]:
    for place, (row, parsed) in enumerate(found):
        yield RowPair(
            DECISION,
            _key(f"{item.key}-{DECISION}" if row is None else DECISION, row, place),
            _("%(item)s, beslut %(number)s") % {"item": item.where, "number": place + 1},
            row,
            decision_columns(parsed) if parsed else None,
            parsed,
            parent=item,
            organizations=_names(parsed.organizations, known) if parsed else [],
        )


def _names(printed: Sequence[str], known: Organizations) -> list[str]:
    """As the archive calls them; as printed where it does not know them. None twice."""
    found = ((known.find(one), one) for one in printed)
    return list(dict.fromkeys(one.name if one else words for one, words in found))


def _named(item: Any) -> str:
    return f"{item.number}. {item.title}" if item.number else item.title or _("utan rubrik")


def _key(kind: str, row: Any, place: int) -> str:
    return f"{kind}-{row.pk}" if row else f"{kind}-new-{place}"


def _differences(pair: RowPair) -> Iterator[Difference]:
    if pair.columns is None:
        yield Difference(
            pair.key,
            pair.where,
            _("Finns inte där"),
            _summary(pair.row),
            "",
            GONE,
            bool(pair.row.edited),
        )
    elif pair.row is None:
        yield Difference(pair.key, pair.where, _("Ny"), "", _of_columns(pair), ADDED)
    else:
        yield from _changes(pair)


def _changes(pair: RowPair) -> Iterator[Difference]:
    for name, label in FIELDS[pair.kind]:
        stored, proposed = _stored(pair.row, name), _proposed(pair, name)
        # A reading that says nothing of a field does not contradict it.
        if proposed and stored != proposed:
            yield Difference(
                f"{pair.key}-{name}",
                pair.where,
                label,
                stored,
                proposed,
                CHANGED,
                _is_edited(pair.row, name),
            )


def _is_edited(row: Any, name: str) -> bool:
    if isinstance(row, Meeting):
        return row.origins.get(name) == "edited"
    return name in row.edited


def _stored(row: Any, name: str) -> str:
    if name == "organizations":
        return ", ".join(sorted(one.name for one in row.organizations.all()))
    return in_words(row, name, getattr(row, name))


def _proposed(pair: RowPair, name: str) -> str:
    if name == "organizations":
        return ", ".join(sorted(pair.organizations))
    return in_words(pair.row, name, (pair.columns or {})[name])


def in_words(row: models.Model, name: str, value: Any) -> str:
    """A column's value as a reader sees it; empty where nothing is stated."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    choices = dict(row._meta.get_field(name).flatchoices)
    if value in choices:
        return str(choices[value])
    return "" if value is None else str(value)


def _summary(row: Any) -> str:
    return str(getattr(row, "text", "") or getattr(row, "printed_name", "") or row)


def _of_columns(pair: RowPair) -> str:
    columns = pair.columns or {}
    if pair.kind == ITEM:
        return _named(pair.parsed)
    name, organization = columns.get("printed_name"), columns.get("printed_organization")
    return str(columns.get("text") or ", ".join(filter(None, (name, organization))))
