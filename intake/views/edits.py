"""What a secretary sends from the page of review: each an edit of the version that was shown.

All answer alike: 303 to where the part stands on the page, 409 with both texts if somebody else
was first, 422 with the form as it was filled in if a field cannot be understood.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.access import secretaries
from decisions.models import Assignment, Decision
from intake import answering
from intake.answering import NoSuchAnswer, NotPossible
from intake.editing import assignments, decisions, items, people
from intake.editing.dividing import NoPlace, divided_decision, divided_item
from intake.editing.meeting import save_meeting
from intake.editing.rows import shift, take_out
from intake.editing.saving import Outdated, saving
from intake.editing.undoing import NothingToUndo
from intake.editing.undoing import undo as take_back
from intake.editing.wording import NoLines, stated_in, text_at
from intake.forms import (
    AnswerForm,
    ApprovalForm,
    AssignmentForm,
    AttendanceForm,
    DecisionForm,
    ItemForm,
    MeetingForm,
)
from intake.forms.part import PartForm
from intake.views import review
from minutes.models import Meeting

STEPS = {"up": -1, "down": 1}
# What the history calls it; a plain save has no such word.
DONE = {"remove": "removed", "up": "moved", "down": "moved", "split": "split", "merge": "merged"}


class SeeOther(HttpResponseRedirect):
    status_code = 303


class Wrong(Exception):
    """What was sent cannot be saved; the form says why."""

    def __init__(self, form: PartForm, sentence: str = "") -> None:
        super().__init__(form.key)
        self.form = form
        if sentence:
            form.add_error(None, sentence)


@secretaries
@require_POST
def edit_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    def save(meeting: Meeting) -> str:
        form = _valid(MeetingForm(request.POST, key="meeting", row=meeting))
        try:
            save_meeting(meeting, form.changes(), request.user)
        except IntegrityError as error:  # another meeting took the address just now
            message = _("Ett annat möte fick just den adressen. Ladda om sidan och försök igen.")
            raise Wrong(form, message) from error
        return form.key

    return _edit(request, pk, "meeting", save)


@secretaries
@require_POST
def add_attendance(request: HttpRequest, pk: int) -> HttpResponse:
    def add(meeting: Meeting) -> str:
        form = _valid(AttendanceForm(request.POST, key="attendance-new"))
        return f"attendance-{people.add_attendance(meeting, form.changes()).pk}"

    return _edit(request, pk, "attendance-added", add)


@secretaries
@require_POST
def edit_attendance(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    def edit(meeting: Meeting) -> str:
        found = get_object_or_404(meeting.attendances, pk=row)
        return _in_list(request, AttendanceForm, "attendance", found, people.save_named)

    return _edit(request, pk, _what(request, "attendance"), edit)


@secretaries
@require_POST
def add_approval(request: HttpRequest, pk: int) -> HttpResponse:
    def add(meeting: Meeting) -> str:
        form = _valid(ApprovalForm(request.POST, key="approval-new"))
        return f"approval-{people.add_approval(meeting, form.changes()).pk}"

    return _edit(request, pk, "approval-added", add)


@secretaries
@require_POST
def edit_approval(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    def edit(meeting: Meeting) -> str:
        found = get_object_or_404(meeting.approvals, pk=row)
        return _in_list(request, ApprovalForm, "approval", found, people.save_named)

    return _edit(request, pk, _what(request, "approval"), edit)


@secretaries
@require_POST
def add_item(request: HttpRequest, pk: int) -> HttpResponse:
    def add(meeting: Meeting) -> str:
        form = _valid(ItemForm(request.POST, key="item-new"))
        return f"item-{items.add_item(meeting, form.changes()).pk}"

    return _edit(request, pk, "item-added", add)


@secretaries
@require_POST
def edit_item(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    def edit(meeting: Meeting) -> str:
        found = get_object_or_404(meeting.items, pk=row)
        key = _in_list(request, ItemForm, "item", found, items.save_item)
        do = request.POST.get("do")
        if do == "split":
            try:
                return f"item-{divided_item(found, request.POST).pk}"
            except NoPlace as error:
                raise Wrong(_bound(request, ItemForm, key, found), str(error)) from error
        if do == "merge":
            following = items.following(found)
            if following is None:
                message = _("Det finns ingen punkt efter den här att slå ihop den med.")
                raise Wrong(_bound(request, ItemForm, key, found), message)
            items.merge_items(found, following)
        return key

    return _edit(request, pk, _what(request, "item"), edit)


@secretaries
@require_POST
def add_decision(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """From what was written, or from lines of the source that were picked."""

    def add(meeting: Meeting) -> str:
        found = get_object_or_404(meeting.items, pk=item)
        key = f"decision-new-{item}"
        data, lines = _from_lines(request.POST, key, meeting)
        form = _valid(DecisionForm(data, key=key))
        return f"decision-{decisions.add_decision(found, form.changes(), lines).pk}"

    return _edit(request, pk, "decision-added", add)


@secretaries
@require_POST
def edit_decision(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    def edit(meeting: Meeting) -> str:
        of_meeting = Decision.objects.filter(item__meeting=meeting).select_related("item")
        found = get_object_or_404(of_meeting, pk=row)
        key = _in_list(request, DecisionForm, "decision", found, decisions.save_decision)
        do = request.POST.get("do")
        if do == "split":
            try:
                return f"decision-{divided_decision(found, request.POST).pk}"
            except NoPlace as error:
                raise Wrong(_bound(request, DecisionForm, key, found), str(error)) from error
        if do == "merge":
            following = decisions.following(found)
            if following is None:
                message = _("Det finns inget beslut efter det här i punkten att slå ihop det med.")
                raise Wrong(_bound(request, DecisionForm, key, found), message)
            decisions.merge_decisions(found, following)
        return key

    return _edit(request, pk, _what(request, "decision"), edit)


@secretaries
@require_POST
def add_assignment(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    def add(meeting: Meeting) -> str:
        decision = get_object_or_404(Decision, item__meeting=meeting, pk=row)
        form = _valid(AssignmentForm(request.POST, key=f"assignment-new-{row}"))
        return f"assignment-{assignments.add_assignment(decision, form.changes()).pk}"

    return _edit(request, pk, "assignment-added", add)


@secretaries
@require_POST
def edit_assignment(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    def edit(meeting: Meeting) -> str:
        found = get_object_or_404(Assignment, decision__item__meeting=meeting, pk=row)
        if request.POST.get("do") == "remove":
            found.delete()
            return f"decision-{found.decision_id}"
        form = _valid(AssignmentForm(request.POST, key=f"assignment-{row}", row=found))
        assignments.save_assignment(found, form.changes())
        return form.key

    return _edit(request, pk, _what(request, "assignment"), edit)


@secretaries
@require_POST
def answer(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Settle a question; the answer is a button's, or was typed."""
    shown = get_object_or_404(Meeting.objects.visible_to(request.user), pk=pk)
    form = AnswerForm(request.POST, key=f"question-{number}")
    if not form.is_valid():
        return review.page(request, shown, bound={form.key: form}, status=422)
    try:
        answering.answer(pk, number, form.value, _version(request), request.user)
    except Outdated as late:
        return review.conflict(request, late.meeting, request.POST)
    except NotPossible as error:
        form.add_error(None, str(error))
        return review.page(request, shown, bound={form.key: form}, status=422)
    except NoSuchAnswer as error:
        raise Http404 from error
    return SeeOther(f"{reverse('review', args=[pk])}#fragor")


