"""What the start page shows, gathered in as few questions to the database as can be."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.roles import is_secretary
from decisions.agenda.coming import ahead, coming, mentioned_by, without_held
from decisions.assignments.municipalities import resting
from decisions.models import Decision
from decisions.yearly import by_topic_and_year
from intake.models import SourceFile
from minutes.models import Meeting

LATEST = 5


def opening(user: Any) -> dict[str, Any]:
    """The latest decisions and meetings, what comes and what is open; secretaries: what waits."""
    today = timezone.localdate()
    known = Meeting.objects.visible_to(user).latest_or_announcing(LATEST, today).with_counts()
    meetings = list(known.annotate(ahead_rows=ahead(today), draft_count=_drafts()))
    latest = [meeting for meeting in meetings if meeting.start_date][:LATEST]
    decisions = Decision.objects.visible_to(user).with_item().newest_first()
    return {
        "decisions": decisions[:LATEST],
        "meetings": latest,
        "coming": without_held(coming(meetings, mentioned_by(meetings), today), meetings),
        "chart": by_topic_and_year(user, latest[0].start_date.year) if latest else None,
        "resting": resting(user, today),
        **({"desk": _desk(meetings)} if is_secretary(user) else {}),
    }


def _drafts() -> Any:
    """How many there are, on every row: a question of its own would be one too many."""
    drafts = Meeting.objects.drafts().order_by().values("state").annotate(number=Count("pk"))
    return Coalesce(Subquery(drafts.values("number")), 0)


def _desk(meetings: list[Meeting]) -> dict[str, Any]:
    """What waits for a secretary. Where no meeting has a day, there is no chart to ask for."""
    unsettled = SourceFile.objects.unsettled().select_related("meeting__body")
    files = list(unsettled.defer("document", "parsed").order_by("-received_at", "-pk"))
    drafts = meetings[0].draft_count if meetings else Meeting.objects.drafts().count()
    return {
        "draft_count": drafts,
        "file_count": len(files),
        "files": files[:LATEST],
    }
