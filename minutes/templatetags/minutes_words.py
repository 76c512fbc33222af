"""Words and links that templates need for what a meeting holds."""

from __future__ import annotations

from typing import Any

from django import template
from django.db import models
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from minutes.exports.addresses import absolute
from minutes.models import AgendaItem, Approval, Attendance, Meeting, Outcome
from minutes.presence import particulars, printed_notes, signature
from minutes.representation import Representation

register = template.Library()


@register.filter
def in_words(attendance: Attendance) -> str:
    """``ordförande, från punkt 4, via Teams``."""
    return ", ".join(particulars(attendance))


@register.filter
def who(row: Attendance | Approval) -> str:
    """``Vera Lindqvist, ordförande, via Teams``; the name leads to its person if that is certain.

    In one piece, so that no template puts a blank before the comma. What the source notes is
    marked as Swedish.
    """
    is_attendance = isinstance(row, Attendance)
    words = (particulars if is_attendance else signature)(row)
    printed = printed_notes(row) if is_attendance else []
    told = format_html_join("", ", {}", ([_in_swedish(w) if w in printed else w] for w in words))
    name = row.printed_name
    if row.person:
        name = format_html('<a href="{}">{}</a>', row.person.get_absolute_url(), name)
    return format_html('{}<span class="meta">{}</span>', name, told) if words else name


def _in_swedish(words: str) -> SafeString:
    return format_html('<span lang="sv">{}</span>', words)


@register.filter
def named_for(attendance: Attendance) -> str:
    """``Vera Lindqvist (Haninge)``; the name leads to its person if that is certain."""
    name, organization = attendance.printed_name, attendance.organization
    if attendance.person:
        name = format_html('<a href="{}">{}</a>', attendance.person.get_absolute_url(), name)
    return format_html("{} ({})", name, organization.name) if organization else name


@register.filter
def standing_in_words(one: Representation) -> str:
    """``företrädd på distans: Roland Myrhage``; who was there, or for whom it is unclear."""
    names = ", ".join(who.printed_name for who in one.there or one.unclear)
    return f"{one.standing.label}: {names}" if names else str(one.standing.label)


@register.filter
def on_paper(path: str) -> str:
    """``arkiv.example/beslut/abc/``: an address to be read from paper and typed."""
    return absolute(path).partition("://")[2]


@register.filter
def what_happened(item: AgendaItem) -> str:
    """One word for a timeline; an item without decision or other outcome was information."""
    if item.outcome == Outcome.TABLED:
        return gettext("bordlagt")
    if item.outcome == Outcome.WITHDRAWN:
        return gettext("utgick")
    return gettext("beslut") if item.decisions.all() else gettext("information")


@register.filter
def line_of(row: Any, field: str = "") -> int | None:
    """The first source line of a row, or of one of a meeting's fields; None: no line says it."""
    if isinstance(row, models.Model) and not field:
        return row.first_line
    lines = row.source_lines.get(field)
    return lines[0] if lines else None


@register.filter
def last_line_of(meeting: Meeting, field: str) -> int | None:
    """The last source line of one of a meeting's fields."""
    lines = meeting.source_lines.get(field)
    return lines[1] if lines else None


@register.filter
def unanswered(remarks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The remarks of a source that nobody has settled."""
    return [row for row in remarks if "answer" not in row]
