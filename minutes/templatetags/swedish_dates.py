"""Dates and times for readers, in the language of the page."""

from __future__ import annotations

from datetime import date, time

from django import template
from django.utils.dateformat import format as formatted
from django.utils.dateformat import time_format
from django.utils.translation import gettext

from minutes.models import Meeting

register = template.Library()


@register.filter
def long_date(day: date | None) -> str:
    """``torsdag 6 oktober 2022``; nothing for no date."""
    return formatted(day, "l j F Y") if day else ""


@register.filter(expects_localtime=True)
def plain_date(day: date | None) -> str:
    """``6 oktober 2022``."""
    return formatted(day, "j F Y") if day else ""


@register.filter
def short_date(day: date | None) -> str:
    """``6 okt 2022``, for columns; a language that writes months with a capital says so."""
    return formatted(day, gettext("j b Y")) if day else ""


@register.filter
def clock(moment: time | None) -> str:
    """``8.30``, or ``8:30`` where a language writes it so."""
    return time_format(moment, gettext("G.i")) if moment else ""


@register.filter
def held(meeting: Meeting) -> str:
    """``torsdag 6 oktober 2022 kl. 8.30–11.00``, or both days of a longer meeting."""
    if not meeting.start_date:
        return gettext("datum oklart")
    start = long_date(meeting.start_date) + _at(meeting.start_time)
    if meeting.end_date and meeting.end_date != meeting.start_date:
        return f"{start} – {long_date(meeting.end_date)}{_at(meeting.end_time)}"
    until = f"–{clock(meeting.end_time)}" if meeting.start_time and meeting.end_time else ""
    return start + until


def _at(moment: time | None) -> str:
    return " " + gettext("kl. %(time)s") % {"time": clock(moment)} if moment else ""
