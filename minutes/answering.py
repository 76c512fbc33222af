"""How a browser is answered that asks for a list.

A script asks for the same address and is answered with the part that changes.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from minutes.filters import ArchiveFilter


def listed(
    request: HttpRequest, template: str, found: ArchiveFilter, context: dict[str, Any]
) -> HttpResponse:
    """``template``, which extends search/finder.html; for its script only what changes on it.

    ``context`` names a template of the ``results``, says in a ``sentence`` how many there are,
    and on the button (``press``) how many it will show; ``is_empty``: there is nothing to ask for.
    """
    if request.headers.get("HX-Request") == "true":
        response = render(request, "search/answer.html", context)
        response["HX-Push-Url"] = request.path + found.query_string()
    else:
        response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response
