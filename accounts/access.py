"""The rule of each view, declared where the view is defined.

A view without one of these decorators is closed by LoginRequiredMiddleware, and fails the test
that walks all addresses. Whoever is signed in without the right role gets 404, like an unknown
address: that a page exists is not told either. A form that is sent by somebody who is not signed
in any more is answered with the login page, which keeps what was written.
"""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from accounts.expired import ask_to_log_in
from accounts.roles import is_secretary, is_signed_in, is_staff, may_purge

View = Callable[..., HttpResponse]


def anyone(view: View) -> View:
    """Open to every visitor, also when the archive is not: login, health check, about."""
    return _guarded(view, "anyone", lambda user: True)


def readers(view: View) -> View:
    """The published archive: for every visitor, or for the signed-in if ARCHIVE_PUBLIC is off."""
    return _guarded(view, "readers", lambda user: settings.ARCHIVE_PUBLIC or is_signed_in(user))


def signed_in(view: View) -> View:
    """For everybody with an account; what is whose own the view itself has to ask."""
    return _guarded(view, "signed_in", is_signed_in)


def staff(view: View) -> View:
    """For staff and secretaries; not for readers."""
    return _guarded(view, "staff", is_staff)


def secretaries(view: View) -> View:
    """For secretaries only."""
    return _guarded(view, "secretaries", is_secretary)


def purgers(view: View) -> View:
    """For those secretaries who may remove things for ever."""
    return _guarded(view, "purgers", may_purge)


def _guarded(view: View, access: str, allowed: Callable) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if allowed(request.user):
            return view(request, *args, **kwargs)
        if is_signed_in(request.user):
            raise Http404
        if request.method == "POST" and _is_text(request):
            return ask_to_log_in(request)
        if request.headers.get("HX-Request") == "true":
            return HttpResponse(status=401)  # the login page is no part of the page that asks
        return redirect_to_login(request.get_full_path())

    guarded.access = access
    return login_not_required(guarded)  # decided here, not by the middleware


def _is_text(request: HttpRequest) -> bool:
    """What is larger holds files, and those are not taken in from a stranger, nor kept."""
    sent = int(request.META.get("CONTENT_LENGTH") or 0)
    return sent <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE
