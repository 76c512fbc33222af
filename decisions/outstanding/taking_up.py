"""Whether a later item takes up what an earlier one put off, as a secretary says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from decisions.assignments.models import Standing
from decisions.outstanding.models import TakenUp
from minutes.models import AgendaItem, Meeting

ANSWERS = {"confirm": Standing.CONFIRMED, "reject": Standing.REJECTED, "undo": None}


class Answered(Exception):
    """Somebody has answered since the page was read; nothing is written."""


def seen(answers: Iterable[TakenUp]) -> str:
    """A token of all that has been said of an earlier item: ``12-confirmed.14-rejected``."""
    return ".".join(sorted(f"{one.later_id}-{one.standing}" for one in answers))


@transaction.atomic
def say(earlier: AgendaItem, later: AgendaItem, do: str, token: str, by: Any) -> None:
    """``do`` is a key of ANSWERS; "undo" forgets what was said. Said twice is said once.

    Raises:
        Answered: other answers are stored than those that the token tells of.
    """
    # Two who answer at once for the same item take turns.
    Meeting.objects.select_for_update().get(pk=earlier.meeting_id)
    answers = list(TakenUp.objects.filter(earlier=earlier))
    stored = next((one for one in answers if one.later_id == later.pk), None)
    wanted = ANSWERS[do]
    if (stored.standing if stored else None) == wanted:
        return
    if seen(answers) != token:
        raise Answered
    if stored:
        stored.delete()
    if wanted:
        TakenUp.objects.create(earlier=earlier, later=later, standing=wanted, by=by)
