"""What the archive tells programs about itself: how it is searched, and what there is to index."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.access import anyone, readers
from config import sitemaps
from decisions.exports.columns import COLUMNS
from minutes.exports.addresses import absolute

# Lists in endless variations, and the desk; a door for programs is no page to find.
NOT_FOR_ROBOTS = [
    "search",
    "search_json",
    "decisions_csv",
    "decisions_xlsx",
    "decisions_json",
    "decisions_atom",
    "meetings_json",
    "meetings_atom",
    "meetings_ics",
    "assignments_csv",
    "assignments_ics",
    "reminders",
    "follow_up_docx",
    "follow_up_xlsx",
    "saved_searches",
    "upload",
    "review_queue",
    "trash",
    "login",
    "logout",
    "admin:index",
]
# As they are, but not with a question.
LISTS = ["decisions", "meetings", "people", "assignments", "outstanding", "follow_up"]


@anyone
@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """So that a browser can search the archive from its address bar."""
    context = {"site": settings.SITE_URL}
    kind = "application/opensearchdescription+xml"
    return render(request, "opensearch.xml", context, content_type=kind)


@anyone
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *"]
    if settings.ARCHIVE_PUBLIC:
        lines += [f"Disallow: {reverse(name)}" for name in NOT_FOR_ROBOTS]
        lines += [f"Disallow: {reverse(name)}?" for name in LISTS]
        lines += ["", f"Sitemap: {absolute(reverse('sitemap'))}"]
    else:
        lines += ["Disallow: /"]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@readers
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """What a stranger may see, whoever asks; in parts (``?del=2``) where one cannot hold all."""
    found = sitemaps.sitemap()
    part = request.GET.get("del", "")
    if not part and found.count > sitemaps.MOST:
        context = {"parts": found.parts}
        return render(request, "sitemap_index.xml", context, content_type="application/xml")
    is_number = part.isascii() and part.isdigit() and int(part[:6]) > 0
    context = {"places": found.places(int(part[:6]) if is_number else 1)}
    return render(request, "sitemap.xml", context, content_type="application/xml")


@readers
@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    """How the archive is used by programs and spreadsheets, and what they can rely on."""
    context = {"site": settings.SITE_URL, "decision_keys": [one.key for one in COLUMNS]}
    return render(request, "open_data.html", context)
