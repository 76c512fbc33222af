"""What was said before of a missing meeting, from the history of the answers."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from minutes.gaps.models import SettledGap

REMOVED = "-"


def past_answers() -> dict[tuple[int, date], list[Any]]:
    """By key of the body and day, the latest first, without the answer that stands. One question.

    Each is a record with who and when; one with ``is_removal`` tells that what was said was
    taken back.
    """
    records = SettledGap.history.select_related("by", "history_user").order_by("-history_id")
    found: dict[tuple[int, date], list[Any]] = defaultdict(list)
    for one in records:
        one.is_removal = one.history_type == REMOVED
        found[one.body_id, one.date].append(one)
    return {place: told if told[0].is_removal else told[1:] for place, told in found.items()}
