"""What a secretary sends from the page of review: each an edit of the version that was shown."""

from __future__ import annotations

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.access import secretaries
from decisions.models import Decision
from intake import answering
from intake.answering import NoSuchAnswer, NotPossible
from intake.editing import decisions, items, people
from intake.editing.dividing import NoPlace, divided_decision, divided_item
from intake.editing.meeting import save_meeting
from intake.editing.questions import settle_edited
from intake.editing.undoing import NothingToUndo
from intake.editing.undoing import undo as take_back
from intake.editing.wording import NoLines, stated_in, text_at
from intake.forms import (
    AnswerForm,
    ApprovalForm,
    AttendanceForm,
    DecisionForm,
    ItemForm,
    MeetingForm,
)
from intake.views.sending import (
    SeeOther,
    Wrong,
    bound,
    carried_out,
    edited,
    in_list,
    valid,
    version_of,
    what_is_done,
)
from minutes.models import Meeting

QUESTIONS, TOP = "fragor", "innehall"  # anchors of the page of review


@secretaries
@require_POST
def edit_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    def save(meeting: Meeting) -> str:
        form = valid(MeetingForm(request.POST, key="meeting", row=meeting))
        try:
            changed = save_meeting(meeting, form.changes(), request.user)
        except IntegrityError as error:  # another meeting took the address just now
            message = _("Ett annat möte fick just den adressen. Ladda om sidan och försök igen.")
            raise Wrong(form, message) from error
        settle_edited(meeting, "meeting", meeting, changed, request.user)
        return form.key

    return edited(request, pk, "meeting", save)


@secretaries
@require_POST
def add_attendance(request: HttpRequest, pk: int) -> HttpResponse:
    def add(meeting: Meeting) -> str:
        form = valid(AttendanceForm(request.POST, key="attendance-new"))
        return f"attendance-{people.add_attendance(meeting, form.changes()).pk}"

    return edited(request, pk, "attendance-added", add)


@secretaries
@require_POST
def edit_attendance(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    def edit(meeting: Meeting) -> str:
        found = get_object_or_404(meeting.attendances, pk=row)
        return in_list(request, AttendanceForm, "attendance", found, people.save_named)

    return edited(request, pk, what_is_done(request, "attendance"), edit)


@secretaries
@require_POST
def add_approval(request: HttpRequest, pk: int) -> HttpResponse:
    def add(meeting: Meeting) -> str:
        form = valid(ApprovalForm(request.POST, key="approval-new"))
        return f"approval-{people.add_approval(meeting, form.changes()).pk}"

    return edited(request, pk, "approval-added", add)


@secretaries
@require_POST
def edit_approval(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    def edit(meeting: Meeting) -> str:
        found = get_object_or_404(meeting.approvals, pk=row)
        return in_list(request, ApprovalForm, "approval", found, people.save_named)

    return edited(request, pk, what_is_done(request, "approval"), edit)


@secretaries
@require_POST
def add_item(request: HttpRequest, pk: int) -> HttpResponse:
    def add(meeting: Meeting) -> str:
        form = valid(ItemForm(request.POST, key="item-new"))
        return f"item-{items.add_item(meeting, form.changes()).pk}"

    return edited(request, pk, "item-added", add)


@secretaries
@require_POST
def edit_item(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    def edit(meeting: Meeting) -> str:
        found = get_object_or_404(meeting.items, pk=row)
        key = in_list(request, ItemForm, "item", found, items.save_item)
        do = request.POST.get("do")
        if do == "split":
            try:
                return f"item-{divided_item(found, request.POST).pk}"
            except NoPlace as error:
                raise Wrong(bound(request, ItemForm, key, found), str(error)) from error
        if do == "merge":
            following = items.following(found)
            if following is None:
                message = _("Det finns ingen punkt efter den här att slå ihop den med.")
                raise Wrong(bound(request, ItemForm, key, found), message)
            items.merge_items(found, following)
        return key

    return edited(request, pk, what_is_done(request, "item"), edit)


@secretaries
@require_POST
def add_decision(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """From what was written, or from lines of the source that were picked."""

    def add(meeting: Meeting) -> str:
        found = get_object_or_404(meeting.items, pk=item)
        key = f"decision-new-{item}"
        data, lines = _from_lines(request.POST, key, meeting)
        form = valid(DecisionForm(data, key=key))
        return f"decision-{decisions.add_decision(found, form.changes(), lines).pk}"

    return edited(request, pk, "decision-added", add)


@secretaries
@require_POST
def edit_decision(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    def edit(meeting: Meeting) -> str:
        of_meeting = Decision.objects.filter(item__meeting=meeting).select_related("item")
        found = get_object_or_404(of_meeting, pk=row)
        key = in_list(request, DecisionForm, "decision", found, decisions.save_decision)
        do = request.POST.get("do")
        if do == "split":
            try:
                return f"decision-{divided_decision(found, request.POST).pk}"
            except NoPlace as error:
                raise Wrong(bound(request, DecisionForm, key, found), str(error)) from error
        if do == "merge":
            following = decisions.following(found)
            if following is None:
                message = _("Det finns inget beslut efter det här i punkten att slå ihop det med.")
                raise Wrong(bound(request, DecisionForm, key, found), message)
            decisions.merge_decisions(found, following)
        return key

    return edited(request, pk, what_is_done(request, "decision"), edit)


@secretaries
@require_POST
def answer(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Settle a question; the answer is a button's, or was typed."""

    def save() -> str:
        form = valid(AnswerForm(request.POST, key=f"question-{number}"))
        try:
            answering.answer(pk, number, form.value, version_of(request), request.user)
        except NotPossible as error:
            raise Wrong(form, str(error)) from error
        except NoSuchAnswer as error:
            raise Http404 from error
        return QUESTIONS

    return carried_out(request, pk, "answer", save)


@secretaries
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    def save() -> str:
        take_back(pk, version_of(request), request.user)
        return TOP

    try:
        return carried_out(request, pk, "undo", save)
    except NothingToUndo:
        messages.info(request, _("Det finns ingen ändring att ångra."))
    except IntegrityError:
        messages.error(request, _("Ändringen kan inte ångras, för annat har ändrats sedan dess."))
    return SeeOther(reverse("review", args=[pk]))


def _from_lines(
    posted: QueryDict, key: str, meeting: Meeting
) -> tuple[QueryDict, tuple[int, int] | None]:
    """The form of a new decision, filled in from the lines that were picked, if any were."""
    data = posted.copy()
    lines = _picked(posted)
    try:
        text = text_at(meeting, lines) if lines else posted.get("text")
    except NoLines as error:
        raise Wrong(DecisionForm(data, key=key), str(error)) from error
    if text is not None:
        data.setdefault(f"{key}-text", text)
        shown = DecisionForm(key=key)
        for name, value in stated_in(data[f"{key}-text"], meeting).items():
            field = shown.fields[name]
            data.setdefault(f"{key}-{name}", field.prepare_value(value) or "")
    return data, lines


def _picked(posted: QueryDict) -> tuple[int, int] | None:
    """The lines of the source that were picked, in order; None without any."""
    said = [posted.get("first_line", ""), posted.get("last_line") or posted.get("first_line", "")]
    if not all(one.isascii() and one.isdecimal() and len(one) < 9 for one in said):
        return None
    first, last = sorted(map(int, said))
    return first, last
