"""How a program is answered: with the file that it asked for, or with why not.

The files are in the archive's own language whoever fetches them, and in whatever language that
reader has the pages: a program or a spreadsheet must not find other words in them one day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.translation import gettext as _

from minutes.filters import ArchiveFilter


def in_the_archives_language(view: Callable[..., HttpResponseBase]):
    """Whatever language the reader has chosen for the pages."""

    @wraps(view)
    def translated(request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        with translation.override(settings.LANGUAGE_CODE):
            response = view(request, *args, **kwargs)
        response.headers["Content-Language"] = settings.LANGUAGE_CODE
        return response

    return translated


def asking(make: Callable[..., ArchiveFilter], *besides: str, as_json: bool = False):
    """The door is given, after the request, what is asked for as ``make`` reads it.

    A wrong question is refused instead: 400 with a sentence for each part of it that means
    nothing. A page shows what it could make of a question, and says so; a program would not see
    that, and take a list of something else for what it asked for. ``besides`` are parameters of
    the door that are no filters.
    """

    def decorate(door: Callable[[HttpRequest, Any], HttpResponseBase]):
        @wraps(door)
        def answered(request: HttpRequest) -> HttpResponseBase:
            asked = make(_question_of(request), request=request)
            sentences = [*_unknown(asked, besides), *_wrong(asked)]
            return _refusal(sentences, as_json) if sentences else door(request, asked)

        return answered

    return decorate


def _question_of(request: HttpRequest) -> QueryDict:
    """What is asked for, without the parameters that a form sends although nothing is chosen."""
    asked = request.GET.copy()
    for name, values in list(asked.lists()):
        asked.setlist(name, [one for one in values if one])
    return asked


def _refusal(sentences: list[str], as_json: bool) -> HttpResponse:
    if as_json:
        error = {"error": " ".join(sentences)}
        return JsonResponse(error, status=400, json_dumps_params={"ensure_ascii": False})
    return HttpResponse("\n".join(sentences), status=400, content_type="text/plain; charset=utf-8")


def _unknown(asked: ArchiveFilter, besides: tuple[str, ...]) -> list[str]:
    known = [*asked.form.fields, *besides]
    sentence = _("”%(name)s” går inte att fråga efter, bara: %(known)s.")
    words = {"known": ", ".join(known)}
    return [sentence % {**words, "name": name} for name in asked.data if name not in known]


def _wrong(asked: ArchiveFilter) -> list[str]:
    fields, errors = asked.form.fields, asked.form.errors
    return [f"{fields[name].label}: {one}" for name in errors for one in errors[name]]


def stream(
    request: HttpRequest, parts: Iterable[str | bytes], content_type: str, file_name: str = ""
) -> HttpResponseBase:
    """The parts one after the other, none of them kept; for HEAD none is even made.

    With a ``file_name`` a browser saves them as a file.
    """
    headers = {"Content-Disposition": f'attachment; filename="{file_name}"'} if file_name else {}
    sent = () if request.method == "HEAD" else _translated(parts)
    return StreamingHttpResponse(sent, content_type=content_type, headers=headers)


def _translated(parts: Iterable[str | bytes]) -> Iterator[str | bytes]:
    """Each part is made after the view has returned, and the language with it."""
    coming = iter(parts)
    while True:
        with translation.override(settings.LANGUAGE_CODE):
            part = next(coming, None)
        if part is None:
            return
        yield part
