"""A meeting as a Word document: all that its page tells, to be sent on and written in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from decisions import concern
from decisions.charges import Charge, charges
from decisions.models import Decision
from minutes.exports.addresses import absolute
from minutes.exports.word import SMALL, Word
from minutes.models import AgendaItem, ApprovalRole, Attendance, Meeting
from minutes.presence import Delegation, particulars, signature
from minutes.record import Record
from minutes.representation import Matrix, Standing
from minutes.templatetags.swedish_dates import held, long_date

# In a narrow column, below a heading that asks who was represented.
_SHORT = {
    Standing.REPRESENTED: lazy("ja"),
    Standing.REMOTE: lazy("ja, på distans"),
    Standing.AWAY: lazy("nej"),
    Standing.UNCLEAR: lazy("oklart"),
    Standing.SILENT: lazy("nämns inte"),
}
_NAMES = 4  # cm, of a column with municipalities


def content(record: Record, provenance: str) -> bytes:
    """``provenance`` is the sentence that says where it all comes from."""
    meeting = record.meeting
    word = Word(title_of(meeting), meeting.updated_at)
    word.title(title_of(meeting))
    for label, text in _facts(record):
        word.paragraph(text, label=label)
    _write_attendance(word, record)
    if record.items:
        word.heading(_("Punkter"), 1)
    for item in record.items:
        _write_item(word, item)
    write_origin(word, meeting, provenance)
    return word.content()


def title_of(meeting: Meeting) -> str:
    """``Ledningsgruppen, torsdag 6 oktober 2022``."""
    day = long_date(meeting.start_date) or _("datum oklart")
    return f"{meeting.body or _('Oklart organ')}, {day}"


def write_origin(word: Word, meeting: Meeting, provenance: str) -> None:
    """Where it comes from, and the address at which it stays."""
    address = absolute(meeting.get_absolute_url())
    word.paragraph(f"{provenance} · {address}", SMALL, label=_("Källa:"))


def _facts(record: Record) -> Iterator[tuple[str, str]]:
    meeting, unknown = record.meeting, _("oklart")
    if meeting.title:
        yield _("Rubrik:"), meeting.title
    yield _("Slag:"), meeting.get_kind_display()
    yield _("Tid:"), held(meeting)
    yield _("Plats:"), meeting.location or unknown
    yield _("Ordförande:"), "; ".join(map(_with_organization, record.chairs)) or unknown
    for role, label in (
        (ApprovalRole.RECORDER, _("Vid anteckningarna:")),
        (ApprovalRole.APPROVER, _("Justeras av:")),
    ):
        signed = [one for one in record.approvals if one.role == role]
        if signed:
            yield label, "; ".join(_joined(one.printed_name, *signature(one)) for one in signed)
    if meeting.next_meeting_date:
        yield _("Nästa möte:"), long_date(meeting.next_meeting_date)


def _write_attendance(word: Word, record: Record) -> None:
    word.heading(_("Närvaro"), 1)
    if not record.attendances:
        word.paragraph(_("Källan säger inte vilka som deltog."))
        return
    headings = [_("Organisation"), _("Närvarande"), _("Frånvarande")]
    rest = word.width - _NAMES
    word.table(headings, _by_organization(record), [_NAMES, 0.6 * rest, 0.4 * rest])
    if record.not_mentioned:
        names = ", ".join(map(str, record.not_mentioned))
        word.paragraph(names, label=_("Nämns varken som närvarande eller frånvarande:"))
    if record.matrix:
        _write_matrix(word, record.matrix)


def _by_organization(record: Record) -> list[list[str]]:
    parts = [{one.name: one for one in part} for part in (record.present, record.absent)]
    order = {one.name: one.order for part in parts for one in part.values()}
    names = sorted(order, key=lambda name: order[name])
    return [
        [name or _("Ingen organisation anges"), *(_people(part.get(name)) for part in parts)]
        for name in names
    ]


def _people(delegation: Delegation | None) -> str:
    ones = delegation.attendances if delegation else []
    return "\n".join(_joined(one.printed_name, *particulars(one)) for one in ones)


def _write_matrix(word: Word, matrix: Matrix) -> None:
    word.heading(_("Företrädda när besluten fattades"), 2)
    headings = [_("Kommun"), *map(_place, matrix.items)]
    rows = (
        [row.organization.name, *(str(_SHORT[one.standing]) for one in row.at)]
        for row in matrix.rows
    )
    width = (word.width - _NAMES) / len(matrix.items)
    word.table(headings, rows, [_NAMES, *[width] * len(matrix.items)])


def _place(item: AgendaItem) -> str:
    number = _("punkt %(number)s") % {"number": item.number or item.position}
    return f"{number}, {_('dag %(day)s') % {'day': item.day}}" if item.continues_id else number


def _write_item(word: Word, item: AgendaItem) -> None:
    word.heading(str(item) or _("Utan rubrik"), 2)
    for paragraph in filter(None, item.text.split("\n\n")):
        word.paragraph(paragraph)
    for decision in item.decisions.all():
        word.boxed(decision.text, _kind_and_concern(decision), *_what_follows(decision))


def _kind_and_concern(decision: Decision) -> str:
    kind = f"{decision.get_kind_display()} {decision.position}"
    address = absolute(decision.get_absolute_url())
    return f"{kind} · {concern.in_words(decision)} · {address}"


def _what_follows(decision: Decision) -> Sequence[str]:
    """``Ansvarig: Haninge, klart senast 1 december 2022, pågår``, a line for each charge."""
    return [_in_one_line(charge) for charge in charges(decision)]


def _in_one_line(charge: Charge) -> str:
    who = _("Ansvarig: %(names)s") % {"names": charge.who} if charge.who else ""
    words = _("klart senast %(day)s") if charge.due_date else "%(day)s"
    when = words % {"day": charge.when} if charge.when else ""
    return _joined(who, when, charge.standing)


def _with_organization(attendance: Attendance) -> str:
    organization = attendance.organization
    return attendance.printed_name + (f" ({organization.name})" if organization else "")


def _joined(*words: str) -> str:
    return ", ".join(filter(None, words))
