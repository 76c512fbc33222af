"""Handing in many files at once, and the page that tells how far each has come."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import TooManyFilesSent
from django.db import DatabaseError, InterfaceError
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.multipartparser import exhaust
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import secretaries
from intake import originals
from intake.models import Batch, Upload
from intake.text import MOST_BYTES
from intake.uploading import MB, MOST_FILES, MOST_TOGETHER, SUFFIXES, hand_in, retry
from intake.whereabouts import overview, whereabouts

log = logging.getLogger(__name__)

FIELD = "filer"
LATEST = 10
TOO_LARGE, NO_ROOM, UNAVAILABLE = 413, 507, 503
LIMITS = {
    "suffixes": ",".join(SUFFIXES),
    "most_bytes": MOST_BYTES,
    "most_mb": MOST_BYTES // MB,
    "most_files": MOST_FILES,
    "most_together_mb": MOST_TOGETHER // MB,
}


def large(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For a view that takes files: too much is refused before any of it is parsed.

    Looking for the form's token parses the whole of it, which the middleware would do before it
    is known who asks. So the token is looked for here, and the rule of the view comes first.
    """
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_TOGETHER:
            text = _("Det var mer än %(n)s MB på en gång. Skicka färre filer i taget.")
            return _failed(request, TOO_LARGE, text % {"n": MOST_TOGETHER // MB})
        try:
            return protected(request, *args, **kwargs)
        except TooManyFilesSent:
            exhaust(request)  # a browser hears no answer before it has sent everything
            text = _("Det var fler än %(n)s filer på en gång. Skicka dem i omgångar.")
            return _failed(request, TOO_LARGE, text % {"n": MOST_FILES})
        except OSError as fault:
            return _failed(request, NO_ROOM, _no_room(fault))

    return guarded


@secretaries
@require_http_methods(["GET", "HEAD", "POST"])
@large
def upload(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _take(request)
    filled = Batch.objects.annotate(count=Count("uploads")).filter(count__gt=0)
    latest = filled.select_related("created_by").order_by("-created_at", "-pk")[:LATEST]
    return render(request, "intake/upload.html", {"batches": latest, **LIMITS})


@secretaries
@require_http_methods(["GET", "HEAD", "POST"])
@large
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """The files of a batch; ``?sedan=<mark>`` asks a script's way whether anything is new."""
    known = get_object_or_404(Batch.objects.select_related("created_by"), pk=pk)
    is_mine = known.created_by_id == request.user.pk
    if request.method == "POST":
        return _take(request, known if is_mine else None)
    seen = overview(known)
    context = {"batch": known, "overview": seen, "is_mine": is_mine, **LIMITS}
    if request.headers.get("HX-Request") != "true":
        return render(request, "intake/batch.html", context)
    if request.GET.get("sedan") == seen.mark:
        return HttpResponse(status=204)
    return render(request, "intake/batch_news.html", context)


@secretaries
@require_POST
def retry_upload(request: HttpRequest, pk: int, upload: int) -> HttpResponse:
    retry(get_object_or_404(Upload, pk=upload, batch=pk))
    return redirect(f"{reverse('batch', args=[pk])}#fil-{upload}")


def _take(request: HttpRequest, batch: Batch | None = None) -> HttpResponse:
    """Hand the files in one by one. What is kept stays kept if a later one cannot be."""
    files = request.FILES.getlist(FIELD)
    if not files:
        return _failed(request, 422, _("Ingen fil är vald. Välj en eller flera och försök igen."))
    taken: list[Upload] = []
    for file in files:
        try:
            taken.append(hand_in(file, request.user, batch))
        except (OSError, originals.Damaged, DatabaseError, InterfaceError) as fault:
            log.exception("An uploaded file could not be kept")
            left = [one.name for one in files[len(taken) :]]
            return _failed(request, *_told(fault), batch=batch, left=left, kept=len(taken))
        batch = taken[-1].batch
    return _taken(request, batch, taken)


def _taken(request: HttpRequest, batch: Batch, taken: list[Upload]) -> HttpResponse:
    address = reverse("batch", args=[batch.pk])
    if not _by_script(request):
        return redirect(address)
    files = [
        {"name": one.upload.file_name, "state": one.code, "sentence": one.sentence}
        for one in map(whereabouts, Upload.objects.filter(pk__in=[one.pk for one in taken]))
    ]
    return JsonResponse({"batch": address, "files": files}, status=201)


def _told(fault: Exception) -> tuple[int, str]:
    if isinstance(fault, OSError):
        return NO_ROOM, _no_room(fault)
    if isinstance(fault, originals.Damaged):
        text = _("Samma fil finns redan, men är skadad och måste återställas på servern först.")
        return UNAVAILABLE, text
    return UNAVAILABLE, _("Databasen svarar inte just nu. Försök igen om en stund.")


def _no_room(fault: OSError) -> str:
    return _(
        "Servern kan inte spara filen just nu (%(why)s). Den kanske har ont om utrymme: säg till"
        " den som sköter den, och försök igen."
    ) % {"why": fault.strerror or type(fault).__name__}


def _failed(
    request: HttpRequest,
    status: int,
    sentence: str,
    *,
    batch: Batch | None = None,
    left: list[str] | None = None,
    kept: int = 0,
) -> HttpResponse:
    """What went wrong, what is kept all the same, and which files to send again."""
    if _by_script(request):
        return JsonResponse({"sentence": sentence}, status=status)
    done = ngettext(
        "%(n)s fil hann sparas och går inte förlorad.",
        "%(n)s filer hann sparas och går inte förlorade.",
        kept,
    )
    context = {
        "sentence": sentence,
        "kept": done % {"n": kept} if kept else "",
        "batch": batch,
        "left": left or [],
    }
    # Without the request where the database is gone: the menu would ask it.
    shown = None if status == UNAVAILABLE else request
    return render(shown, "intake/upload_failed.html", context, status=status)


def _by_script(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"
