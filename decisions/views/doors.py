"""Decisions for programs and spreadsheets, and search for programs; on the pages' own filters."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from accounts.access import readers
from decisions.exports import csv, xlsx
from decisions.exports.atom import latest_entries
from decisions.exports.json import result
from decisions.exports.rows import rows_of
from decisions.filters import DecisionFilter, EntryFilter
from decisions.listing import page_of_entries
from minutes.exports import json
from minutes.exports.addresses import absolute
from minutes.exports.answering import asking, in_the_archives_language, stream
from minutes.exports.feed import CONTENT_TYPE, About, feed

RESULTS_ON_A_PAGE = 50
AFTER = "efter"  # the cursor that a page begins after


@readers
@require_safe
@in_the_archives_language
@asking(DecisionFilter)
def decisions_csv(request: HttpRequest, found: DecisionFilter) -> HttpResponseBase:
    return stream(request, csv.lines(rows_of(found)), csv.CONTENT_TYPE, _("beslut.csv"))


@readers
@require_safe
@in_the_archives_language
@asking(DecisionFilter)
def decisions_xlsx(request: HttpRequest, found: DecisionFilter) -> HttpResponseBase:
    parts = xlsx.parts(rows_of(found), _title(found))
    return stream(request, parts, xlsx.CONTENT_TYPE, _("beslut.xlsx"))


@readers
@require_safe
@in_the_archives_language
@asking(DecisionFilter, as_json=True)
def decisions_json(request: HttpRequest, found: DecisionFilter) -> HttpResponseBase:
    count = found.wanted().gathered(request.user).count()
    return stream(request, json.document(rows_of(found), count, capped=False), json.CONTENT_TYPE)


@readers
@require_safe
@in_the_archives_language
@asking(DecisionFilter)
def decisions_atom(request: HttpRequest, found: DecisionFilter) -> HttpResponseBase:
    about = About(
        title=_title(found),
        here=request.get_full_path(),
        page=reverse("decisions") + found.query_string().removesuffix("?"),
        author=_("Mötesarkivet"),
    )
    return HttpResponse(feed(about, latest_entries(found)), content_type=CONTENT_TYPE)


@readers
@require_safe
@in_the_archives_language
@asking(EntryFilter, AFTER, as_json=True)
def search_json(request: HttpRequest, found: EntryFilter) -> HttpResponse:
    """A page of hits; the address of the next is in the head of the answer, as RFC 8288 has it."""
    page = page_of_entries(found, request.GET.get(AFTER, ""), RESULTS_ON_A_PAGE)
    count, results = found.count, [result(row) for row in page.rows]
    answer = JsonResponse(
        {"count": count.number, "capped": count.capped, "results": results},
        json_dumps_params={"ensure_ascii": False},
    )
    if page.next:
        answer["Link"] = f'<{_following(request, page.next)}>; rel="next"'
    return answer


def _following(request: HttpRequest, cursor: str) -> str:
    question = request.GET.copy()
    question[AFTER] = cursor
    return absolute(f"{request.path}?{question.urlencode()}")


def _title(found: EntryFilter) -> str:
    """``Beslut om infrastruktur, Haninge, 2022``."""
    return pgettext("flera", "Beslut") + found.result
