"""Meetings for programs: as JSON, as a feed, as a calendar; on the same filter as the page."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.access import readers
from minutes.exports import calendar as calendars
from minutes.exports import json
from minutes.exports.answering import asking, in_the_archives_language, stream
from minutes.exports.entries import meeting_entry
from minutes.exports.feed import CONTENT_TYPE, MOST_ENTRIES, About, feed
from minutes.exports.publication import latest_published
from minutes.exports.rows import rows_of
from minutes.filters import ALL, MeetingFilter
from minutes.models import Meeting

MOST_EVENTS = 2000  # the latest: what a calendar can still show


def _meetings(question: QueryDict, *, request: HttpRequest) -> MeetingFilter:
    return MeetingFilter(question, Meeting.objects.visible_to(request.user), request=request)


@readers
@require_safe
@in_the_archives_language
@asking(_meetings, as_json=True)
def meetings_json(request: HttpRequest, asked: MeetingFilter) -> HttpResponseBase:
    keys = list(asked.qs.newest_first().values_list("pk", flat=True))
    rows = rows_of(Meeting.objects.visible_to(request.user), keys)
    return stream(request, json.document(rows, len(keys), capped=False), json.CONTENT_TYPE)


@readers
@require_safe
@in_the_archives_language
@asking(_meetings)
def meetings_atom(request: HttpRequest, asked: MeetingFilter) -> HttpResponseBase:
    latest = latest_published(asked.qs.select_related("body").prefetch_related("items"))
    about = About(
        title=_("Möten") + asked.result,
        here=request.get_full_path(),
        page=reverse("meetings") + asked.query_string().removesuffix("?"),
        author=_("Mötesarkivet"),
    )
    return HttpResponse(
        feed(about, map(meeting_entry, latest[:MOST_ENTRIES])), content_type=CONTENT_TYPE
    )


@readers
@require_safe
@in_the_archives_language
@asking(_meetings)
def meetings_ics(request: HttpRequest, asked: MeetingFilter) -> HttpResponseBase:
    dated = asked.qs.exclude(start_date=None).select_related("body").newest_first()
    made = calendars.calendar(_("Möten") + asked.result, dated[:MOST_EVENTS], _coming(asked))
    return HttpResponse(made, content_type=calendars.CONTENT_TYPE)


@readers
@require_safe
@in_the_archives_language
def meeting_ics(request: HttpRequest, body: str, day: str) -> HttpResponse:
    """One meeting, for who wants it in a calendar of his own."""
    visible = Meeting.objects.visible_to(request.user).select_related("body")
    meeting = visible.at(body, day).exclude(start_date=None).first()
    if meeting is None:
        raise Http404
    made = calendars.calendar(str(meeting), [meeting])
    return HttpResponse(made, content_type=calendars.CONTENT_TYPE)


def _coming(asked: MeetingFilter) -> list[Meeting]:
    """Minutes that announce a meeting of which the archive has none yet.

    Of a meeting to come no more is known than its body and day: it answers no other question.
    """
    if set(asked.in_use) - {"organ", "ar"}:
        return []
    visible, years = asked.queryset, asked.chosen.get("ar")
    of_body = asked.conditions.get("organ", ALL)
    telling = visible.filter(of_body).announcing(timezone.localdate())
    days = [one.next_meeting_date for one in telling]
    held = set(visible.filter(start_date__in=days).values_list("body", "start_date"))
    return [
        one
        for one in telling
        if (one.body_id, one.next_meeting_date) not in held
        and (not years or str(one.next_meeting_date.year) in years)
    ]
