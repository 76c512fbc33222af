"""Decisions as entries of a feed."""

from __future__ import annotations

from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from decisions.concern import in_words
from decisions.exports.columns import with_columns
from decisions.filters import EntryFilter
from decisions.models import Decision
from minutes.exports.feed import MOST_ENTRIES, Entry
from minutes.exports.publication import latest_published
from minutes.models import Meeting

LONGEST_TITLE = 120  # characters


def latest_entries(found: EntryFilter) -> list[Entry]:
    """The decisions found that were published last; those of a meeting as printed."""
    entries = found.wanted().entries(found.request.user)
    theirs = Meeting.objects.filter(pk__in=entries.values("meeting"))
    meetings = {one.pk: one for one in latest_published(theirs)[:MOST_ENTRIES]}
    order = {key: place for place, key in enumerate(meetings)}
    keys = list(entries.filter(meeting__in=order).values_list("meeting", "position", "decision"))
    latest = sorted(keys, key=lambda row: (order[row[0]], row[1]))[:MOST_ENTRIES]
    decisions = with_columns(Decision.objects.all()).in_bulk([key for *_, key in latest])
    return [_entry(decisions[key], meetings[meeting]) for meeting, _, key in latest]


def _entry(decision: Decision, meeting: Meeting) -> Entry:
    body = decision.item.meeting.body
    return Entry(
        key=f"/beslut/{decision.public_id}",
        path=decision.get_absolute_url(),
        title=Truncator(" ".join(decision.text.split())).chars(LONGEST_TITLE),
        html=_contents(decision),
        author=str(body or _("Oklart organ")),
        published=meeting.published_at,
        updated=max(meeting.updated_at, meeting.published_at),
        categories=tuple(topic.name for topic in decision.topics.all()),
    )


def _contents(decision: Decision) -> SafeString:
    """The whole decision, and where it stands."""
    text = mark_safe(linebreaks(decision.text, autoescape=True))  # noqa: S308 - escaped by linebreaks
    return format_html(
        "{}<p>{}. {}.</p>", text, decision.item.title or decision.citation, in_words(decision)
    )
