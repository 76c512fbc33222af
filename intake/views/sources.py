"""The source in view: the pages of an original, and the lines on them that say something."""

from __future__ import annotations

import logging
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from accounts.access import readers
from intake import facsimile, originals, pictures
from intake.models import SourceFile
from intake.text.unreadable import Unreadable
from minutes.sources import excerpt

log = logging.getLogger(__name__)

UNDRAWABLE = (FileNotFoundError, originals.Damaged, Unreadable)


@readers
@require_safe
def page_image(request: HttpRequest, sha256: str, page: int) -> HttpResponse:
    """One page as PNG, for whoever may have the original.

    Who may see it is asked before the browser's copy counts: what is unpublished is gone at once.
    """
    source = _source(request, sha256)
    if not facsimile.has_page(source, page):
        raise Http404
    etag = f'"{sha256[:32]}-{page}-{pictures.DPI}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(_picture(source, page), content_type="image/png")
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["ETag"] = etag
    return response


@readers
@require_safe
def source_lines(request: HttpRequest, sha256: str, first: int, last: int) -> HttpResponse:
    """The pages that hold the lines, with the lines marked; only their text for other files."""
    source = _source(request, sha256)
    numbers = {line["no"] for line in (source.document or {}).get("lines", [])}
    if not 1 <= first <= last or not {first, last} <= numbers:
        raise Http404
    return render(request, "intake/source_lines.html", _context(source, first, last))


def _context(source: SourceFile, first: int, last: int) -> dict[str, Any]:
    asked = range(first, last + 1)
    return {
        "source": source,
        "meeting": source.meeting,
        "first": first,
        "last": last,
        "sheets": [sheet for sheet in facsimile.sheets(source, asked) if sheet.facts],
        "lines": excerpt(source, first, last),
        "is_scanned": facsimile.is_scanned(source, asked),
        "doubtful": sorted(facsimile.doubtful(source) & set(asked)),
    }


def _source(request: HttpRequest, sha256: str) -> SourceFile:
    files = SourceFile.objects.visible_to(request.user).select_related("meeting__body")
    return get_object_or_404(files.defer("parsed"), sha256=sha256)


def _picture(source: SourceFile, page: int) -> bytes:
    try:
        return pictures.page_picture(source, page)
    except UNDRAWABLE as fault:
        log.error("Page %d of %s cannot be shown: %r", page, source.sha256, fault)
        raise Http404 from fault
