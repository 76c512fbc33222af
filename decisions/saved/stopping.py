"""The way out that each mail names: it needs no login, and does nothing but end the mail."""

from __future__ import annotations

from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from accounts.access import anyone
from decisions.saved.models import Frequency, SavedSearch

SIGNER = Signer(salt="decisions.saved.stopping", sep=".")


def stop_url(search: SavedSearch) -> str:
    """The address, without the host; it never wears out, and is worth nothing else."""
    return reverse("stop_mail", args=[SIGNER.sign(search.pk)])


@csrf_exempt  # RFC 8058: the mail program presses the button, without any cookie of ours
@anyone
@require_http_methods(["GET", "HEAD", "POST"])
def stop_mail(request: HttpRequest, signed: str) -> HttpResponse:
    """Asks on GET, which programs that look at mail send too; POST ends the mail."""
    try:
        found = SavedSearch.objects.filter(pk=SIGNER.unsign(signed))
    except BadSignature:
        raise Http404 from None
    if request.method == "POST":
        found.update(frequency=Frequency.NEVER)
    search = found.first()
    is_over = search is None or not search.is_mailed
    return render(request, "saved/stop.html", {"is_over": is_over})
