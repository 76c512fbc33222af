"""Two have saved the same meeting: what the later one wrote, beside what the earlier one left.

Only what the later one has touched is theirs to save again; in every other field of the part the
stored text stays, as the history of the row can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.forms import BooleanField, BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _

from intake.forms import Part, forms_of
from intake.forms.part import PartForm
from minutes.models import Meeting
from minutes.states import State

NOT_SENT_AGAIN = {"csrfmiddlewaretoken", "version"}
CHOSEN = {"do", "to", "answer", "confirmed", "take"}  # by pressing something, not in words
VERSION = re.compile(r"(\d+) ")


@dataclass(frozen=True, slots=True)
class Difference:
    label: str
    yours: str
    stored: str


@dataclass(slots=True)
class Conflict:
    """``again`` are the (name, value) to send once more; empty where that makes no sense.

    ``is_gone``: the part that was edited is no longer there, or its meeting has been thrown away,
    so there is nowhere to save it.
    """

    key: str = ""
    is_gone: bool = False
    differences: list[Difference] = field(default_factory=list)
    again: list[tuple[str, str]] = field(default_factory=list)
    saved_by: Any = None
    saved_at: datetime | None = None

    @classmethod
    def of(cls, meeting: Meeting, posted: QueryDict) -> Conflict:
        """``meeting`` is as it is stored now; ``posted`` was made from an earlier version."""
        sent = [(name, value) for name, value in _pairs(posted) if name not in NOT_SENT_AGAIN]
        found = cls(again=sent)
        in_trash = meeting.state == State.TRASHED
        part = None if in_trash else _part_of(meeting, posted)
        if part is not None:
            _compare(found, part, posted)
        else:
            found.is_gone = in_trash or any("-" in name for name, _value in sent)
            found.differences = [
                Difference(_("Text"), value, "")
                for name, value in sent
                if value and name not in CHOSEN
            ]
            found.again = [] if found.is_gone else sent
        latest = meeting.history.select_related("history_user").order_by("-history_id").first()
        if latest is not None:
            found.saved_by, found.saved_at = latest.history_user, latest.history_date
        return found


def _pairs(posted: QueryDict) -> Iterator[tuple[str, str]]:
    for name, values in posted.lists():
        for value in values:
            yield name, value


def _part_of(meeting: Meeting, posted: QueryDict) -> Part | None:
    parts = forms_of(meeting)
    return next((p for p in parts if any(n.startswith(f"{p.key}-") for n in posted)), None)


def _compare(found: Conflict, part: Part, posted: QueryDict) -> None:
    """Tell what differs, and send again what was touched with the rest as it is stored."""
    found.key = part.key
    earlier = _as_seen(part, posted)
    fields = {bound.html_name: bound for bound in part.form}
    again = [(name, value) for name, value in found.again if name not in fields]
    for name, bound in fields.items():
        yours, stored = _sent(bound, posted), _values(bound)
        omitted = bound.field.widget.value_omitted_from_data(posted, {}, name)
        if omitted or (earlier is not None and yours == _values(earlier[bound.name])):
            yours = stored
        again += [(name, value) for value in yours]
        if _in_words(bound, yours) != _in_words(bound, stored):
            label, words = str(bound.label), (_in_words(bound, yours), _in_words(bound, stored))
            found.differences.append(Difference(label, *words))
    found.again = again


def _as_seen(part: Part, posted: QueryDict) -> PartForm | None:
    """The form as it was on the page that the texts came from; None where nothing can tell."""
    version = posted.get("version", "")
    if part.row is None or not version.isdecimal():
        return None
    for record in part.row.history.order_by("-history_id"):
        made = VERSION.match(record.history_change_reason or "")
        if not made or int(made[1]) <= int(version):
            return type(part.form)(key=part.key, row=record.instance)
    return None


def _sent(bound: BoundField, posted: QueryDict) -> list[str]:
    values = posted.getlist(bound.html_name)
    return sorted(value.replace("\r\n", "\n").strip() for value in values)


def _values(bound: BoundField) -> list[str]:
    """What a browser would send back of a field as it stands."""
    value = bound.value()
    if isinstance(bound.field, BooleanField):
        return ["on"] if value else []
    if isinstance(value, list | tuple):
        return sorted(str(one) for one in value)
    return ["" if value is None else str(value).replace("\r\n", "\n").strip()]


def _in_words(bound: BoundField, values: list[str]) -> str:
    if isinstance(bound.field, BooleanField):
        return _("Ja") if values else _("Nej")
    labels = {str(key): str(label) for key, label in getattr(bound.field, "choices", ())}
    return ", ".join(labels.get(value, value) for value in values if value)
