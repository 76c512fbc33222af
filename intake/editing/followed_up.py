"""What others have told of the rows of a meeting: no edit may take that away with a row.

Answers and reports are no part of the minutes, and undoing an edit would not bring them back.
"""

from __future__ import annotations

from decisions.models import Answer, Report


class FollowedUp(Exception):
    """The edit would remove a decision that is answered, or an assignment reported on."""


def told_of(meeting: int) -> int:
    """How many answers and reports rest on the meeting's rows."""
    answers = Answer.objects.filter(decision__item__meeting=meeting)
    reports = Report.objects.filter(assignment__item__meeting=meeting)
    return answers.count() + reports.count()


def keep_all(meeting: int, before: int) -> None:
    """Raise FollowedUp where fewer rest on the meeting than ``before`` the edit."""
    if before and told_of(meeting) < before:
        raise FollowedUp(str(meeting))
