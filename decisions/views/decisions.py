"""Decisions: the list of them, and each with what stands around it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from accounts.access import readers
from decisions.answers.matrix import matrix_of, parties
from decisions.backing import Behind, behind
from decisions.counting import Count
from decisions.filters import DecisionFilter
from decisions.models import Decision, Topic
from decisions.timeline import handled_later
from decisions.views.finding import answer, number
from minutes.models import Attendance
from minutes.presence import at_item
from minutes.sources import current_source, excerpt
from people.models import Organization


@readers
@require_safe
def decision_list(request: HttpRequest) -> HttpResponse:
    found = DecisionFilter(request.GET, request=request)
    return answer(
        request,
        "decisions/decision_list.html",
        found,
        listing="beslut",
        sentence=_in_words(found.count, found.result),
        press=_press(found.count),
        nothing=gettext("Inga beslut matchar."),
        nothing_yet=gettext("Inga beslut är publicerade än."),
    )


def _in_words(count: Count, rest: str = "") -> str:
    """``14 beslut om infrastruktur, Haninge, 2022``."""
    if count.capped:
        words = gettext("Fler än %(n)s beslut%(rest)s")
    else:
        words = ngettext("%(n)s beslut%(rest)s", "%(n)s beslut%(rest)s", count.number)
    return words % {"n": number(count), "rest": rest}


def _press(count: Count) -> str:
    """What a button says that leads to so many."""
    if count.capped:
        return gettext("Visa beslut")
    return gettext("Visa %(found)s") % {"found": _in_words(count)}


@readers
@require_safe
def decision(request: HttpRequest, public_id: str) -> HttpResponse:
    visible = Decision.objects.visible_to(request.user).with_item()
    made = list(visible.of_same_meeting(public_id).in_order())
    found = next((one for one in made if one.public_id == public_id), None)
    if found is None:
        raise Http404
    context = {
        **_context_of(found),
        **_others(found, made),
        "decision": found,
        "later": handled_later([found.item], request.user)[found.item_id],
        "permalink": request.build_absolute_uri(found.get_absolute_url()),
    }
    return render(request, "decisions/decision.html", context)


def _context_of(decision: Decision) -> dict[str, Any]:
    """What stands around a decision: whoever may see it may see this, it is the same meeting."""
    item, meeting = decision.item, decision.item.meeting
    source = current_source(meeting)
    attendances = list(meeting.attendances.select_related("person", "organization").in_order())
    assignments = list(decision.assignments.standing().with_source().order_by("pk"))
    known = parties(decision)
    topics = list(Topic.objects.of_decision(decision).in_order())
    return {
        "item": item,
        "meeting": meeting,
        "topics": topics,
        "own_topics": [topic for topic in topics if topic.is_own],
        "assignments": assignments,
        "presence": at_item(attendances, item),
        "behind": _behind(decision, known, attendances),
        "matrix": matrix_of(decision, known, assignments),
        "source": source,
        "lines": excerpt(source, decision.first_line, decision.last_line),
    }


def _behind(
    decision: Decision, known: list[Organization], attendances: list[Attendance]
) -> Behind | None:
    """None where the body has no members, or is unknown."""
    item, members = decision.item, [one for one in known if one.is_member]
    if not members:
        return None
    rules = list(item.meeting.body.rules.all())
    return behind(item, members, rules, attendances, f"{item.text}\n{decision.text}")


def _others(decision: Decision, made: list[Decision]) -> dict[str, Any]:
    """The meeting's other decisions: those of the item, and the ones before and after."""
    at = made.index(decision)
    return {
        "siblings": [o for o in made if o.item_id == decision.item_id and o != decision],
        "previous": made[at - 1] if at else None,
        "next": made[at + 1] if at + 1 < len(made) else None,
    }
