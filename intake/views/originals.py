"""The original file, as it came in."""

from __future__ import annotations

import logging
from io import BytesIO

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from accounts.access import readers
from intake import originals
from intake.models import SourceFile

log = logging.getLogger(__name__)

# What a browser is told. Anything else is only bytes to it, whatever the file says of itself.
MEDIA_TYPES = {
    "text/plain",
    "text/markdown",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@readers
@require_safe
def original(request: HttpRequest, sha256: str) -> FileResponse:
    """For whoever may see the meeting; other versions and loose files are for secretaries."""
    files = SourceFile.objects.visible_to(request.user).defer("document", "parsed")
    source = get_object_or_404(files, sha256=sha256)
    try:
        data = originals.load(source.sha256)
    except (FileNotFoundError, originals.Damaged) as fault:
        log.error("The original %s cannot be shown: %r", source.sha256, fault)
        raise Http404 from fault
    media_type = source.media_type if source.media_type in MEDIA_TYPES else ""
    response = FileResponse(
        BytesIO(data),
        as_attachment=True,
        filename=_safe(source.file_name),
        content_type=media_type or "application/octet-stream",
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _safe(name: str) -> str:
    """The last part of the name, without characters that hide or break the rest of it."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(letter for letter in last if letter.isprintable()).strip(". ") or "original"
