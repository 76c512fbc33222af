"""What has been thrown away: to take back, or to remove for ever."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from accounts.access import secretaries


@secretaries
@require_safe
def trash(request: HttpRequest) -> HttpResponse:
    return render(request, "intake/trash.html", {})


@secretaries
@require_POST
def trash_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    raise NotImplementedError


@secretaries
@require_POST
def trash_file(request: HttpRequest, pk: int) -> HttpResponse:
    raise NotImplementedError
