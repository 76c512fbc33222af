"""Municipalities, and what the minutes tell of one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.access import readers
from decisions import municipalities
from decisions.conditions import binds_all_with, names
from decisions.models import Decision
from minutes.mentions import tenures

LATEST = 5


@readers
@require_safe
def municipality_list(request: HttpRequest) -> HttpResponse:
    visible = municipalities.municipalities_visible_to(request.user)
    rows = municipalities.with_counts(visible, request.user).in_order()
    return render(request, "decisions/municipality_list.html", {"municipalities": rows})


@readers
@require_safe
def municipality(request: HttpRequest, slug: str) -> HttpResponse:
    user = request.user
    found = get_object_or_404(municipalities.municipalities_visible_to(user), slug=slug)
    decisions = Decision.objects.visible_to(user).with_item().newest_first()
    present = found.attendances.visible_to(user).present().oldest_first()
    context = {
        "municipality": found,
        "presence": municipalities.presence(found, user),
        "counts": municipalities.concerned(found, user),
        "naming": decisions.filter(names(slug))[:LATEST],
        "for_all": decisions.filter(binds_all_with(slug))[:LATEST],
        "tenures": tenures(present),
    }
    return render(request, "decisions/municipality.html", context)
