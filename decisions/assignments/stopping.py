"""The way out that each reminder names: it needs no login, and does nothing but end them."""

from __future__ import annotations

from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from accounts.access import anyone
from decisions.assignments.models import Subscription

SIGNER = Signer(salt="decisions.assignments.stopping", sep=".")


def stop_url(subscription: Subscription) -> str:
    """The address, without the host; it never wears out, and is worth nothing else."""
    return reverse("stop_reminders", args=[SIGNER.sign(subscription.pk)])


@csrf_exempt  # RFC 8058: the mail program presses the button, without any cookie of ours
@anyone
@require_http_methods(["GET", "HEAD", "POST"])
def stop_reminders(request: HttpRequest, signed: str) -> HttpResponse:
    """Asks on GET, which programs that look at mail send too; POST ends the reminders."""
    try:
        found = Subscription.objects.filter(pk=SIGNER.unsign(signed))
    except BadSignature:
        raise Http404 from None
    if request.method == "POST":
        found.delete()
    return render(request, "assignments/stop.html", {"is_over": not found.exists()})
