"""The draft of an agenda as a Word document, for a secretary to go on writing in."""

from __future__ import annotations

from datetime import date, datetime, time

from django.urls import reverse
from django.utils.translation import gettext as _

from decisions.agenda.draft import Draft, Group
from decisions.agenda.lines import Line
from decisions.agenda.words import day_and_time, explained, place
from minutes.exports.addresses import absolute
from minutes.exports.word import SMALL, Word


def content(found: Draft, today: date) -> bytes:
    """What is open is so ``today``: the same draft is the same file all day."""
    title = _("Dagordning: %(body)s") % {"body": found.body}
    word = Word(title, datetime.combine(today, time.min))
    word.title(title)
    word.paragraph(explained(found))
    word.paragraph(day_and_time(found), label=_("Tid:"))
    word.paragraph(place(found), label=_("Plats:"))
    for number, point in enumerate(found.points, start=1):
        word.heading(f"{number}. {point.title}", 1)
        for group in point.groups:
            _write(word, group)
        if not point.groups:
            word.paragraph("")
    address = absolute(reverse("agenda", args=[found.body.slug]))
    word.paragraph(address, SMALL, label=_("Källa:"))
    return word.content()


def _write(word: Word, group: Group) -> None:
    word.heading(group.heading, 2)
    if not group.lines:
        word.paragraph(group.empty)
    for line in group.lines:
        word.paragraph(line.text or line.said, "List Bullet")
        if below := _below(line):
            word.paragraph(below, "List Continue")


def _below(line: Line) -> str:
    quoted = f"”{line.quoted}”" if line.quoted else ""
    told = " ".join(filter(None, [line.told, quoted]))
    address = absolute(line.url or line.source_url) if line.url or line.source_url else ""
    return " · ".join(filter(None, [told, line.source, address]))
