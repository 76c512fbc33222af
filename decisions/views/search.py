"""One box over everything: items and decisions by their words, names beside them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from accounts.access import readers
from decisions.counting import Count
from decisions.filters import EntryFilter
from decisions.suggesting import suggestions
from decisions.views.finding import answer, number


@readers
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    found = EntryFilter(request.GET, request=request)
    text = found.chosen.get("q", "") if "efter" not in request.GET else ""
    is_unsure = bool(found.asked.corrected) or not found.count.number
    return answer(
        request,
        "search/search.html",
        found,
        listing="sok",
        sentence=_in_words(found.count, found.result),
        press=_press(found.count),
        names=suggestions(request.user, text, nearly=is_unsure),
        nothing=gettext("Inget matchar."),
        nothing_yet=gettext("Inget är publicerat än."),
        with_kind=True,
    )


def _in_words(count: Count, rest: str = "") -> str:
    """``14 träffar om infrastruktur, Haninge, 2022``."""
    if count.capped:
        words = gettext("Fler än %(n)s träffar%(rest)s")
    else:
        words = ngettext("%(n)s träff%(rest)s", "%(n)s träffar%(rest)s", count.number)
    return words % {"n": number(count), "rest": rest}


def _press(count: Count) -> str:
    """What a button says that leads to so many."""
    if count.capped:
        return gettext("Visa träffar")
    return gettext("Visa %(found)s") % {"found": _in_words(count)}
