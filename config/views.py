"""The start page, the health check and the pages for when something is wrong."""

import os

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django.views.i18n import set_language

from accounts.access import anyone, readers
from accounts.expired import came_from_here, offer_again, sent_with
from accounts.roles import is_signed_in
from config.opening import opening

# Without a token: the form stands on every page, and a public page sets no cookie. A forged
# request could at worst show somebody the archive in the other language.
choose_language = anyone(csrf_exempt(set_language))


@readers
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    return render(request, "start.html", opening(request.user))


@anyone
@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when the database answers and originals can be written, else 503; no details."""
    healthy = _database_answers() and _originals_can_be_written()
    return JsonResponse(
        {"status": "ok" if healthy else "unavailable"}, status=200 if healthy else 503
    )


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _originals_can_be_written() -> bool:
    """The folder is made by the first import: until then its parent is what counts."""
    folder = settings.ORIGINALS_DIR
    while not folder.exists():
        folder = folder.parent
    return os.access(folder, os.W_OK | os.X_OK)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The usual cause is a page left open since yesterday; say that rather than "forbidden".

    What was written is shown. Where our own page sent it, it can be sent again as it is.
    """
    kept = sent_with(request)
    if kept.fields and is_signed_in(request.user) and came_from_here(request):
        return offer_again(request, kept, status=403)
    return render(request, "403_csrf.html", {"kept": kept}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Without the request: whatever broke may break its context processors again."""
    return render(None, "500.html", status=500)
