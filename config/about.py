"""Pages about the archive itself: what it is, its words, its keys, and for whom it works."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import anyone
from config.glossary import letters

# The law asks for both days: when it was judged, and when the page last changed.
ASSESSED = date(2026, 11, 21)
REVISED = date(2026, 11, 21)


@anyone
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "about.html", _responsible())


@anyone
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What the Swedish law on digital public service (2018:1937) wants stated."""
    days = {"assessed": ASSESSED, "revised": REVISED}
    return render(request, "accessibility.html", days | _responsible())


@anyone
@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    return render(request, "glossary.html", {"letters": letters()})


@anyone
@require_safe
def keyboard(request: HttpRequest) -> HttpResponse:
    return render(request, "keyboard.html")


def _responsible() -> dict[str, Any]:
    """Who runs the archive and how to reach them; empty where the installation does not say."""
    return {"owner": settings.ARCHIVE_OWNER, "contact": settings.CONTACT_EMAIL}
