"""The follow-up of a period as a page, as a document and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.access import readers
from decisions.exports import xlsx
from decisions.follow_up import document, spreadsheet
from decisions.follow_up.entries import entries
from decisions.follow_up.forms import FollowUpForm
from decisions.follow_up.report import Part, Report, chosen, report
from minutes.exports.answering import in_the_archives_language, stream
from minutes.exports.word import CONTENT_TYPE


@dataclass(frozen=True)
class Asked:
    form: FollowUpForm
    report: Report
    parts: list[Part]


@readers
@require_safe
def follow_up(request: HttpRequest) -> HttpResponse:
    return render(request, "follow_up/follow_up.html", {"asked": _asked(request)})


def _as_file(write: Callable[[HttpRequest, Asked, str], HttpResponseBase]):
    """A question that means nothing leads to the page, which says what is wrong with it."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        asked = _asked(request)
        if not asked.form.is_valid():
            return redirect(f"{reverse('follow_up')}?{request.GET.urlencode()}")
        period = asked.form.period
        name = _("uppfoljning-%(first)s--%(last)s") % {"first": period.first, "last": period.last}
        return write(request, asked, name)

    return answered


@readers
@require_safe
@in_the_archives_language
@_as_file
def follow_up_docx(request: HttpRequest, asked: Asked, name: str) -> HttpResponse:
    here = f"{reverse('follow_up')}?{asked.form.query()}"
    is_read = request.method != "HEAD"
    sent = document.content(asked.form.period, asked.report, asked.parts, here) if is_read else b""
    return HttpResponse(
        sent,
        content_type=CONTENT_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{name}.docx"'},
    )


@readers
@require_safe
@in_the_archives_language
@_as_file
def follow_up_xlsx(request: HttpRequest, asked: Asked, name: str) -> HttpResponseBase:
    parts = spreadsheet.parts(asked.form.period, asked.parts)
    return stream(request, parts, xlsx.CONTENT_TYPE, f"{name}.xlsx")


def _asked(request: HttpRequest) -> Asked:
    today = timezone.localdate()
    form = FollowUpForm(request.GET, today)
    whole = report(entries(form.period, request.user, today))
    wanted = form.cleaned_data if form.is_valid() else {}
    return Asked(form, whole, chosen(whole, wanted.get("amne", ""), wanted.get("status", "")))
