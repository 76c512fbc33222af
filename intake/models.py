"""Files as they came in: what became of each, and the whole of what it says.

The bytes themselves lie under ORIGINALS_DIR by their checksum; a row is never made before its
bytes are safe there.
"""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from minutes.models import Meeting


class SourceState(models.TextChoices):
    RECEIVED = "received", _("Mottagen")
    EXTRACTED = "extracted", _("Texten läst")
    PARSED = "parsed", _("Tolkad")
    NEEDS_REVIEW = "needs_review", _("Behöver granskas")
    REJECTED = "rejected", _("Avvisad")


class ReceiptOutcome(models.TextChoices):
    IMPORTED = "imported", _("Inläst")
    UNCHANGED = "unchanged", _("Fanns redan")
    NEW_VERSION = "new_version", _("Ny version att ta ställning till")
    NEEDS_REVIEW = "needs_review", _("Behöver granskas")
    REJECTED = "rejected", _("Avvisad")


class SourceFileQuerySet(models.QuerySet):
    def current(self) -> SourceFileQuerySet:
        """The file that each meeting shows; not older or undecided versions, nor the rejected."""
        return self.filter(is_current=True)

    def unsettled(self) -> SourceFileQuerySet:
        """Files that wait for a person, and the rejected, which nobody is to forget."""
        return self.filter(state__in=[SourceState.NEEDS_REVIEW, SourceState.REJECTED])

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
    received_at = models.DateTimeField(auto_now_add=True)
    received_by = models.ForeignKey(
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
