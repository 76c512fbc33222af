"""Who may see a meeting, changed by a secretary; and who has changed what."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.access import secretaries
from intake.changes import changes_of
from intake.editing.saving import Outdated
from intake.forms.state import StateForm
from intake.releasing import NotConfirmed, release
from intake.views.review import conflict, page
from minutes.models import Meeting
from minutes.publishing import NoSuchWay, NotPublishable
from minutes.states import State

DONE = {
    State.DRAFT: lazy("Mötet är ett utkast: bara sekreterare ser det."),
    State.INTERNAL: lazy("Mötet visas nu för dem som har loggat in."),
    State.PUBLIC: lazy("Mötet är publicerat: alla kan se det."),
    State.TRASHED: lazy("Mötet ligger i papperskorgen."),
}


@secretaries
@require_POST
def change_state(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting, pk=pk)
    if meeting.state == State.TRASHED:  # what has been noted beside it is not lost
        return conflict(request, meeting, request.POST)
    form = StateForm(request.POST)
    if not form.is_valid():
        return page(request, meeting, bound={"state": form}, status=422)
    asked = form.cleaned_data
    to = asked["to"]
    try:
        release(
            pk,
            asked["version"],
            request.user,
            to,
            confirmed=asked["confirmed"],
            note=asked["note"],
        )
    except Outdated as outdated:
        return conflict(request, outdated.meeting, request.POST)
    except (NotConfirmed, NotPublishable, NoSuchWay) as refused:
        form.add_error(None, _why_not(refused))
        return page(request, meeting, bound={"state": form}, status=422)
    messages.success(request, DONE[to])
    return redirect("trash") if to == State.TRASHED else redirect("review", pk)


def _why_not(refused: Exception) -> list[str]:
    if isinstance(refused, NotPublishable):
        return refused.reasons
    if isinstance(refused, NotConfirmed):
        text = ngettext(
            "%(n)s fråga är öppen. Svara på den, eller kryssa i ”Jag har kontrollerat”.",
            "%(n)s frågor är öppna. Svara på dem, eller kryssa i ”Jag har kontrollerat”.",
            refused.open,
        )
        return [text % {"n": refused.open}]
    return [_("Ta först tillbaka mötet till utkast.")]


@secretaries
@require_safe
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """What people have changed in a meeting, and whom it has been shown to; the latest first."""
    visible = Meeting.objects.visible_to(request.user).select_related("body")
    meeting = get_object_or_404(visible, pk=pk)
    transitions = meeting.transitions.select_related("by").order_by("-at", "-pk")
    context = {"meeting": meeting, "transitions": transitions, "changes": changes_of(meeting)}
    return render(request, "intake/history.html", context)
