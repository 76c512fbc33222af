"""Assignments for spreadsheets and calendars, on the page's own filter."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from accounts.access import readers
from decisions.assignments.calendar import calendar
from decisions.assignments.columns import COLUMNS, rows_of
from decisions.assignments.filters import AssignmentFilter
from decisions.exports import csv
from minutes.exports.answering import asking, in_the_archives_language, stream
from minutes.exports.calendar import CONTENT_TYPE

MOST_EVENTS = 2000  # the latest: what a calendar can still show


@readers
@require_safe
@in_the_archives_language
@asking(AssignmentFilter)
def assignments_csv(request: HttpRequest, found: AssignmentFilter) -> HttpResponseBase:
    lines = csv.lines(rows_of(found), COLUMNS)
    return stream(request, lines, csv.CONTENT_TYPE, _("uppdrag.csv"))


@readers
@require_safe
@in_the_archives_language
@asking(AssignmentFilter)
def assignments_ics(request: HttpRequest, found: AssignmentFilter) -> HttpResponseBase:
    dated = found.qs.exclude(due_date=None).with_source().order_by("-due_date", "-pk")
    name = pgettext("flera", "Uppdrag") + found.result
    return HttpResponse(calendar(name, dated[:MOST_EVENTS]), content_type=CONTENT_TYPE)
