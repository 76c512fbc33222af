"""Files on their way in and as they came: what became of each, and the whole of what it says.

The bytes themselves lie under ORIGINALS_DIR by their checksum; a row is never made before its
bytes are safe there.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.roles import is_secretary
from minutes.models import Meeting
from minutes.querysets import AppendOnlyQuerySet
from minutes.states import State


class SourceState(models.TextChoices):
    RECEIVED = "received", _("Mottagen")
    EXTRACTED = "extracted", _("Texten läst")
    PARSED = "parsed", _("Tolkad")
    NEEDS_REVIEW = "needs_review", _("Behöver granskas")
    REJECTED = "rejected", _("Avvisad")
    TRASHED = "trashed", _("I papperskorgen")


class UploadState(models.TextChoices):
    WAITING = "waiting", _("Väntar på att läsas")
    READING = "reading", _("Läser")
    FINISHED = "finished", _("Färdig")


class ReceiptOutcome(models.TextChoices):
    IMPORTED = "imported", _("Inläst")
    UNCHANGED = "unchanged", _("Fanns redan")
    NEW_VERSION = "new_version", _("Ny version att ta ställning till")
    NEEDS_REVIEW = "needs_review", _("Behöver granskas")
    REJECTED = "rejected", _("Avvisad")


class SourceFileQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> SourceFileQuerySet:
        """What visible meetings show or have shown; for secretaries other and loose files too."""
        if is_secretary(user):
            return self.all()
        shown = Q(is_current=True) | Q(replaced_at__isnull=False)
        of_visible = self.filter(shown, meeting__in=Meeting.objects.visible_to(user))
        return of_visible.exclude(state=SourceState.TRASHED)

    def ever_shown(self) -> SourceFileQuerySet:
        """What a meeting shows, then versions that it showed before; the latest of them first."""
        shown = Q(is_current=True) | Q(replaced_at__isnull=False)
        kept = self.filter(shown).exclude(state=SourceState.TRASHED)
        return kept.order_by("-is_current", "-replaced_at", "-pk")

    def current(self) -> SourceFileQuerySet:
        """The file that each meeting shows; not older or undecided versions, nor the rejected."""
        return self.filter(is_current=True)

    def unsettled(self) -> SourceFileQuerySet:
        """Files that wait for a person, and the rejected, which nobody is to forget.

        Not those of a meeting in the trash.
        """
        wait = self.filter(state__in=[SourceState.NEEDS_REVIEW, SourceState.REJECTED])
        return wait.exclude(meeting__state=State.TRASHED)

    def trashed(self) -> SourceFileQuerySet:
        """Files that somebody has thrown away, and can take back."""
        return self.filter(state=SourceState.TRASHED)

    def waiting(self) -> SourceFileQuerySet:
        """Files with something for a person to decide."""
        return self.filter(state=SourceState.NEEDS_REVIEW)


class SourceFile(models.Model):
    """One sequence of bytes, whatever it was called and however often it was handed in."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()  # bytes
    media_type = models.CharField(max_length=100, blank=True)
    file_name = models.TextField()  # as first received, for people; never a path to open
    state = models.CharField(max_length=20, choices=SourceState, default=SourceState.RECEIVED)
    reason_code = models.CharField(max_length=50, blank=True)
    reason = models.TextField(blank=True)
    document = models.JSONField(null=True, blank=True)  # the extracted lines; null: not read
    # What the parser said then, whole (intake/parsing/minutes.py): a value in the archive that
    # differs from it was set by a person, and no later parser may overwrite it.
    parsed = models.JSONField(null=True, blank=True, encoder=DjangoJSONEncoder)
    remarks = models.JSONField(default=list, blank=True)  # [{code, message, line, open}]
    unclaimed = models.JSONField(default=list, blank=True)  # numbers of lines nobody accounts for
    parser_version = models.PositiveSmallIntegerField(null=True, blank=True)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="source_files"
    )
    revision = models.PositiveSmallIntegerField(default=1)  # of the meeting's files, from 1
    is_current = models.BooleanField(default=False)  # the one that the meeting's pages show
    # When another version took its place; null: it never was the one that is shown, or it is.
    replaced_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(auto_now_add=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Null: not thrown away by itself. A meeting takes its files along, and its log says who.
    trashed_at = models.DateTimeField(null=True, blank=True)
    trashed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = SourceFileQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(is_current=True),
                name="sourcefile_one_current_per_meeting",
            ),
            models.UniqueConstraint(
                fields=["meeting", "revision"], name="sourcefile_revision_unique"
            ),
            models.CheckConstraint(
                name="sourcefile_current_has_meeting",
                condition=Q(is_current=False) | Q(meeting__isnull=False),
            ),
            models.CheckConstraint(
                name="sourcefile_state_known", condition=Q(state__in=SourceState.values)
            ),
            models.CheckConstraint(
                name="sourcefile_rejected_says_why",
                condition=~Q(state=SourceState.REJECTED) | ~Q(reason_code=""),
            ),
            models.CheckConstraint(
                name="sourcefile_trashed_says_when",
                condition=~Q(state=SourceState.TRASHED) | Q(trashed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class Receipt(models.Model):
    """One row each time a file is handed in, also when nothing came of it."""

    # Null: nothing could be stored, as for a file that cannot be opened.
    source_file = models.ForeignKey(
        SourceFile, on_delete=models.PROTECT, null=True, blank=True, related_name="receipts"
    )
    file_name = models.TextField()
    outcome = models.CharField(max_length=20, choices=ReceiptOutcome)
    reason_code = models.CharField(max_length=50, blank=True)
    reason = models.TextField(blank=True)
    received_at = models.DateTimeField(auto_now_add=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="receipt_outcome_known", condition=Q(outcome__in=ReceiptOutcome.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file_name}: {self.outcome}"


class Batch(models.Model):
    """Files that somebody uploaded together; its page tells how far each has come."""

    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    def __str__(self) -> str:
        return f"{self.pk}"


class Upload(models.Model):
    """A file on its way in. Its bytes are among the originals before this row is made.

    Finished is what has a receipt, which says what became of it.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="uploads")
    position = models.PositiveIntegerField()
    file_name = models.TextField()
    size = models.PositiveBigIntegerField()  # bytes
    sha256 = models.CharField(max_length=64, blank=True)  # empty: refused at the door, not kept
    state = models.CharField(max_length=10, choices=UploadState, default=UploadState.WAITING)
    receipt = models.OneToOneField(
        Receipt, on_delete=models.PROTECT, null=True, blank=True, related_name="upload"
    )
    started_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "position"], name="upload_position_unique"),
            models.CheckConstraint(
                name="upload_finished_has_receipt",
                condition=Q(state=UploadState.FINISHED, receipt__isnull=False)
                | Q(state__in=[UploadState.WAITING, UploadState.READING], receipt=None),
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class Settled(models.TextChoices):
    ACCEPTED = "accepted", _("Införd")
    DECLINED = "declined", _("Avböjd")


class Proposal(models.Model):
    """What a later reading of a file says, beside what the archive holds; a person decides.

    Either the file was read anew (``document`` and ``parsed`` are the new reading), or it is
    another version of the meeting's minutes. Nothing changes until it is accepted.
    """

    source_file = models.ForeignKey(SourceFile, on_delete=models.CASCADE, related_name="proposals")
    document = models.JSONField()
    parsed = models.JSONField(encoder=DjangoJSONEncoder)
    remarks = models.JSONField(default=list, blank=True)
    unclaimed = models.JSONField(default=list, blank=True)
    parser_version = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    outcome = models.CharField(max_length=10, choices=Settled, blank=True)  # empty: waits
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source_file"], condition=Q(outcome=""), name="proposal_one_waiting"
            ),
            models.CheckConstraint(
                name="proposal_outcome_known", condition=Q(outcome__in=["", *Settled.values])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_file} ({self.outcome or 'waits'})"


class Tombstone(models.Model):
    """What is left of a file that was removed for ever: its checksum, by whom and why."""

    sha256 = models.CharField(max_length=64, unique=True)
    meeting = models.TextField(blank=True)  # the body and day in words
    # Who had been shown it, from the log that went with the meeting.
    transitions = models.JSONField(default=list, blank=True, encoder=DjangoJSONEncoder)
    reason = models.TextField()
    purged_at = models.DateTimeField(auto_now_add=True)
    purged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="tombstone_says_why", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return self.sha256
