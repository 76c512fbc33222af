"""What may be kept by a browser or a proxy between."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers


def private_where_it_depends(get_response: Callable[[HttpRequest], HttpResponse]):
    """Nobody keeps a page that was made for somebody; a public one is asked for anew each time.

    Judged by the session cookie and not by the user, so it holds for error pages too, and when
    the database is gone. A public page could be kept, but what is unpublished must be gone at
    once.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        patch_vary_headers(response, ["Cookie"])
        is_personal = settings.SESSION_COOKIE_NAME in request.COOKIES or response.cookies
        if is_personal or not settings.ARCHIVE_PUBLIC:
            patch_cache_control(response, private=True, no_store=True)
        elif not response.has_header("Cache-Control"):
            patch_cache_control(response, no_cache=True)
        return response

    return middleware
