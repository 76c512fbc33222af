"""What names the archive and its parts to programs elsewhere.

Made of SITE_URL and not of the host that somebody happened to ask: what a program has once
fetched it must know again.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings

_SINCE = 2022  # a year in which the host was the archive's own, as RFC 4151 wants one


def absolute(path: str) -> str:
    """``https://arkiv.example/beslut/?ar=2022`` of what begins with a slash."""
    return settings.SITE_URL + path


def host() -> str:
    """``arkiv.example``, without a port."""
    return urlsplit(settings.SITE_URL).hostname or "localhost"


def tag(path: str) -> str:
    """``tag:arkiv.example,2022:/beslut/abc``: a name that is no address, and stays."""
    return f"tag:{host()},{_SINCE}:{path}"
