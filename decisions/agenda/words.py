"""What a draft agenda says of itself, the same on the page and in the document."""

from __future__ import annotations

from django.utils.translation import gettext as _

from decisions.agenda.draft import Draft
from minutes.templatetags.swedish_dates import clock, long_date, plain_date


def explained(found: Draft) -> str:
    words = _(
        "Utkast som programmet har ställt samman av det som är öppet i arkivet."
        " Gå igenom det och ändra innan det skickas."
    )
    if found.goes_on:
        words += " " + _("Fler uppdrag är öppna än vad som ryms här.")
    return words


def day_and_time(found: Draft) -> str:
    """``fredag 7 november 2025, kl. 8.30``; what is known where no day is."""
    if found.meeting:
        at = ", " + _("kl. %(time)s") % {"time": clock(found.meeting.time)}
        return long_date(found.meeting.day) + (at if found.meeting.time else "")
    if found.passed:
        return _("datum inte bestämt (senaste anteckningarna anger %(day)s, som har passerat)") % {
            "day": plain_date(found.passed)
        }
    return _("datum inte bestämt")


def place(found: Draft) -> str:
    """The archive keeps no place of a meeting to come, but the sentence that may tell it."""
    if found.meeting and found.meeting.text:
        return _("enligt källan: ”%(sentence)s”") % {"sentence": found.meeting.text}
    return _("oklart")
