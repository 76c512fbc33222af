"""What the start page shows, gathered in as few questions to the database as can be."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from accounts.roles import is_secretary
from decisions.assignments.municipalities import resting
from decisions.models import Decision
from decisions.yearly import by_topic_and_year
from intake.models import SourceFile
from minutes.models import Meeting
from minutes.querysets import each_coming_once

LATEST = 5


def opening(user: Any) -> dict[str, Any]:
    """The latest decisions and meetings, what comes and what is open; secretaries: what waits."""
    today = timezone.localdate()
    known = Meeting.objects.visible_to(user).latest_or_announcing(LATEST, today).with_counts()
    meetings = list(known)
    latest = [meeting for meeting in meetings if meeting.start_date][:LATEST]
    decisions = Decision.objects.visible_to(user).with_item().newest_first()
    return {
        "decisions": decisions[:LATEST],
        "meetings": latest,
        "coming": each_coming_once(meetings, today),
        "chart": by_topic_and_year(user, latest[0].start_date.year) if latest else None,
        # One question each: a secretary has the list in the menu, and the desk to see to.
        **({"desk": _desk()} if is_secretary(user) else {"resting": resting(user, today)}),
    }


def _desk() -> dict[str, Any]:
    """What waits for a secretary."""
    unsettled = SourceFile.objects.unsettled().select_related("meeting__body")
    files = list(unsettled.defer("document", "parsed").order_by("-received_at", "-pk"))
    return {
        "draft_count": Meeting.objects.drafts().count(),
        "file_count": len(files),
        "files": files[:LATEST],
    }
