"""Meetings as entries of a feed."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from minutes.exports.feed import Entry
from minutes.models import Meeting


def meeting_entry(meeting: Meeting) -> Entry:
    """Of a meeting with ``published_at`` and its items."""
    return Entry(
        key=f"/moten/{meeting.pk}",
        path=meeting.get_absolute_url(),
        title=str(meeting),
        html=_contents(meeting),
        author=str(meeting.body or _("Oklart organ")),
        published=meeting.published_at,
        updated=max(meeting.updated_at, meeting.published_at),
    )


def _contents(meeting: Meeting) -> SafeString:
    """The heading and the agenda."""
    items = sorted(meeting.items.all(), key=lambda item: item.position)
    agenda = format_html_join("", "<li>{}</li>", [[str(item)] for item in items])
    heading = format_html("<p>{}</p>", meeting.title) if meeting.title else ""
    return format_html("{}<ul>{}</ul>", heading, agenda) if items else heading
