"""Another version of a meeting's minutes, or a later reading: compared, and decided about."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import secretaries
from intake import originals
from intake.comparing import compare as compare_with
from intake.editing.followed_up import FollowedUp
from intake.editing.saving import Outdated
from intake.models import SourceFile
from intake.text import Unreadable
from intake.versions import accept, candidate, decline, reread, separate
from intake.views.review import conflict
from intake.views.sending import FOLLOWED_UP
from minutes.models import Meeting


@secretaries
@require_http_methods(["GET", "HEAD", "POST"])
def compare(request: HttpRequest, pk: int, source: int) -> HttpResponse:
    """Field by field: what the archive holds, what the other reading says, and which to keep."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.user), pk=pk)
    if request.method == "POST":
        return _decided(request, meeting, source)
    found = candidate(meeting, source)
    if found is None:
        raise Http404
    context = {
        "meeting": meeting,
        "candidate": found,
        "current": meeting.source_files.current().first(),
        "comparison": compare_with(meeting, found.minutes),
    }
    return render(request, "intake/compare.html", context)


def _decided(request: HttpRequest, meeting: Meeting, source: int) -> HttpResponse:
    seen = (meeting.pk, _version(request), request.user, source)
    try:
        match request.POST.get("do"):
            case "accept":
                accept(*seen, set(request.POST.getlist("take")))
                messages.success(request, _("Den nya versionen visas nu."))
            case "separate":
                meeting = separate(*seen)
                messages.success(request, _("Filen har blivit ett eget möte, som ett utkast."))
            case "decline":
                decline(*seen)
                messages.success(request, _("Mötet är som det var. Filen finns kvar."))
            case _:
                raise Http404
    except Outdated as outdated:
        return conflict(request, outdated.meeting, request.POST)
    except FollowedUp:
        messages.error(request, FOLLOWED_UP)
    except SourceFile.DoesNotExist as gone:
        raise Http404 from gone
    return redirect("review", meeting.pk)


@secretaries
@require_POST
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the original once more, by the program as it is today."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.user), pk=pk)
    try:
        proposal = reread(pk, _version(request), request.user)
    except Outdated as outdated:
        return conflict(request, outdated.meeting, request.POST)
    except SourceFile.DoesNotExist as gone:
        raise Http404 from gone
    except Unreadable as error:
        messages.error(request, error.sentence)
        return redirect("review", pk)
    except (FileNotFoundError, originals.Damaged):
        messages.error(
            request, _("Originalet saknas eller är skadat. Säg till den som har hand om driften.")
        )
        return redirect("review", pk)
    if proposal is None:
        messages.info(request, _("Filen säger detsamma som förut. Inget att ta ställning till."))
        return redirect("review", pk)
    return redirect("compare", meeting.pk, proposal.source_file_id)


def _version(request: HttpRequest) -> int:
    """The version of the meeting that the page was made from; 0, which none has, if not told."""
    told = request.POST.get("version", "")
    return int(told) if told.isdecimal() and len(told) < 10 else 0
