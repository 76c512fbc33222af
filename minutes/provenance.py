"""Where what a meeting's page says comes from, and who has looked at it, in words."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from minutes.models import Meeting, Transition
from minutes.states import HIDDEN, State
from minutes.templatetags.swedish_dates import plain_date


def in_words(meeting: Meeting, source: Any) -> str:
    """``Tolkad automatiskt, granskad av Siv Ahl, publicerad 12 maj 2026, version 3``.

    Of a meeting with its ``release``; ``source`` is the file that it shows, or None. Names who
    showed the meeting to others with that file before them: nobody where a program did.
    """
    release = getattr(meeting, "release", None)  # an empty join leaves no attribute
    words = [
        _("Tolkad automatiskt") if source else _("Utan originalfil"),
        _reviewed(release, source),
        _shown(release),
        _("version %(number)s") % {"number": source.revision} if source else "",
    ]
    return ", ".join(filter(None, words))


def with_original(meeting: Meeting, source: Any) -> str:
    """The same, and the name of the file."""
    name = " · " + _("original %(name)s") % {"name": source.file_name} if source else ""
    return in_words(meeting, source) + name


def _reviewed(release: Transition | None, source: Any) -> str:
    if release is None or release.by is None or release.to_state in HIDDEN:
        return _("ännu inte granskad")
    words = _("granskad av %(name)s")
    if source and release.source_sha256 and release.source_sha256 != source.sha256:
        words = _("en tidigare version granskad av %(name)s")
    return words % {"name": release.by.get_full_name() or release.by.get_username()}


def _shown(release: Transition | None) -> str:
    if release is None or release.to_state in HIDDEN:
        return ""
    is_public = release.to_state == State.PUBLIC
    words = _("publicerad %(day)s") if is_public else _("delad internt %(day)s")
    return words % {"day": plain_date(localtime(release.at))}
