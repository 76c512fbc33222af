"""Meetings, and the people in them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from accounts.access import readers
from minutes import provenance
from minutes.answering import listed
from minutes.bodies import attendance_of, bodies_visible_to, years_of
from minutes.filters import MeetingFilter, PersonFilter
from minutes.gaps.finding import gaps_among
from minutes.gaps.missing import MISSING, of_fate
from minutes.gaps.placing import on_page
from minutes.mentions import people_visible_to, with_latest_organization
from minutes.models import Meeting
from minutes.paging import page_of
from minutes.portraits import portrait
from minutes.record import record_of, with_few
from minutes.sources import all_lines, sources

MEETINGS_ON_A_PAGE = 50
PEOPLE_ON_A_PAGE = 200


@readers
@require_safe
def meeting_list(request: HttpRequest) -> HttpResponse:
    visible = Meeting.objects.visible_to(request.user)
    asked = MeetingFilter(request.GET, visible, request=request)
    found = asked.qs.select_related("body").with_counts().newest_first()
    page = page_of(request, found, MEETINGS_ON_A_PAGE, count=asked.count)
    gaps = gaps_among(asked.chosen, request.user)
    missing = of_fate(gaps, MISSING)
    context = {
        "filter": asked,
        "page": page,
        "years": on_page(page, missing),
        "gaps": gaps,
        "missing": len(missing),
        "results": "minutes/meeting_results.html",
        "is_empty": not (asked.count or request.GET),
        "sentence": _in_words(asked.count, asked.result),
        "press": gettext("Visa %(found)s") % {"found": _in_words(asked.count)},
    }
    return listed(request, "minutes/meeting_list.html", asked, context)


def _in_words(count: int, rest: str = "") -> str:
    """``14 möten, Ledningsgruppen, 2022``."""
    words = ngettext("%(n)s möte%(rest)s", "%(n)s möten%(rest)s", count)
    return words % {"n": number_format(count, force_grouping=True), "rest": rest}


@readers
@require_safe
def meeting(request: HttpRequest, body: str, day: str) -> HttpResponse:
    """The whole of a meeting; with ``?kalla=1`` also the text of its source file."""
    visible = Meeting.objects.visible_to(request.user).select_related("body")
    previous, found, following = with_few(visible.with_release()).at_with_neighbours(body, day)
    if found is None:
        moved = visible.shown_at(body, day, request.user).order_by("-pk").first()
        if moved is None:
            raise Http404
        return redirect(moved)
    source, older_sources = sources(found)
    context = {
        "meeting": found,
        "record": record_of(found),
        "previous": previous,
        "next": following,
        "provenance": provenance.in_words(found, source),
        "source": source,
        "older_sources": older_sources,
        "lines": all_lines(source) if source and "kalla" in request.GET else [],
    }
    return render(request, "minutes/meeting.html", context)


@readers
@require_safe
def body(request: HttpRequest, slug: str) -> HttpResponse:
    """A body: its members and rules, its meetings by year, and who was there."""
    found = get_object_or_404(bodies_visible_to(request.user), slug=slug)
    members, years = list(found.members.in_order()), years_of(found, request.user)
    context = {
        "body": found,
        "members": members,
        "rules": list(found.rules.order_by("-from_date")),
        "years": years,
        "attendance": attendance_of(found, members, years, request.user),
    }
    return render(request, "minutes/body.html", context)


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
    told = portrait(found, request.user, whole="alla" in request.GET)
    return render(request, "minutes/person.html", {"person": found, "portrait": told})
