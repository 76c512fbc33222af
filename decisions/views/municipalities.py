"""Municipalities, and what the minutes tell of one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.access import readers
from decisions.municipalities import (
    bodies_of,
    municipalities_visible_to,
    with_bodies,
    with_counts,
)
from decisions.municipality import concerning, presence, tenures
from minutes.paging import beginning


@readers
@require_safe
def municipality_list(request: HttpRequest) -> HttpResponse:
    visible = municipalities_visible_to(request.user).in_order()
    rows = with_counts(visible, request.user)
    return render(request, "decisions/municipality_list.html", {"municipalities": rows})


@readers
@require_safe
def municipality(request: HttpRequest, slug: str) -> HttpResponse:
    user, whole = request.user, "alla" in request.GET
    found = get_object_or_404(with_bodies(municipalities_visible_to(user)), slug=slug)
    bodies = bodies_of(found)
    assignments = found.assignments.visible_to(user).with_source().open_first()
    context = {
        "municipality": found,
        "presence": presence(found, bodies, user),
        "ways": concerning(found, bodies, user),
        "tenures": tenures(found, user, whole=whole),
        "assignments": beginning(assignments, whole=whole),
    }
    return render(request, "decisions/municipality.html", context)
