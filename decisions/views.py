"""Decisions, and what they are read by: municipality and topic."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.access import readers
from decisions import municipalities
from decisions.conditions import binds_all_with, names
from decisions.filters import DecisionFilter
from decisions.models import Decision, Topic
from decisions.timeline import handlings, with_counts
from minutes.mentions import tenures
from minutes.paging import page_of
from minutes.presence import at_item
from minutes.sources import current_source, excerpt

DECISIONS_ON_A_PAGE = 25
HANDLINGS_ON_A_PAGE = 50
LATEST = 5


@readers
@require_safe
def decision_list(request: HttpRequest) -> HttpResponse:
    visible = Decision.objects.visible_to(request.user)
    asked = DecisionFilter(request.GET, visible, request=request)
    found = asked.qs.with_item().newest_first()
    page = page_of(request, found, DECISIONS_ON_A_PAGE, count=asked.counts["total"])
    shown, besides = asked.shown_and_besides
    context = {"filter": asked, "page": page, "shown": shown, "besides": besides}
    return render(request, "decisions/decision_list.html", context)


@readers
@require_safe
def decision(request: HttpRequest, public_id: str) -> HttpResponse:
    visible = Decision.objects.visible_to(request.user).with_item()
    found = get_object_or_404(visible.prefetch_related("topics"), public_id=public_id)
    context = {
        **_context_of(found),
        "decision": found,
        "permalink": request.build_absolute_uri(found.get_absolute_url()),
    }
    return render(request, "decisions/decision.html", context)


def _context_of(decision: Decision) -> dict[str, Any]:
    """What stands around a decision: whoever may see it may see this, it is the same meeting."""
    item, meeting = decision.item, decision.item.meeting
    source = current_source(meeting)
    attendances = meeting.attendances.select_related("person", "organization").in_order()
    neighbours = meeting.items.in_order()
    return {
        "item": item,
        "meeting": meeting,
        "siblings": item.decisions.exclude(pk=decision.pk).in_order(),
        "assignments": decision.assignments.select_related(
            "responsible_person", "responsible_organization", "responsible_body"
        ).order_by("pk"),
        "previous_item": neighbours.filter(position__lt=item.position).last(),
        "next_item": neighbours.filter(position__gt=item.position).first(),
        "presence": at_item(attendances, item),
        "source": source,
        "lines": excerpt(source, decision.first_line, decision.last_line),
    }


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
