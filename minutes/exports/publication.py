"""What has been published, the latest first: not the same order as when it was held."""

from __future__ import annotations

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from minutes.models import Transition
from minutes.querysets import MeetingQuerySet


def latest_published(meetings: MeetingQuerySet) -> MeetingQuerySet:
    """Each with ``published_at``: when it came to be shown as it is.

    A row that came past the log, as from another archive, counts from when it was stored.
    """
    shown = Transition.objects.filter(meeting=OuterRef("pk"), to_state=OuterRef("state"))
    latest = Subquery(shown.order_by("-at").values("at")[:1])
    dated = meetings.annotate(published_at=Coalesce(latest, "created_at"))
    return dated.order_by("-published_at", "-pk")
