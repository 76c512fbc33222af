"""The draft of a body's next agenda, as a page and as a document to go on writing in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.access import staff
from decisions.agenda import document
from decisions.agenda.draft import Draft, draft
from decisions.agenda.gathering import open_before
from minutes.bodies import bodies_visible_to
from minutes.exports.answering import in_the_archives_language
from minutes.exports.word import CONTENT_TYPE


@staff
@require_safe
def agenda(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "agenda/agenda.html", {"draft": _drafted(request, slug)})


@staff
@require_safe
@in_the_archives_language
def agenda_docx(request: HttpRequest, slug: str) -> HttpResponse:
    found = _drafted(request, slug)
    sent = b"" if request.method == "HEAD" else document.content(found, timezone.localdate())
    name = f"{slug}-{_('dagordning')}.docx"
    return HttpResponse(
        sent,
        content_type=CONTENT_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _drafted(request: HttpRequest, slug: str) -> Draft:
    """Of the body at this address; 404 where there are no minutes of it that the user may see."""
    body, today = (
        get_object_or_404(bodies_visible_to(request.user), slug=slug),
        timezone.localdate(),
    )
    return draft(open_before(body, request.user, today), today)
