"""What becomes of a form that the page of review has sent.

All are answered alike: 303 to where the part stands on the page, 409 with both texts if somebody
else was first, 422 with the form as it was filled in if it cannot be saved.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy

from intake.editing.followed_up import FollowedUp
from intake.editing.questions import settle_edited
from intake.editing.rows import shift, take_out
from intake.editing.saving import Outdated, saving
from intake.forms.part import PartForm
from intake.views import review
from minutes.models import Meeting
from minutes.states import State

STEPS = {"up": -1, "down": 1}
# What the history calls an edit, by the button that was pressed; a plain save has no such word.
DONE = {"remove": "removed", "up": "moved", "down": "moved", "split": "split", "merge": "merged"}
DONE |= {"confirm": "confirmed", "reject": "rejected", "restore": "restored"}
TOLD = {
    "added": lazy("Tillagt."),
    "removed": lazy("Borttaget."),
    "moved": lazy("Flyttat."),
    "split": lazy("Delat i två."),
    "merged": lazy("Hopslaget."),
    "confirmed": lazy("Bekräftat."),
    "rejected": lazy("Avvisat. Det visas bara här i granskningen."),
    "restored": lazy("Tillbaka bland förslagen."),
    "answer": lazy("Svaret är sparat."),
    "undo": lazy("Ångrat: senaste ändringen är tagen tillbaka."),
}
FOLLOWED_UP = lazy(
    "Inget är ändrat. Ett beslut som någon har svarat på, eller ett uppdrag som någon har berättat"
    " om, skulle ha försvunnit. Avvisa uppdraget i stället, eller töm först svaret."
)
CAN_BE_UNDONE = "undo"  # a message that the page shows with a button for that


class SeeOther(HttpResponseRedirect):
    status_code = 303


class Wrong(Exception):
    """What was sent cannot be saved; the form says why."""

    def __init__(self, form: Any, sentence: str = "") -> None:
        super().__init__(form.key)
        self.form = form
        if sentence:
            form.add_error(None, sentence)


def edited(
    request: HttpRequest, pk: int, what: str, verb: Callable[[Meeting], str]
) -> HttpResponse:
    """Run the verb on the locked meeting; it gives the key of the part to go back to."""

    def save() -> str:
        with saving(pk, version_of(request), request.user, what) as meeting:
            return verb(meeting)

    return carried_out(request, pk, what, save)


def carried_out(request: HttpRequest, pk: int, what: str, save: Callable[[], str]) -> HttpResponse:
    """Do what was asked, or answer why not; ``save`` gives the part to go back to."""
    shown = get_object_or_404(Meeting, pk=pk)
    if shown.state == State.TRASHED:  # thrown away meanwhile: what was written is shown again
        return review.conflict(request, shown, request.POST)
    try:
        key = save()
    except Outdated as late:
        return review.conflict(request, late.meeting, request.POST)
    except Wrong as wrong:
        return review.page(request, shown, bound={wrong.form.key: wrong.form}, status=422)
    except FollowedUp:
        messages.error(request, FOLLOWED_UP)
        return SeeOther(reverse("review", args=[pk]))
    except Meeting.DoesNotExist as error:  # removed for ever, a moment ago
        raise Http404 from error
    told = TOLD.get(what.rpartition("-")[2], lazy("Sparat."))
    messages.success(request, told, extra_tags="" if what == "undo" else CAN_BE_UNDONE)
    return SeeOther(f"{reverse('review', args=[pk])}#{key}")


def in_list(
    request: HttpRequest, form: type[PartForm], kind: str, row: Any, save: Callable[..., Any]
) -> str:
    """Save, remove or move a row; what was written in its form is saved before it is moved."""
    do, siblings = request.POST.get("do", "save"), _siblings(kind, row)
    if do == "remove":
        take_out(siblings, row)
        return _beside(kind, siblings, row)
    filled_in = valid(bound(request, form, f"{kind}-{row.pk}", row))
    changed = save(row, filled_in.changes())
    if kind != "decision":  # no remark is about a field of those
        settle_edited(row.meeting, kind, row, changed, request.user)
    if do in STEPS:
        shift(siblings, row, STEPS[do])
    return filled_in.key


def bound(request: HttpRequest, form: type[PartForm], key: str, row: Any) -> PartForm:
    return form(request.POST, key=key, row=row)


def valid(form: Any) -> Any:
    if not form.is_valid():
        raise Wrong(form)
    return form


def version_of(request: HttpRequest) -> int:
    """The version that was shown; 0, which no meeting has, if none is said."""
    said = request.POST.get("version", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else 0


def what_is_done(request: HttpRequest, kind: str) -> str:
    """What the history calls the edit: ``decision-split``, or ``decision`` for a plain save."""
    do = request.POST.get("do", "save")
    return f"{kind}-{DONE[do]}" if do in DONE else kind


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
