"""Which meetings somebody may see, by their state: every page, feed and export asks this."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from accounts.roles import is_secretary, is_signed_in
from minutes.states import State


def states_visible_to(user: Any) -> list[str]:
    """Secretaries see drafts; the signed-in see what is shared; everybody what is published."""
    if is_secretary(user):
        return [State.DRAFT, State.INTERNAL, State.PUBLIC]
    if is_signed_in(user):
        return [State.INTERNAL, State.PUBLIC]
    return [State.PUBLIC] if settings.ARCHIVE_PUBLIC else []
