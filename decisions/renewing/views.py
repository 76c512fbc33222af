"""The page that tells how far it has come to look for a topic anew."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from accounts.access import secretaries
from decisions.models import Renewal, Topic


@secretaries
@require_safe
def renewal(request: HttpRequest, slug: str) -> HttpResponse:
    """The latest of the topic; a script that asks gets only what changes."""
    topic = get_object_or_404(Topic.objects.select_related("merged_into"), slug=slug)
    if topic.merged_into:
        return redirect("renewal", topic.merged_into.slug)
    latest = topic.renewals.order_by("-pk").first()
    context = {"topic": topic, "renewal": latest, "said": _said(latest)}
    is_asked_by_script = request.headers.get("HX-Request") == "true"
    template = "renewing/news.html" if is_asked_by_script else "renewing/renewal.html"
    return render(request, template, context)


def _said(renewal: Renewal | None) -> str:
    """Where it has come to, in a sentence that changes only when that does."""
    if renewal is None:
        return _("Ämnet har inte föreslagits på nytt.")
    if renewal.ended_at:
        return _told(renewal)
    if renewal.is_stopped:
        return _("Arbetet har stannat. Det som är gjort står kvar.")
    if renewal.moved_at is None:
        return _("Arbetet väntar på sin tur.")
    return _("Programmet går igenom arkivet.")


def _told(renewal: Renewal) -> str:
    told = _(
        "Föreslaget på nytt: %(come)s har kommit till, %(gone)s har fallit bort."
        " Det som en person har satt är orört."
    )
    come = _counted(renewal.items, renewal.decisions)
    return told % {"come": come, "gone": _counted(renewal.no_items, renewal.no_decisions)}


def _counted(items: int, decisions: int) -> str:
    """``1 punkt och 0 beslut``."""
    words = {
        "items": ngettext("%(n)s punkt", "%(n)s punkter", items) % {"n": items},
        "decisions": ngettext("%(n)s beslut", "%(n)s beslut", decisions) % {"n": decisions},
    }
    return _("%(items)s och %(decisions)s") % words
