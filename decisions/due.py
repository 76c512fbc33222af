"""How an assignment stands, and by when it was to be done, in words."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext

from decisions.models import Status
from minutes.templatetags.swedish_dates import plain_date


def in_words(status: str, due_date: date | None, due_text: str, today: date) -> str:
    """``pågår, klart senast 3 mars 2027``; ``klart`` for what is settled.

    A day that has passed is told as such and not as a failure: nobody may have told the archive
    that the work is done. Without a day the printed words stand for it.
    """
    label = str(Status(status).label).lower()
    return ", ".join(
        [label, _until(due_date, due_text, today)] if status == Status.OPEN else [label]
    )


def _until(due_date: date | None, due_text: str, today: date) -> str:
    if due_date is None:
        return f"”{due_text}”" if due_text else gettext("ingen tid anges")
    day = {"day": plain_date(due_date)}
    if due_date < today:
        return gettext("skulle vara klart %(day)s") % day
    return gettext("klart senast %(day)s") % day
