"""What somebody sent when they were no longer signed in: it stays on the page until they are.

Nothing is stored: the fields travel signed through the login page, and whoever has signed in is
asked before they are sent again.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

FIELD = "kept"
SALT = "accounts.expired"
MOST_SECONDS = 24 * 60 * 60
CHOSEN = re.compile(r"[a-z_]*|\d{1,6}|\s*")  # by pressing something, not written
NEVER = ("csrf", "password", "username", FIELD)


@dataclass(frozen=True, slots=True)
class Kept:
    """``fields`` are [name, value] as they were sent to ``address``, but for any password.

    ``had_files``: files were sent too, which nothing can keep.
    """

    address: str
    fields: list[list[str]]
    had_files: bool = False

    @property
    def texts(self) -> list[str]:
        """What may have been written by hand, to be read and copied."""
        return [value for _name, value in self.fields if not CHOSEN.fullmatch(value)]

    @property
    def signed(self) -> str:
        return signing.dumps(asdict(self), salt=SALT, compress=True)


def sent_with(request: HttpRequest) -> Kept:
    """The fields of a request, or those that it carries on from an earlier one."""
    carried = carried_by(request)
    if carried is not None:
        return carried
    fields = [
        [name, value]
        for name, values in request.POST.lists()
        if not any(word in name.casefold() for word in NEVER)
        for value in values
    ]
    return Kept(request.get_full_path(), fields, bool(request.FILES))


def carried_by(request: HttpRequest) -> Kept | None:
    """What the login page has kept; None if there is nothing, or nothing of ours."""
    try:
        found: dict[str, Any] = signing.loads(
            request.POST.get(FIELD, ""), salt=SALT, max_age=MOST_SECONDS
        )
    except signing.BadSignature:
        return None
    return Kept(**found)


def ask_to_log_in(request: HttpRequest) -> HttpResponse:
    """The login page as the answer to a form, with what was written in it."""
    context = {"form": AuthenticationForm(request), "kept": sent_with(request)}
    response = render(request, "registration/login.html", context, status=401)
    response["WWW-Authenticate"] = "Session"
    return response


def offer_again(request: HttpRequest, kept: Kept, status: int = 200) -> HttpResponse:
    """One button that sends the same fields once more."""
    return render(request, "registration/again.html", {"kept": kept}, status=status)


def came_from_here(request: HttpRequest) -> bool:
    """Whether the browser vouches that one of our own pages sent the form."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
