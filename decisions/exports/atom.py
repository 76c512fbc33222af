"""Decisions as entries of a feed."""

from __future__ import annotations

from collections.abc import Iterable

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
from minutes.search.querysets import SearchEntryQuerySet

LONGEST_TITLE = 120  # characters
LOOKED_AT_FIRST = 200  # meetings: enough for most questions, however large the archive


def latest_entries(found: EntryFilter) -> list[Entry]:
    """The decisions found that were published last; those of a meeting as printed."""
    entries = found.wanted().entries(found.request.user)
    visible = Meeting.objects.visible_to(found.request.user)
    first = list(latest_published(visible)[:LOOKED_AT_FIRST])
    latest = _latest(entries, first)
    if len(latest) < MOST_ENTRIES and len(first) == LOOKED_AT_FIRST:  # what is asked for is rarer
        theirs = visible.filter(pk__in=entries.values("meeting"))
        latest = _latest(entries, latest_published(theirs)[:MOST_ENTRIES])
    decisions = with_columns(Decision.objects.all()).in_bulk([key for key, _ in latest])
    return [_entry(decisions[key], meeting) for key, meeting in latest]


def _latest(
    entries: SearchEntryQuerySet, meetings: Iterable[Meeting]
) -> list[tuple[int, Meeting]]:
    """The key of each decision with its meeting, in the order of the meetings."""
    known = {one.pk: (place, one) for place, one in enumerate(meetings)}
    rows = entries.filter(meeting__in=known).values_list("meeting", "position", "decision")
    in_order = sorted(rows, key=lambda row: (known[row[0]][0], row[1]))
    return [(key, known[meeting][1]) for meeting, _, key in in_order[:MOST_ENTRIES]]


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
