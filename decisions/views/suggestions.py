"""What the search box suggests while somebody types."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from accounts.access import readers
from decisions.suggesting import suggestions

LONGEST = 200  # letters that are looked at


@readers
@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """``{"suggestions": [{"kind", "name", "address", "detail"}]}``, at most eight."""
    found = suggestions(request.user, request.GET.get("q", "")[:LONGEST])
    return JsonResponse({"suggestions": [asdict(one) for one in found]})
