"""Decisions: the list of them, and each with what stands around it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from accounts.access import readers
from decisions.answers.matrix import matrix_of, parties
from decisions.backing import Behind, behind
from decisions.counting import Count
from decisions.filters import DecisionFilter
from decisions.models import Decision
from decisions.surroundings import surroundings, with_surroundings
from decisions.timeline import handled_later
from decisions.views.finding import answer, number
from minutes.models import Attendance
from minutes.presence import at_item
from minutes.sources import current_source, excerpt
from people.models import BodyRule, Organization


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
    visible = Decision.objects.visible_to(request.user)
    found = get_object_or_404(with_surroundings(visible), public_id=public_id)
    context = {
        **_context_of(found),
        "decision": found,
        "later": handled_later([found.item], request.user)[found.item_id],
        "permalink": request.build_absolute_uri(found.get_absolute_url()),
    }
    return render(request, "decisions/decision.html", context)


def _context_of(decision: Decision) -> dict[str, Any]:
    """What stands around a decision: whoever may see it may see this, it is the same meeting."""
    item, meeting = decision.item, decision.item.meeting
    around, source = surroundings(decision), current_source(meeting)
    attendances = list(meeting.attendances.select_related("person", "organization").in_order())
    known = parties(decision)
    return {
        "item": item,
        "meeting": meeting,
        "topics": around.topics,
        "own_topics": around.own_topics,
        "assignments": around.assignments,
        "presence": at_item(attendances, item),
        "behind": _behind(decision, known, around.rules, attendances),
        "matrix": matrix_of(decision, known, around.assignments),
        "source": source,
        "lines": excerpt(source, decision.first_line, decision.last_line),
        **_others(decision, around.made),
    }


def _behind(
    decision: Decision,
    known: list[Organization],
    rules: list[BodyRule],
    attendances: list[Attendance],
) -> Behind | None:
    """None where the body has no members, or is unknown."""
    item, members = decision.item, [one for one in known if one.is_member]
    if not members:
        return None
    return behind(item, members, rules, attendances, f"{item.text}\n{decision.text}")


def _others(decision: Decision, made: list[Decision]) -> dict[str, Any]:
    """The meeting's other decisions: those of the item, and the ones before and after."""
    at = made.index(decision)
    return {
        "siblings": [o for o in made if o.item_id == decision.item_id and o != decision],
        "previous": made[at - 1] if at else None,
        "next": made[at + 1] if at + 1 < len(made) else None,
    }
