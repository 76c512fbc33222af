"""One line of a draft agenda: what it says, and where that stands in the minutes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from decisions import places
from decisions.agenda.coming import Coming
from decisions.assignments.models import Assignment, AssignmentKind, Precision
from decisions.concern import joined
from minutes.models import AgendaItem, Meeting, Outcome
from minutes.templatetags.swedish_dates import clock, long_date, plain_date


@dataclass(frozen=True)
class Line:
    """``text`` and ``quoted`` are printed in minutes; ``said`` and ``told`` are the archive's own.

    ``told`` and then ``quoted`` stand below what the line says.
    """

    text: str = ""
    said: str = ""
    told: str = ""
    quoted: str = ""
    url: str = ""
    source: str = ""
    source_url: str = ""


def of_assignments(assignments: Iterable[Assignment]) -> list[Line]:
    """One for each sentence and day, with all who are to do it."""
    together: dict[tuple, list[Assignment]] = {}
    for one in assignments:
        sentence = (one.item_id, one.decision_id, one.text, one.due_date, one.due_text)
        together.setdefault(sentence, []).append(one)
    return [_of_charge(ones) for ones in together.values()]


def _of_charge(ones: list[Assignment]) -> Line:
    first = ones[0]
    told = [_who(ones)] if _needs_somebody(ones) else []
    if first.due_date:
        told.append(_("senast %(day)s") % {"day": plain_date(first.due_date)})
    is_plain = first.due_date and first.due_precision in ("", Precision.DAY)
    quoted = "" if is_plain else first.due_text
    if quoted:
        told.append(_("tid enligt källan:"))
    return Line(
        text=first.sentence,
        told=capfirst(", ".join(told)),
        quoted=quoted,
        url=first.place.get_absolute_url(),
        **_source(first.item.meeting, first.item, first),
    )


def _needs_somebody(ones: list[Assignment]) -> bool:
    """Who is to take up a postponed matter is the meeting itself."""
    return ones[0].kind != AssignmentKind.POSTPONED or any(one.responsible for one in ones)


def _who(ones: list[Assignment]) -> str:
    names = list(dict.fromkeys(str(one.responsible) for one in ones if one.responsible))
    return _("ansvarig: %(names)s") % {"names": joined(names) or _("oklart")}


def of_tabled(item: AgendaItem, words: Assignment | None) -> Line:
    """``words``: the sentence that puts it off, where one was read."""
    what = _("utgick") if item.outcome == Outcome.WITHDRAWN else _("bordlades")
    day = plain_date(item.meeting.start_date) or _("vid ett möte utan datum")
    return Line(
        text=item.title or item.text or _("Utan rubrik"),
        told=capfirst(f"{what} {day}") + (":" if words else ""),
        quoted=words.sentence if words else "",
        url=item.get_absolute_url(),
        **_source(item.meeting, item, words or item),
    )


def of_coming(one: Coming) -> Line:
    at = ", " + _("kl. %(time)s") % {"time": clock(one.time)} if one.time else ""
    return Line(
        said=f"{long_date(one.day)}{at}",
        told=_("Enligt källan:") if one.text else "",
        quoted=one.text,
        **_source(one.told_by, None, one),
    )


def of_previous(meeting: Meeting) -> Line:
    """``meeting`` came with the numbers of those who approve: see gathering.py."""
    return Line(
        said=places.of_meeting(meeting),
        told=capfirst(_approval(meeting)),
        url=meeting.get_absolute_url(),
    )


def _approval(meeting: Meeting) -> str:
    if meeting.approver_count and meeting.approved_count == meeting.approver_count:
        return _("justerade enligt arkivet")
    if meeting.pending_count:
        return _("ännu inte justerade enligt källan")
    return _("oklart om de är justerade")


def _source(meeting: Meeting, item: AgendaItem | None, row: Any) -> dict[str, str]:
    """The words for where it stands, and the address of the line there."""
    where = places.of_item(item) if item is not None else places.of_meeting(meeting)
    line = row.line if isinstance(row, Coming) else row.first_line
    address = meeting.get_absolute_url()
    url = f"{address}?kalla=1#rad-{line}" if line else item.get_absolute_url() if item else address
    return {"source": where, "source_url": url}
