"""What a follow-up says of itself, the same on the page and in the document."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from decisions.concern import joined
from decisions.follow_up.report import Report
from minutes.templatetags.swedish_dates import plain_date


def summed_up(found: Report) -> str:
    """``12 beslut och 3 uppdrag som bara står i texten.``"""
    if not found.whole.entries:
        return _("Arkivet har inga beslut eller uppdrag från perioden.")
    counted = []
    if found.decided:
        words = ngettext("%(n)s beslut", "%(n)s beslut", found.decided)
        counted.append(words % {"n": found.decided})
    if found.in_prose:
        words = ngettext(
            "%(n)s uppdrag som bara står i texten",
            "%(n)s uppdrag som bara står i texten",
            found.in_prose,
        )
        counted.append(words % {"n": found.in_prose})
    return joined(counted) + "."


def explained(today: date) -> str:
    return _(
        "Läget är det som arkivet känner till den %(day)s. Ett beslut räknas i vart och ett av"
        " sina ämnen, och i flera lägen om de ansvariga har kommit olika långt."
    ) % {"day": plain_date(today)}
