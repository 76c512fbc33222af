"""A saved search as a feed, for whoever has its address: a program cannot sign in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.access import anyone
from decisions.saved.asking import hits
from decisions.saved.hits import Hit, loaded
from decisions.saved.models import SavedSearch
from minutes.templatetags.swedish_dates import plain_date

MOST_IN_A_FEED = 50


@anyone
@require_safe
def saved_feed(request: HttpRequest, token: str) -> HttpResponse:
    """What the owner may see at this moment; 404 once the address is changed or they are gone."""
    search = get_object_or_404(SavedSearch.objects.read_with(token))
    # What was published or corrected last, and not what was held last: that may be long ago.
    latest = hits(search).order_by("-meeting__updated_at", "-held", "position")[:MOST_IN_A_FEED]
    written = _atom(search, loaded(latest), request.build_absolute_uri)
    response = HttpResponse(written, content_type="application/atom+xml; charset=utf-8")
    patch_cache_control(response, private=True, no_store=True)
    response["X-Robots-Tag"] = "noindex"
    return response


def _atom(search: SavedSearch, found: Iterable[Hit], absolute: Callable[[str], str]) -> str:
    feed = Atom1Feed(
        title=search.name,
        link=absolute(search.list_url),
        description=None,
        language="sv",
        feed_url=absolute(search.feed_url),
    )
    for hit in found:
        where = [hit.body or _("Oklart organ"), plain_date(hit.day) or _("utan datum"), hit.item]
        feed.add_item(
            title=hit.text,
            link=absolute(hit.path),
            description=", ".join(filter(None, where)),
            unique_id=absolute(hit.path),
            updateddate=hit.updated_at,
        )
    return feed.writeString("utf-8")
