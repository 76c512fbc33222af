"""Review: what waits, and one meeting beside its source; both texts where two have saved."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.access import secretaries
from intake import facsimile, reviewing
from intake.answering import questions_of
from intake.conflicting import Conflict
from intake.forms import ReviewForms, forms_of
from intake.models import SourceFile
from intake.questions import open_questions
from minutes.models import Meeting
from minutes.paging import page_of
from minutes.publishing import obstacles
from minutes.sources import current_source
from people.models import Body, Organization, Person

MEETINGS_ON_A_PAGE = 50
PAGES_AT_ONCE = 25  # of a file: minutes have four, a budget with its appendices has hundreds


@secretaries
@require_safe
def review_queue(request: HttpRequest) -> HttpResponse:
    page = page_of(request, reviewing.waiting_meetings(), MEETINGS_ON_A_PAGE)
    files = list(reviewing.loose_files())
    context = {
        "page": page,
        "entries": [reviewing.entry(meeting) for meeting in page],
        "files": files,
        "waiting": page.paginator.count + len(files),
    }
    return render(request, "intake/review_queue.html", context)


@secretaries
@require_safe
def review(request: HttpRequest, pk: int) -> HttpResponse:
    visible = Meeting.objects.visible_to(request.user).select_related("body")
    return page(request, get_object_or_404(visible, pk=pk))


def page(
    request: HttpRequest,
    meeting: Meeting,
    *,
    bound: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The meeting as it is stored, with the forms of ``bound`` as they were filled in, by key."""
    bound = bound or {}
    source = current_source(meeting)
    forms = forms_of(meeting, bound, source)
    questions = questions_of(source) if source else []
    context = {
        "meeting": meeting,
        "source": source,
        "forms": forms,
        "proposed": forms.proposed,
        "questions": [one for one in questions if one.open],
        "notes": [one for one in questions if not one.open],
        "typed_day": _typed_day(bound),
        "refused": [(key, form) for key, form in bound.items() if form.errors],
        "versions": reviewing.versions_of(meeting),
        "waiting": reviewing.how_many_wait(),
        "obstacles": obstacles(meeting),
        "still_open": open_questions(source.remarks) if source else 0,
        "state_form": bound.get("state"),
        **_source_pane(request, source, forms),
        **_suggestions(),
    }
    return render(request, "intake/review.html", context, status=status)


def conflict(
    request: HttpRequest, meeting: Meeting, posted: dict[str, Any], status: int = 409
) -> HttpResponse:
    """Somebody else has saved first: what they left, and what was about to be saved."""
    context = {
        "meeting": meeting,
        "conflict": Conflict.of(meeting, posted),
        "sent_to": request.path,
    }
    return render(request, "intake/conflict.html", context, status=status)


def _typed_day(bound: dict[str, Any]) -> str:
    """The day as somebody wrote it in answer to a question, where it could not be understood."""
    answers = (form for key, form in bound.items() if key.startswith("question-"))
    return next((form.data.get("day", "") for form in answers), "")


def _source_pane(
    request: HttpRequest, source: SourceFile | None, forms: ReviewForms
) -> dict[str, Any]:
    """The pages of the file from the one that ``?sida=`` asks for, or the lines of a text."""
    parts = reviewing.places(forms)
    sheets = facsimile.sheets(source, parts=parts) if source else []
    shown = Paginator(sheets, PAGES_AT_ONCE).get_page(request.GET.get("sida"))
    lines = [] if sheets else reviewing.text_lines(source, parts)
    return {"sheets": shown.object_list, "sheet_pages": shown, "lines": lines}


def _suggestions() -> dict[str, Any]:
    """The names that a browser offers in the fields for people and organizations."""
    return {
        "people": Person.objects.in_order(),
        "organizations": Organization.objects.in_order(),
        "bodies": Body.objects.in_order(),
    }
