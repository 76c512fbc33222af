"""What is outstanding, for readers and for the meeting; what takes it up, by secretaries."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.access import readers, secretaries
from decisions.models import Topic
from decisions.outstanding.forms import OutstandingForm
from decisions.outstanding.rows import LISTED, OUTCOMES, PROMISED, PUT_OFF, Row, outstanding
from decisions.outstanding.silent import months_before, silent, topics_with_last
from decisions.outstanding.taking_up import ANSWERS, Answered, say
from minutes.models import AgendaItem


@readers
@require_safe
def outstanding_matters(request: HttpRequest) -> HttpResponse:
    topics: list[Any] = []

    def last_of_topics(rows: list[Row]) -> set[int]:
        keys = set().union(*(row.topics for row in rows))
        topics.extend(topics_with_last(keys, request.user))
        both = ((one.last_item, one.last_decided) for one in topics)
        return {key for pair in both for key in pair if key}

    found = outstanding(request.user, last_of_topics)
    form = OutstandingForm(found.rows, topics, request.GET or {})
    found.rows = [row for row in found.rows if form.shows(row)]
    today = timezone.localdate()
    context = {
        "form": form,
        "today": today,
        "months": form.months,
        "silent": silent(found, _asked_for(topics, form), months_before(today, form.months)),
        "goes_on": found.goes_on,
        "rows_in": dict(_groups(found.rows)),
    }
    return render(request, "outstanding/list.html", context)


def _asked_for(topics: list[Topic], form: OutstandingForm) -> list[Topic]:
    chosen = form.cleaned_data.get("amne")
    return [one for one in topics if not chosen or one.slug == chosen]


def _groups(rows: list[Row]) -> dict[str, list[Row]]:
    """By the names that the template has for the lists; none that is empty."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.group == PUT_OFF:
            found[str(row.successor.standing) if row.successor else "not_taken_up"].append(row)
        elif row.group in (PROMISED, LISTED):
            found[row.group].append(row)
    return found


@secretaries
@require_POST
def take_up(request: HttpRequest, earlier: int, later: int) -> HttpResponse:
    """Whether ``later`` takes up what ``earlier`` put off; ``do=undo`` forgets what was said."""
    known = AgendaItem.objects.visible_to(request.user).select_related("meeting")
    put_off = get_object_or_404(known.filter(outcome__in=OUTCOMES), pk=earlier)
    following = get_object_or_404(known, pk=later)
    do = request.POST.get("do", "")
    if do not in ANSWERS or not _is_later(following, put_off):
        raise Http404
    try:
        say(put_off, following, do, request.POST.get("token", ""), request.user)
    except Answered:
        told = _("Någon annan har svarat medan du läste. Så här står det nu.")
        messages.warning(request, told)
    else:
        messages.success(request, _("Svaret är sparat."))
    return redirect(f"{reverse('outstanding')}#punkt-{earlier}")


def _is_later(following: AgendaItem, earlier: AgendaItem) -> bool:
    days = following.meeting.start_date, earlier.meeting.start_date
    return None not in days and days[0] > days[1]
