"""A meeting as documents to be sent on."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.access import readers
from decisions.exports import decision_list_docx as decision_list
from decisions.exports import meeting_docx as whole_meeting
from minutes import provenance
from minutes.exports.answering import in_the_archives_language
from minutes.exports.word import CONTENT_TYPE
from minutes.models import Meeting
from minutes.record import Record, record_of, with_few
from minutes.sources import sources


@readers
@require_safe
@in_the_archives_language
def meeting_docx(request: HttpRequest, body: str, day: str) -> HttpResponse:
    return _document(request, body, day, whole_meeting.content, "")


@readers
@require_safe
@in_the_archives_language
def decision_list_docx(request: HttpRequest, body: str, day: str) -> HttpResponse:
    return _document(request, body, day, decision_list.content, _("-beslutslista"))


def _document(
    request: HttpRequest, body: str, day: str, written: Callable[[Record, str], bytes], suffix: str
) -> HttpResponse:
    """The meeting at this address as a file; 404 where there is none that the reader may see."""
    visible = Meeting.objects.visible_to(request.user).select_related("body")
    meeting = with_few(visible.with_release()).at(body, day).first()
    if meeting is None:
        raise Http404
    source, _older = sources(meeting)
    told = provenance.with_original(meeting, source)
    sent = b"" if request.method == "HEAD" else written(record_of(meeting), told)
    name = f"{meeting.body_slug}-{meeting.date_slug}{suffix}.docx"
    return HttpResponse(
        sent,
        content_type=CONTENT_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
