"""Topics, and what happened to one each time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.access import readers
from decisions.models import Topic
from decisions.timeline import handlings, with_counts
from minutes.paging import page_of

HANDLINGS_ON_A_PAGE = 50


@readers
@require_safe
def topic_list(request: HttpRequest) -> HttpResponse:
    topics = with_counts(Topic.objects.select_related("parent").in_order(), request.user)
    return render(request, "decisions/topic_list.html", {"topics": topics})


@readers
@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Topic.objects.select_related("parent"), slug=slug)
    page = page_of(request, handlings(found, request.user), HANDLINGS_ON_A_PAGE)
    return render(request, "decisions/topic.html", {"topic": found, "page": page})
