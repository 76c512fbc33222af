"""A saved search as a feed, for whoever has its address: a program cannot sign in."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.utils.html import format_html, linebreaks
from django.utils.safestring import mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.access import anyone
from decisions.saved.asking import hits
from decisions.saved.hits import Hit, loaded
from decisions.saved.models import SavedSearch
from minutes.exports.answering import in_the_archives_language
from minutes.exports.feed import CONTENT_TYPE, MOST_ENTRIES, About, Entry, feed
from minutes.exports.publication import latest_published
from minutes.models import Meeting
from minutes.templatetags.swedish_dates import plain_date

LONGEST_TITLE = 120  # characters


@anyone
@require_safe
@in_the_archives_language
def saved_feed(request: HttpRequest, token: str) -> HttpResponse:
    """What the owner may see at this moment; 404 once the address is changed or they are gone."""
    search = get_object_or_404(SavedSearch.objects.read_with(token))
    about = About(
        title=search.name,
        here=search.feed_url,
        page=search.list_url,
        author=_("Mötesarkivet"),
    )
    response = HttpResponse(feed(about, _latest(search)), content_type=CONTENT_TYPE)
    patch_cache_control(response, private=True, no_store=True)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _latest(search: SavedSearch) -> list[Entry]:
    """What was published last, and not what was held last: that may be long ago."""
    found = hits(search)
    theirs = Meeting.objects.filter(pk__in=found.order_by().values("meeting"))
    published = {one.pk: one.published_at for one in latest_published(theirs)[:MOST_ENTRIES]}
    latest = loaded(found.filter(meeting__in=published))
    latest.sort(key=lambda hit: published[hit.meeting], reverse=True)  # else as they stood
    return [_entry(hit, published[hit.meeting]) for hit in latest[:MOST_ENTRIES]]


def _entry(hit: Hit, published: datetime) -> Entry:
    body = hit.body or _("Oklart organ")
    where = [body, plain_date(hit.day) or _("utan datum"), hit.item]
    text = mark_safe(linebreaks(hit.text, autoescape=True))  # noqa: S308 - escaped by linebreaks
    return Entry(
        key=f"/beslut/{hit.key}",  # as the feed of decisions names it
        path=hit.path,
        title=Truncator(" ".join(hit.text.split())).chars(LONGEST_TITLE),
        html=format_html("{}<p>{}</p>", text, ", ".join(filter(None, where))),
        author=body,
        published=published,
        updated=max(hit.updated_at, published),
    )
