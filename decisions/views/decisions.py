"""Decisions: the list of them, and each with what stands around it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from accounts.access import readers
from decisions.filters import DecisionFilter
from decisions.models import Decision
from decisions.views.finding import answer, number
from minutes.presence import at_item
from minutes.sources import current_source, excerpt


@readers
@require_safe
def decision_list(request: HttpRequest) -> HttpResponse:
    found = DecisionFilter(request.GET, request=request)
    return answer(
        request,
        "decisions/decision_list.html",
        found,
        listing="beslut",
        sentence=_sentence(found),
        nothing=gettext("Inga beslut matchar."),
        nothing_yet=gettext("Inga beslut är publicerade än."),
    )


def _sentence(found: DecisionFilter) -> str:
    """``14 beslut om infrastruktur, Haninge, 2022``."""
    count = found.count
    if count.capped:
        words = gettext("Fler än %(n)s beslut%(rest)s")
    else:
        words = ngettext("%(n)s beslut%(rest)s", "%(n)s beslut%(rest)s", count.number)
    return words % {"n": number(count), "rest": found.result}


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
