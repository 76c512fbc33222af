"""Topics, and what happened to one each time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from accounts.access import readers
from decisions.models import Topic
from decisions.outstanding.rows import may_be_outstanding
from decisions.timeline import extent, handlings, told
from decisions.topic_tree import tree
from minutes.paging import page_of

HANDLINGS_ON_A_PAGE = 50


@readers
@require_safe
def topic_list(request: HttpRequest) -> HttpResponse:
    branches = tree(request.user)
    context = {
        "branches": [one for one in branches if one.is_handled],
        "silent": [one.topic for one in branches if not one.is_handled],
    }
    return render(request, "decisions/topic_list.html", context)


@readers
@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    known = Topic.objects.select_related("parent", "merged_into").with_those_below()
    found = get_object_or_404(known, slug=slug)
    if found.merged_into:
        return redirect(found.merged_into)  # which may be merged too, and sends on then
    whole = extent(found, request.user)
    items = handlings(found, request.user)
    page = page_of(request, items, HANDLINGS_ON_A_PAGE, count=whole.items)
    context = {
        "topic": found,
        "below": found.below,
        "extent": whole,
        "page": page,
        "is_outstanding": may_be_outstanding(found, request.user),
        "handlings": told(page.object_list, found, request.user),
    }
    return render(request, "decisions/topic.html", context)
