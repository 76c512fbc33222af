"""What the archive has and what it lacks, and where a secretary tells what is known of a gap."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.access import readers, secretaries
from accounts.roles import is_secretary
from minutes.crosstab import crosstab
from minutes.gaps.coverage import coverage, unplaced
from minutes.gaps.finding import gaps_visible_to
from minutes.gaps.forms import SettleForm
from minutes.gaps.missing import AWAY, COMING, MISSING, SETTLED, Gap, of_fate
from minutes.gaps.models import SettledGap
from minutes.gaps.past import past_answers
from minutes.gaps.settling import SettledMeanwhile, settle, unsettle
from minutes.models import Meeting
from minutes.templatetags.swedish_dates import plain_date
from people.models import Body


@readers
@require_safe
def coverage_page(request: HttpRequest) -> HttpResponse:
    return _page(request, gaps_visible_to(request.user))


@secretaries
@require_POST
def settle_gap(request: HttpRequest, body: str, day: str) -> HttpResponse:
    """Keep what is known of a missing meeting; a later answer is shown the earlier one."""
    its_body, its_day = _place(body, day)
    gaps = gaps_visible_to(request.user)
    gap = _at(gaps, its_body, its_day)
    form = SettleForm(gap or Gap(its_body, its_day, "", ()), request.POST)
    if not form.is_valid():
        return _page(request, gaps, form, status=422)
    if gap is None:
        return _both(request, its_body, its_day, form, is_gap=False)
    try:
        settled = settle(its_body, its_day, by=request.user, **form.cleaned_data)
    except SettledMeanwhile as meanwhile:
        return _both(request, its_body, its_day, form, meanwhile.stored)
    messages.success(request, _told(settled, _("Antecknat: %(meeting)s, %(verdict)s.")))
    return _back_to(gap)


@secretaries
@require_POST
def unsettle_gap(request: HttpRequest, body: str, day: str) -> HttpResponse:
    its_body, its_day = _place(body, day)
    try:
        gone = unsettle(its_body, its_day, by=request.user, seen=request.POST.get("seen", ""))
    except SettledMeanwhile as meanwhile:
        return _both(request, its_body, its_day, None, meanwhile.stored)
    if gone:
        messages.success(request, _told(gone, _("Borttaget: %(meeting)s, %(verdict)s. %(note)s")))
    return _back_to(Gap(its_body, its_day, "", ()))


def _place(body: str, day: str) -> tuple[Body, date]:
    """404 where no meeting could be."""
    try:
        its_day = date.fromisoformat(day)
    except ValueError as unreadable:
        raise Http404 from unreadable
    return get_object_or_404(Body, slug=body), its_day


def _at(gaps: list[Gap], body: Body, day: date) -> Gap | None:
    return next((gap for gap in gaps if (gap.body, gap.day) == (body, day)), None)


def _back_to(gap: Gap) -> HttpResponse:
    return redirect(f"{reverse('coverage')}#{gap.anchor}")


def _told(settled: SettledGap, words: str) -> str:
    meeting = f"{settled.body.name} {plain_date(settled.date)}"
    told = {"meeting": meeting, "verdict": settled.get_verdict_display(), "note": settled.note}
    return (words % told).strip()


def _page(
    request: HttpRequest, gaps: list[Gap], refused: SettleForm | None = None, status: int = 200
) -> HttpResponse:
    """``refused`` stands at its gap as it was filled in."""
    visible = Meeting.objects.visible_to(request.user)
    held = crosstab(visible)
    may_settle = is_secretary(request.user)
    past = past_answers() if may_settle else {}

    def rows(some: list[Gap]) -> list[tuple[Gap, SettleForm | None, list[Any]]]:
        return [
            (
                gap,
                _form(gap, refused) if may_settle else None,
                past.get((gap.body.pk, gap.day), []),
            )
            for gap in some
        ]

    context = {
        "held": held.number({}),
        "unplaced": unplaced(held),
        "missing": len(of_fate(gaps, MISSING)),
        "bodies": [(body, rows(body.missing)) for body in coverage(held, gaps)],
        "settled": rows(of_fate(gaps, *SETTLED)),
        "off": of_fate(gaps, *AWAY),
        "coming": sorted(of_fate(gaps, COMING), key=lambda gap: gap.day),
        "refused": refused,
    }
    return render(request, "gaps/coverage.html", context, status=status)


def _form(gap: Gap, refused: SettleForm | None) -> SettleForm:
    return refused if refused and refused.gap.anchor == gap.anchor else SettleForm(gap)


def _both(
    request: HttpRequest,
    body: Body,
    day: date,
    form: SettleForm | None,
    stored: SettledGap | None = None,
    *,
    is_gap: bool = True,
) -> HttpResponse:
    """What somebody else has saved, beside what was written, which can be sent once more."""
    context: dict[str, Any] = {
        "gap": Gap(body, day, "", ()),
        "stored": stored,
        "yours": form.cleaned_data if form else None,
        "verdict": form and dict(form.fields["verdict"].choices)[form.cleaned_data["verdict"]],
        "is_gap": is_gap,
    }
    return render(request, "gaps/conflict.html", context, status=409)