@secretaries
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Meeting.objects.visible_to(request.user), pk=pk)
    try:
        take_back(shown.pk, _version(request), request.user)
    except Outdated as late:
        return review.conflict(request, late.meeting, request.POST)
    except NothingToUndo:
        messages.info(request, _("Det finns ingen ändring att ångra."))
    except IntegrityError:
        messages.error(request, _("Ändringen kan inte ångras: det den byggde på finns inte kvar."))
    return SeeOther(reverse("review", args=[pk]))


def _edit(
    request: HttpRequest, pk: int, what: str, verb: Callable[[Meeting], str]
) -> HttpResponse:
    """Run the verb on the locked meeting; it gives the key of the part to go back to."""
    shown = get_object_or_404(Meeting.objects.visible_to(request.user), pk=pk)
    try:
        with saving(pk, _version(request), request.user, what) as meeting:
            key = verb(meeting)
    except Outdated as late:
        return review.conflict(request, late.meeting, request.POST)
    except Wrong as wrong:
        return review.page(request, shown, bound={wrong.form.key: wrong.form}, status=422)
    return SeeOther(f"{reverse('review', args=[pk])}#{key}")


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


def _in_list(
    request: HttpRequest, form: type[PartForm], kind: str, row: Any, save: Callable[..., Any]
) -> str:
    """Save, remove or move a row; what was written in its form is saved before it is moved."""
    do, siblings = request.POST.get("do", "save"), _siblings(kind, row)
    if do == "remove":
        take_out(siblings, row)
        return _beside(kind, siblings, row)
    filled_in = _valid(_bound(request, form, f"{kind}-{row.pk}", row))
    save(row, filled_in.changes())
    if do in STEPS:
        shift(siblings, row, STEPS[do])
    return filled_in.key


def _bound(request: HttpRequest, form: type[PartForm], key: str, row: Any) -> PartForm:
    return form(request.POST, key=key, row=row)


def _siblings(kind: str, row: Any) -> Any:
    """The rows of the list that a row stands in."""
    owner = {"item": row.item_id} if kind == "decision" else {"meeting": row.meeting_id}
    return type(row).objects.filter(**owner)


def _beside(kind: str, siblings: Any, removed: Any) -> str:
    """The part that has taken the place of a removed one, or the last before it."""
    order = siblings.order_by("position")
    next_one = order.filter(position__gte=removed.position).first() or order.last()
    if next_one is None:
        return f"item-{removed.item_id}" if kind == "decision" else f"{kind}-new"
    return f"{kind}-{next_one.pk}"


def _valid(form: PartForm) -> Any:
    if not form.is_valid():
        raise Wrong(form)
    return form


def _version(request: HttpRequest) -> int:
    """The version that was shown; 0, which no meeting has, if none is said."""
    said = request.POST.get("version", "")
    return int(said) if said.isascii() and said.isdecimal() else 0


def _what(request: HttpRequest, kind: str) -> str:
    """What the history calls the edit: ``decision-split``, or ``decision`` for a plain save."""
    do = request.POST.get("do", "save")
    return f"{kind}-{DONE[do]}" if do in DONE else kind
