"""Meetings, and the people in them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from accounts.access import readers
from minutes.filters import MeetingFilter, PersonFilter
from minutes.mentions import people_visible_to, periods, with_latest_organization
from minutes.models import Meeting
from minutes.paging import page_of
from minutes.presence import by_organization, not_mentioned
from minutes.sources import all_lines, current_source, older_sources

MEETINGS_ON_A_PAGE = 50
PEOPLE_ON_A_PAGE = 200


@readers
@require_safe
def meeting_list(request: HttpRequest) -> HttpResponse:
    visible = Meeting.objects.visible_to(request.user)
    asked = MeetingFilter(request.GET, visible, request=request)
    found = asked.qs.select_related("body").with_counts().newest_first()
    page = page_of(request, found, MEETINGS_ON_A_PAGE)
    return render(request, "minutes/meeting_list.html", {"filter": asked, "page": page})


@readers
@require_safe
def meeting(request: HttpRequest, body: str, day: str) -> HttpResponse:
    """The whole of a meeting; with ``?kalla=1`` also the text of its source file."""
    visible = Meeting.objects.visible_to(request.user).select_related("body")
    found = visible.at(body, day).first()
    if found is None:
        moved = visible.shown_at(body, day, request.user).order_by("-pk").first()
        if moved is None:
            raise Http404
        return redirect(moved)
    with_source = "kalla" in request.GET
    source = current_source(found, with_text=with_source)
    context = {
        **_what_it_holds(found),
        "previous": visible.before(found),
        "next": visible.after(found),
        "source": source,
        "older_sources": older_sources(found),
        "lines": all_lines(source) if source and with_source else [],
    }
    return render(request, "minutes/meeting.html", context)


def _what_it_holds(meeting: Meeting) -> dict[str, Any]:
    attendances = list(meeting.attendances.select_related("person", "organization").in_order())
    members = meeting.body.members.in_order() if meeting.body else []
    items = meeting.items.in_order().select_related("continues")
    transitions = meeting.transitions.select_related("by").order_by("-at", "-pk")
    return {
        "meeting": meeting,
        "present": by_organization(a for a in attendances if a.status == "present"),
        "absent": by_organization(a for a in attendances if a.status == "absent"),
        "not_mentioned": not_mentioned(members, attendances),
        "items": items.prefetch_related("decisions__organizations", "topics"),
        "approvals": meeting.approvals.select_related("person").in_order(),
        "latest_transition": transitions.first(),
    }


@readers
@require_safe
def person_list(request: HttpRequest) -> HttpResponse:
    visible = people_visible_to(request.user)
    asked = PersonFilter(request.GET, visible, request=request)
    found = with_latest_organization(asked.qs, request.user).in_order()
    page = page_of(request, found, PEOPLE_ON_A_PAGE)
    return render(request, "minutes/person_list.html", {"filter": asked, "page": page})


@readers
@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """What the visible meetings tell of a person: nothing that only a draft says."""
    found = get_object_or_404(people_visible_to(request.user), slug=slug)
    attendances = list(found.attendances.visible_to(request.user).oldest_first())
    approvals = found.approvals.visible_to(request.user).select_related("meeting__body")
    assignments = found.assignments.visible_to(request.user).with_decision()
    context = {
        "person": found,
        "periods": periods(attendances),
        "attendances": attendances[::-1],
        "approvals": approvals.order_by("-meeting__start_date", "-pk"),
        "assignments": assignments.newest_first(),
    }
    return render(request, "minutes/person.html", context)
