"""What a person makes of the assignments that the minutes give, on the page of review."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from accounts.access import secretaries
from decisions.models import Assignment, Decision
from intake.editing import assignments
from intake.forms import AssignmentForm, SentenceForm, form_of_assignment
from intake.views.sending import edited, valid, what_is_done
from minutes.models import Meeting

ITEMS = "punkter"  # an anchor of the page of review


@secretaries
@require_POST
def add_assignment(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    def add(meeting: Meeting) -> str:
        decision = get_object_or_404(Decision, item__meeting=meeting, pk=row)
        form = valid(AssignmentForm(request.POST, key=f"assignment-new-{row}"))
        return f"assignment-{assignments.add_assignment(decision, form.changes()).pk}"

    return edited(request, pk, "assignment-added", add)


@secretaries
@require_POST
def add_sentence(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """An assignment that the text of an item gives, in words of its own."""

    def add(meeting: Meeting) -> str:
        found = get_object_or_404(meeting.items, pk=item)
        form = valid(SentenceForm(request.POST, key=f"assignment-new-in-item-{item}"))
        return f"assignment-{assignments.add_sentence(found, form.changes()).pk}"

    return edited(request, pk, "assignment-added", add)


@secretaries
@require_POST
def edit_assignment(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Save, confirm, reject, bring back or remove; what was written is saved only by Save."""

    def edit(meeting: Meeting) -> str:
        found = get_object_or_404(Assignment, item__meeting=meeting, pk=row)
        do, key = request.POST.get("do"), f"assignment-{row}"
        if do == "remove":
            found.delete()
            return (
                f"decision-{found.decision_id}" if found.decision_id else f"item-{found.item_id}"
            )
        if do in assignments.BECOMES:
            assignments.judge(found, assignments.BECOMES[do])
            return key
        form = valid(form_of_assignment(found)(request.POST, key=key, row=found))
        assignments.save_assignment(found, form.changes())
        return key

    return edited(request, pk, what_is_done(request, "assignment"), edit)


@secretaries
@require_POST
def confirm_all(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree to everything that is proposed in the meeting."""

    def confirm(meeting: Meeting) -> str:
        assignments.confirm_all(meeting)
        return ITEMS

    return edited(request, pk, "assignment-confirmed", confirm)


@secretaries
@require_POST
def confirm_item(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Agree to everything that is proposed in one item."""

    def confirm(meeting: Meeting) -> str:
        found = get_object_or_404(meeting.items, pk=item)
        assignments.confirm_all(meeting, found)
        return f"item-{item}"

    return edited(request, pk, "assignment-confirmed", confirm)
