"""That an item takes up an earlier one, as a person has said."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from decisions.assignments.models import Standing
from minutes.models import AgendaItem


class TakenUp(models.Model):
    """That ``later`` takes up what ``earlier`` put off, or that it does not.

    A program's proposals are computed when read; only what a person has said of one is kept.
    """

    earlier = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="taken_up")
    later = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="takes_up")
    standing = models.CharField(max_length=10, choices=Standing)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later"], name="takenup_unique"),
            models.CheckConstraint(name="takenup_not_itself", condition=~Q(earlier=F("later"))),
            models.CheckConstraint(
                name="takenup_standing_known",
                condition=Q(standing__in=[Standing.CONFIRMED, Standing.REJECTED]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.earlier_id} -> {self.later_id}: {self.standing}"
