"""Handing in many files at once, and the page that tells how far each has come."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import secretaries
from intake.models import Batch


@secretaries
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    return render(request, "intake/upload.html", {})


@secretaries
@require_http_methods(["GET", "HEAD", "POST"])
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    return render(request, "intake/batch.html", {"batch": get_object_or_404(Batch, pk=pk)})


@secretaries
@require_POST
def retry_upload(request: HttpRequest, pk: int, upload: int) -> HttpResponse:
    raise NotImplementedError
