"""The heading of a meeting."""

from __future__ import annotations

from typing import Any

from intake.editing.questions import settle_answered
from intake.editing.rows import change
from intake.storing import retell_mentions
from minutes.models import Meeting

EDITED = "edited"
# What a person has answered by filling in the field.
ANSWERS = {"body": "body-missing", "start_date": "date-missing"}


def free_sequence(meeting: Meeting, *, body: Any, start_date: Any, sequence: int) -> int | None:
    """None if the address is the meeting's to take; else a number that is free on that day."""
    if start_date is None:
        return None
    others = Meeting.objects.exclude(pk=meeting.pk).filter(body=body, start_date=start_date)
    taken = set(others.values_list("sequence", flat=True))
    if sequence not in taken:
        return None
    return next(number for number in range(1, len(taken) + 2) if number not in taken)


def save_meeting(meeting: Meeting, values: dict[str, Any], by: Any) -> list[str]:
    """Write the values that differ, and their names; a question that they answer is closed."""
    was_missing = {code for name, code in ANSWERS.items() if not getattr(meeting, name)}
    changed = change(meeting, values)
    if not changed:
        return []
    meeting.origins = {**meeting.origins, **dict.fromkeys(changed, EDITED)}
    meeting.save(update_fields=["origins"])
    if "body" in changed:
        retell_mentions(meeting)
    answered = {ANSWERS[name] for name in ANSWERS if name in changed and getattr(meeting, name)}
    settle_answered(meeting, answered & was_missing, by, meeting.version + 1)
    return changed
