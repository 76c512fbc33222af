"""How far it has come to look for a topic anew."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

PATIENCE = timedelta(minutes=5)  # twenty meetings take seconds


class Renewal(models.Model):
    """One time that a topic was looked for anew; ``moved_at`` is null until it has begun.

    ``items`` and ``decisions`` are how many it came to, ``no_items`` and ``no_decisions`` how
    many it left. One with a later one of its topic ends where it is.
    """

    topic = models.ForeignKey("decisions.Topic", on_delete=models.CASCADE, related_name="renewals")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    moved_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    meetings = models.PositiveIntegerField()  # that there were when it was asked for
    done = models.PositiveIntegerField(default=0)
    items = models.PositiveIntegerField(default=0)
    decisions = models.PositiveIntegerField(default=0)
    no_items = models.PositiveIntegerField(default=0)
    no_decisions = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.topic}: {self.done}/{self.meetings}"

    @property
    def is_stopped(self) -> bool:
        """Whether nothing has happened for so long that nobody goes on with it."""
        latest = self.moved_at or self.asked_at
        return self.ended_at is None and latest < timezone.now() - PATIENCE

    @property
    def is_under_way(self) -> bool:
        return self.ended_at is None and not self.is_stopped
