"""What a meeting decided as a table in a Word document: who is to do what, by when."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from decisions import concern
from decisions.charges import charges
from decisions.exports.meeting_docx import title_of, write_origin
from decisions.models import Decision
from minutes.exports.word import Word
from minutes.models import AgendaItem
from minutes.record import Record

_WIDTHS = [5.2, 9.0, 4.2, 4.3, 3.0]  # cm, of A4 laid down


def content(record: Record, provenance: str) -> bytes:
    """``provenance`` is the sentence that says where it all comes from."""
    title = _("Beslutslista: %(meeting)s") % {"meeting": title_of(record.meeting)}
    word = Word(title, record.meeting.updated_at, is_landscape=True)
    word.title(title)
    rows = list(_rows(record))
    if rows:
        headings = [_("Punkt"), _("Beslut"), _("Vem det gäller"), _("Ansvarig"), _("Klart senast")]
        word.table(headings, rows, _WIDTHS)
    else:
        word.paragraph(_("Inga beslut är registrerade."))
    write_origin(word, record.meeting, provenance)
    return word.content()


def _rows(record: Record) -> Iterator[list[str]]:
    for item in record.with_decisions:
        for decision in item.decisions.all():
            yield [
                _place(item, decision),
                decision.text,
                concern.in_words(decision),
                _responsible(decision),
                _due(decision),
            ]


def _place(item: AgendaItem, decision: Decision) -> str:
    return f"{item}\n" + _("beslut %(number)s") % {"number": decision.position}


def _responsible(decision: Decision) -> str:
    """``Haninge, Salem: pågår``, a line for those who share a date and a status."""
    lines = ([one.who, one.standing] for one in charges(decision))
    return "\n".join(": ".join(filter(None, line)) for line in lines)


def _due(decision: Decision) -> str:
    """Each day once."""
    return "\n".join(dict.fromkeys(one.when for one in charges(decision) if one.when))
