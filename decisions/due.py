"""How an assignment stands, and by when it was to be done, in words."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext

from decisions.models import Status
from minutes.templatetags.swedish_dates import plain_date


def in_words(status: str, due_date: date | None, due_text: str, today: date) -> str:
    """``pågår, klart senast 3 mars 2027``; ``klart`` for what is settled.

    A day that has passed is no failure: nobody may have told the archive that the work is done.
    Printed words without a day are to follow it, as the quotation that they are.
    """
    if status != Status.OPEN:
        return str(Status(status).label).lower()
    if due_date is None and due_text:
        return gettext("pågår, tid enligt källan:")
    if due_date is None:
        return gettext("pågår, ingen tid anges")
    if due_date < today:
        words = gettext("pågår enligt arkivet, skulle vara klart %(day)s")
    else:
        words = gettext("pågår, klart senast %(day)s")
    return words % {"day": plain_date(due_date)}
