"""What has been thrown away: to take back, or to remove for ever."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import OuterRef, Prefetch, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.access import secretaries
from accounts.roles import may_purge
from intake.models import SourceFile
from intake.trashing import (
    InUse,
    NotInTrash,
    purge_file,
    purge_meeting,
    restore_file,
    restore_meeting,
)
from intake.trashing import trash_file as throw_away
from minutes.models import Meeting, Transition
from minutes.states import State

LIGHT = SourceFile.objects.defer("document", "parsed", "unclaimed")


@secretaries
@require_safe
def trash(request: HttpRequest) -> HttpResponse:
    files = LIGHT.trashed().select_related("meeting__body", "trashed_by")
    context = {
        "meetings": _thrown_away().order_by("-trashed_at", "-pk"),
        "files": files.order_by("-trashed_at", "-pk"),
        "may_purge": may_purge(request.user),
    }
    return render(request, "intake/trash.html", context)


@secretaries
@require_POST
def trash_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """``do=restore`` or ``do=purge``, which asks for a reason first."""
    if request.POST.get("do") == "restore":
        return _done(request, lambda: restore_meeting(pk, request.user), _restored)
    meeting = _thrown_away().filter(pk=pk).first()
    context = {"meeting": meeting, "files": meeting.source_files.all() if meeting else []}
    return _purge(request, context, lambda why: purge_meeting(pk, request.user, why))


@secretaries
@require_POST
def trash_file(request: HttpRequest, pk: int) -> HttpResponse:
    """``do=trash``, ``do=restore`` or ``do=purge``."""
    match request.POST.get("do"):
        case "trash":
            return _done(request, lambda: throw_away(pk, request.user), _thrown)
        case "restore":
            return _done(request, lambda: restore_file(pk), _file_restored)
    context = {"files": LIGHT.trashed().filter(pk=pk)}
    return _purge(request, context, lambda why: purge_file(pk, request.user, why))


def _thrown_away() -> Any:
    """Meetings in the trash, each with its files; ``transitions`` are those that led there."""
    latest = Transition.objects.filter(to_state=State.TRASHED).order_by("-pk")
    when = latest.filter(meeting=OuterRef("pk")).values("at")[:1]
    meetings = Meeting.objects.filter(state=State.TRASHED).annotate(trashed_at=Subquery(when))
    return meetings.select_related("body").prefetch_related(
        Prefetch("source_files", LIGHT.order_by("revision")),
        Prefetch("transitions", latest.select_related("by")),
    )


def _done(
    request: HttpRequest, verb: Callable[[], Any], told: Callable[[Any], str]
) -> HttpResponse:
    """Do it and say so; whoever comes second is told that somebody was there before."""
    try:
        messages.success(request, told(verb()))
    except (NotInTrash, Meeting.DoesNotExist, SourceFile.DoesNotExist):
        return _too_late(request)
    except InUse:
        messages.error(request, _("Filen visas av ett möte. Släng mötet i stället."))
    return redirect("trash")


def _too_late(request: HttpRequest) -> HttpResponse:
    messages.info(request, _("Någon annan har redan återställt eller gallrat det."))
    return redirect("trash")


def _restored(meeting: Meeting) -> str:
    return _("%(meeting)s är återställt, som utkast.") % {"meeting": meeting}


def _thrown(source: SourceFile) -> str:
    return _("%(file)s ligger i papperskorgen.") % {"file": source.file_name}


def _file_restored(source: SourceFile) -> str:
    return _("%(file)s är återställd.") % {"file": source.file_name}


def _purge(
    request: HttpRequest, context: dict[str, Any], verb: Callable[[str], Any]
) -> HttpResponse:
    """Ask for a reason; with one, remove it for ever. For those without the right: 404."""
    if not may_purge(request.user) or request.POST.get("do") != "purge":
        raise Http404
    if not context["files"]:
        return _too_late(request)
    reason = request.POST.get("reason")
    if reason is None or not reason.strip():
        context |= {"is_missing": reason is not None}
        status = 200 if reason is None else 422
        return render(request, "intake/trash_purge.html", context, status=status)
    return _done(request, lambda: verb(reason), lambda removed: _("Det är gallrat."))
