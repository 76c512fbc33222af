"""What minutes say of other meetings, and what somebody has found out about those missing."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from minutes.gaps.querysets import MentionedMeetingQuerySet
from minutes.history import History
from minutes.parts import PartOfSource
from people.models import Body


class Told(models.TextChoices):
    HELD = "held", _("hölls")
    PLANNED = "planned", _("planerades")
    MOVED = "moved", _("flyttades")
    CANCELLED = "cancelled", _("ställdes in")


class MentionedMeeting(PartOfSource):
    """That the minutes of ``meeting`` speak of a meeting of a body on some day.

    Written with the meeting's rows by intake, like these from a file; nobody edits it.
    """

    meeting = models.ForeignKey(
        "minutes.Meeting", on_delete=models.CASCADE, related_name="mentioned"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="mentioned")
    date = models.DateField()
    kind = models.CharField(max_length=10, choices=Told)
    text = models.TextField()  # the sentence, as printed

    objects = MentionedMeetingQuerySet.as_manager()

    class Meta(PartOfSource.Meta):
        constraints = [
            *PartOfSource.Meta.constraints,
            models.CheckConstraint(
                name="mentionedmeeting_kind_known", condition=Q(kind__in=Told.values)
            ),
        ]
        indexes = [models.Index(fields=["body", "date"], name="mentionedmeeting_body_date")]

    def __str__(self) -> str:
        return f"{self.body} {self.date}: {self.kind}"


class Verdict(models.TextChoices):
    MISSING = "missing", _("saknas i arkivet")
    NEVER_HELD = "never_held", _("hölls aldrig")
    GONE = "gone", _("finns inte längre")


class SettledGap(models.Model):
    """What somebody has found out about a meeting that the archive does not have."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="settled_gaps")
    date = models.DateField()
    verdict = models.CharField(max_length=10, choices=Verdict)
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)  # a save that read another is refused
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    history = History()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "date"], name="settledgap_unique"),
            models.CheckConstraint(
                name="settledgap_verdict_known", condition=Q(verdict__in=Verdict.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.date}: {self.verdict}"

    @property
    def token(self) -> str:
        """Tells this answer from one that was saved later, also after it had been removed."""
        return f"{self.pk}-{self.version}"
