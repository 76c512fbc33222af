"""Assignments: the list of them, each with its history, and where somebody tells how one goes."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.access import readers, staff
from accounts.roles import is_staff
from decisions.assignments.filters import AssignmentFilter
from decisions.assignments.forms import ReportForm
from decisions.assignments.listing import parts, tasks
from decisions.assignments.models import Assignment, Report, Status
from decisions.assignments.reporting import ReportedMeanwhile, report
from minutes.answering import listed
from minutes.paging import MOST, page_of
from minutes.sources import current_source, excerpt

ROWS_ON_A_PAGE = 50


@readers
@require_safe
def assignment_list(request: HttpRequest) -> HttpResponse:
    """With ``?organ=`` the whole list of the body, to be printed for its meeting."""
    asked = AssignmentFilter(request.GET, request=request)
    size = MOST if asked.chosen.get("organ") else ROWS_ON_A_PAGE
    found = asked.every().with_source().with_file().with_seen().told_to(request.user)
    page = page_of(request, found, size, count=asked.count)
    context = {
        "filter": asked,
        "page": page,
        "parts": list(parts(page, asked.sections)),
        "results": "assignments/results.html",
        "sentence": _in_words(asked, asked.result),
        "press": _("Visa %(found)s") % {"found": _in_words(asked)},
        "may_report": is_staff(request.user),
        "statuses": Status.choices,
        "today": timezone.localdate(),
    }
    return listed(request, "assignments/list.html", asked, context)


def _in_words(asked: AssignmentFilter, rest: str = "") -> str:
    """``14 öppna uppdrag om infrastruktur, Haninge``."""
    if asked.is_of_open:
        words = ngettext("%(n)s öppet uppdrag%(rest)s", "%(n)s öppna uppdrag%(rest)s", asked.count)
    else:
        words = ngettext("%(n)s uppdrag%(rest)s", "%(n)s uppdrag%(rest)s", asked.count)
    return words % {"n": number_format(asked.count, force_grouping=True), "rest": rest}


@readers
@require_safe
def assignment(request: HttpRequest, public_id: str) -> HttpResponse:
    found = _visible(request, public_id)
    form = ReportForm(found, request.user) if is_staff(request.user) else None
    return _page(request, found, form)


@staff
@require_POST
def report_assignment(request: HttpRequest, public_id: str) -> HttpResponse:
    """Keep what is told, and go back to where it was told; a later one is shown the earlier."""
    found = _visible(request, public_id)
    form = ReportForm(found, request.user, request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    try:
        made = report(found, by=request.user, **form.cleaned_data)
    except ReportedMeanwhile as meanwhile:
        return _both(request, found, form, meanwhile)
    messages.success(request, _told(found, made))
    return redirect(_way_back(request, found))


def _told(found: Assignment, made: Report) -> str:
    """What was said before of a later day stays what holds."""
    found.refresh_from_db(fields=["status"])
    words = {"who": found.responsible or _("ingen namngiven"), "status": made.get_status_display()}
    if found.status != made.status:
        words["stands"] = found.get_status_display()
        told = _("Antecknat (%(who)s): %(status)s. Läget är ändå %(stands)s, som sades senare.")
    else:
        told = _("Antecknat (%(who)s): %(status)s.")
    return told % words


def _visible(request: HttpRequest, public_id: str) -> Assignment:
    visible = Assignment.objects.visible_to(request.user).with_source().with_seen()
    return get_object_or_404(visible.told_to(request.user), public_id=public_id)


def _page(
    request: HttpRequest, found: Assignment, form: ReportForm | None, status: int = 200
) -> HttpResponse:
    meeting = found.item.meeting
    source = current_source(meeting)
    if found.decision:
        found.decision.item = found.item  # known already
    others = Assignment.objects.visible_to(request.user).with_source().exclude(pk=found.pk)
    context = {
        "assignment": found,
        "item": found.item,
        "meeting": meeting,
        "decision": found.decision,
        "source": source,
        "lines": excerpt(source, found.first_line, found.last_line),
        "others": list(tasks(others.filter(item=found.item_id).in_order())),
        "form": form,
        "next": request.POST.get("next", ""),
        "permalink": request.build_absolute_uri(found.get_absolute_url()),
    }
    return render(request, "assignments/assignment.html", context, status=status)


def _both(
    request: HttpRequest, found: Assignment, form: ReportForm, meanwhile: ReportedMeanwhile
) -> HttpResponse:
    """What somebody else has told, beside what was written, which can be sent once more."""
    found = _visible(request, found.public_id)  # as it is now, with those reports
    keys = [one.pk for one in meanwhile.reports]
    context: dict[str, Any] = {
        "assignment": found,
        "earlier": [one for one in found.told if one.pk in keys],
        "yours": form.cleaned_data,
        "status": Status(form.cleaned_data["status"]).label,
        "next": request.POST.get("next", ""),
    }
    return render(request, "assignments/conflict.html", context, status=409)


def _way_back(request: HttpRequest, found: Assignment) -> str:
    """The place in the list where the form stood, else the page of the assignment."""
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        return f"{wanted}#uppdrag-{found.public_id}"
    return found.get_absolute_url()
