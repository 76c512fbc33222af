"""The form for one organization's answer to a decision."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.access import staff
from decisions.answers.answering import Outdated, Said, answer, may_answer, version_of
from decisions.answers.forms import AnswerForm
from decisions.answers.matrix import Row, matrix_of, parties
from decisions.models import Decision


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def organization_answer(request: HttpRequest, public_id: str, organization: str) -> HttpResponse:
    decision, row = _asked(request.user, public_id, organization)
    if request.method == "POST":
        return _save(request, decision, row)
    version = version_of(decision, row.organization, row.answer)
    form = AnswerForm.filled_with(Said.of(row.answer), version)
    return _page(request, decision, row, form)


def _asked(user: Any, public_id: str, slug: str) -> tuple[Decision, Row]:
    """The organization's row in the matrix of a decision, both as far as the user may; or 404."""
    decision = get_object_or_404(
        Decision.objects.visible_to(user).with_item(), public_id=public_id
    )
    assignments = decision.assignments.standing().with_source()
    matrix = matrix_of(decision, parties(decision), assignments)
    rows = matrix.rows if matrix else ()
    row = next((one for one in rows if one.organization.slug == slug), None)
    if row is None or not may_answer(user, row.organization):
        raise Http404
    return decision, row


def _save(request: HttpRequest, decision: Decision, row: Row) -> HttpResponse:
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, decision, row, form, status=422)
    version = form.cleaned_data["version"]
    try:
        saved = answer(decision, row.organization, form.said, version=version, by=request.user)
    except Decision.DoesNotExist:
        raise Http404 from None
    except Outdated as refused:
        return _refused(request, decision, row, refused)
    told = (
        _("Svaret från %(name)s är sparat.") if saved else _("%(name)s har inget svar i arkivet.")
    )
    messages.success(request, told % {"name": row.organization.name})
    return redirect(f"{decision.get_absolute_url()}#svar-{row.organization.slug}")


def _refused(
    request: HttpRequest, decision: Decision, row: Row, refused: Outdated
) -> HttpResponse:
    """Both texts: what was written stays in the form, which now knows of what is stored."""
    data = request.POST.copy()
    data["version"] = str(version_of(decision, row.organization, refused.stored))
    conflict = {"is_refused": True, "stored": refused.stored}
    return _page(request, decision, row, AnswerForm(data), status=409, **conflict)


def _page(
    request: HttpRequest,
    decision: Decision,
    row: Row,
    form: AnswerForm,
    status: int = 200,
    **conflict: Any,
) -> HttpResponse:
    context = {"decision": decision, "row": row, "form": form, **conflict}
    return render(request, "answers/answer.html", context, status=status)
