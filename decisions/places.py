"""Where in the minutes something stands, in words that documents can carry with them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from minutes.models import AgendaItem, Meeting
from minutes.states import State
from minutes.templatetags.swedish_dates import plain_date


def of_meeting(meeting: Meeting) -> str:
    """``Ledningsgruppen 6 oktober 2022``; of what not everybody may see, ``(utkast)`` after it."""
    day = plain_date(meeting.start_date) or _("utan datum")
    named = f"{meeting.body or _('Oklart organ')} {day}"
    if meeting.state == State.PUBLIC:
        return named
    return f"{named} ({str(meeting.get_state_display()).lower()})"


def of_item(item: AgendaItem) -> str:
    """``Ledningsgruppen 6 oktober 2022, punkt 4``."""
    return _("%(meeting)s, punkt %(item)s") % {
        "meeting": of_meeting(item.meeting),
        "item": item.number or item.position,
    }
