"""The form for one organization's answer to a decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.access import staff
from decisions.answers.answering import (
    Done,
    Outdated,
    Said,
    answer_and_report,
    may_answer,
    version_of,
)
from decisions.answers.forms import AnswerForm
from decisions.answers.matrix import Row, matrix_of, parties
from decisions.answers.models import Answer
from decisions.assignments.models import Assignment, AssignmentKind, Report, Status
from decisions.assignments.reporting import ReportedMeanwhile
from decisions.models import Decision
from people.models import Organization


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def organization_answer(request: HttpRequest, public_id: str, organization: str) -> HttpResponse:
    asked = _asked(request.user, public_id, organization)
    if request.method == "POST":
        return _save(request, asked)
    version = version_of(asked.decision, asked.organization, asked.row.answer)
    form = AnswerForm.filled_with(Said.of(asked.row.answer), version, asked.open_task)
    return _page(request, asked, form)


@dataclass(frozen=True)
class AskedOf:
    """A row of the matrix, and the assignments that the decision gives its organization."""

    decision: Decision
    row: Row
    tasks: list[Any]

    @property
    def organization(self) -> Organization:
        return self.row.organization

    @property
    def open_task(self) -> Any:
        """That to reply before any other; None where nothing is left to do."""
        left = [one for one in self.tasks if one.status == Status.OPEN]
        return next(iter(sorted(left, key=_is_no_reply)), None)

    def task(self, public_id: str) -> Any:
        return next((one for one in self.tasks if one.public_id == public_id), None)


def _is_no_reply(task: Any) -> bool:
    return task.kind != AssignmentKind.REPLY


def _asked(user: Any, public_id: str, slug: str) -> AskedOf:
    """The organization's row in the matrix of a decision, both as far as the user may; or 404."""
    decision = get_object_or_404(
        Decision.objects.visible_to(user).with_item(), public_id=public_id
    )
    assignments = list(decision.assignments.standing().with_source().with_seen().in_order())
    matrix = matrix_of(decision, parties(decision), assignments)
    rows = matrix.rows if matrix else ()
    row = next((one for one in rows if one.organization.slug == slug), None)
    if row is None or not may_answer(user, row.organization):
        raise Http404
    own = row.organization.pk
    return AskedOf(
        decision, row, [one for one in assignments if one.responsible_organization_id == own]
    )


def _save(request: HttpRequest, asked: AskedOf) -> HttpResponse:
    form = AnswerForm(asked.task(request.POST.get("task", "")), request.POST)
    if not form.is_valid():
        return _page(request, asked, form, status=422)
    given = [asked.decision, asked.organization, form.said, form.done]
    try:
        saved = answer_and_report(*given, version=form.cleaned_data["version"], by=request.user)
    except (Decision.DoesNotExist, Assignment.DoesNotExist):
        raise Http404 from None
    except Outdated as refused:
        return _refused(request, asked, form, refused)
    except ReportedMeanwhile as meanwhile:
        return _reported(request, asked, meanwhile)
    messages.success(request, _told(asked.organization, saved, form.done))
    return redirect(f"{asked.decision.get_absolute_url()}#svar-{asked.organization.slug}")


def _told(organization: Organization, saved: Answer | None, done: Done | None) -> str:
    words = (
        _("Svaret från %(name)s är sparat.") if saved else _("%(name)s har inget svar i arkivet.")
    )
    more = _("Uppdraget är antecknat som klart.") if done else ""
    return " ".join(filter(None, [words % {"name": organization.name}, more]))


def _refused(
    request: HttpRequest, asked: AskedOf, form: AnswerForm, refused: Outdated
) -> HttpResponse:
    """Both texts: what was written stays in the form, which now knows of what is stored."""
    data = request.POST.copy()
    data["version"] = str(version_of(asked.decision, asked.organization, refused.stored))
    conflict = {"is_refused": True, "stored": refused.stored}
    again = AnswerForm(form.assignment, data)
    return _page(request, asked, again, status=409, **conflict)


def _reported(request: HttpRequest, before: AskedOf, meanwhile: ReportedMeanwhile) -> HttpResponse:
    """What others have told of the assignment, above the form; to be ticked if it is open yet."""
    asked = _asked(request.user, before.decision.public_id, before.organization.slug)
    data = request.POST.copy()
    data["seen"] = str(meanwhile.reports[-1].pk)
    task = asked.task(data["task"])
    if task is None or task.status != Status.OPEN:
        task = None
        del data["is_done"]
    known = Report.objects.visible_to(request.user).select_related("meeting__body", "by")
    told = known.filter(pk__in=[one.pk for one in meanwhile.reports]).latest_first()
    conflict = {"is_reported": True, "reports": list(told), "reported": before.task(data["task"])}
    return _page(request, asked, AnswerForm(task, data), status=409, **conflict)


def _page(
    request: HttpRequest,
    asked: AskedOf,
    form: AnswerForm,
    status: int = 200,
    **conflict: Any,
) -> HttpResponse:
    context = {"decision": asked.decision, "row": asked.row, "form": form, **conflict}
    return render(request, "answers/answer.html", context, status=status)
