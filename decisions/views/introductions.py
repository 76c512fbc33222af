"""A municipality for somebody who is new there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import readers
from decisions.introduction import introduction
from decisions.municipalities import municipalities_visible_to


@readers
@require_safe
def introduce(request: HttpRequest, slug: str) -> HttpResponse:
    user, today = request.user, timezone.localdate()
    found = get_object_or_404(municipalities_visible_to(user), slug=slug)
    context = {"municipality": found, "told": introduction(found, user, today), "today": today}
    return render(request, "decisions/introduction.html", context)
