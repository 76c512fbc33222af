"""Where an uploaded file has come to, for the page of its batch: from its rows as they are now."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from intake.models import Batch, ReceiptOutcome, SourceFile, SourceState, Upload, UploadState
from intake.questions import open_questions
from minutes.models import Meeting
from minutes.publishing import obstacles
from minutes.states import State

# Only hundreds of scanned pages take longer; as a rule the worker was stopped. Trying again while
# it is still at work costs time and changes nothing.
PATIENCE = timedelta(minutes=20)

WAITING, STUCK = "waiting", "stuck"
READING, INTERRUPTED = "reading", "interrupted"
REVIEW, CLEAR, SHOWN = "review", "clear", "shown"  # shown: internal or public already
KNOWN = "known"  # the same bytes had been taken in before
VERSION, SETTLED_VERSION = "version", "settled_version"
REJECTED, REFUSED = "rejected", "refused"  # refused: at the door, so it was not kept
TRASH, PURGED = "trash", "purged"

UNFINISHED = {WAITING, STUCK, READING, INTERRUPTED}
UNDER_WAY = {WAITING, STUCK, READING}  # the page asks for news of these
CAN_BE_RETRIED = {STUCK, INTERRUPTED, REJECTED}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """``code`` is one of those above; ``sentence`` says why, where there is a reason."""

    upload: Upload
    code: str
    sentence: str = ""
    source: SourceFile | None = None

    @property
    def meeting(self) -> Meeting | None:
        return self.source.meeting if self.source else None

    @property
    def can_be_retried(self) -> bool:
        return self.code in CAN_BE_RETRIED

    @property
    def lies_in_trash_itself(self) -> bool:
        """Else its whole meeting does."""
        return self.source is not None and self.source.state == SourceState.TRASHED


@dataclass(frozen=True, slots=True)
class Overview:
    """All files of a batch in the order in which they were handed in."""

    rows: list[Whereabouts]

    @property
    def read(self) -> int:
        return sum(row.code not in UNFINISHED for row in self.rows)

    @property
    def is_under_way(self) -> bool:
        return any(row.code in UNDER_WAY for row in self.rows)

    @property
    def counts(self) -> Counter[str]:
        return Counter(row.code for row in self.rows)

    @property
    def mark(self) -> str:
        """Another one as soon as anything on the page would read differently."""
        told = [(row.upload.pk, row.code, row.sentence) for row in self.rows]
        return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def overview(batch: Batch) -> Overview:
    uploads = batch.uploads.select_related("receipt__source_file__meeting__body").defer(
        *(f"receipt__source_file__{name}" for name in ("document", "parsed", "unclaimed"))
    )
    is_stuck = _nobody_reads(batch)
    return Overview([whereabouts(one, is_stuck) for one in uploads.order_by("position")])


def _nobody_reads(batch: Batch) -> bool:
    """Whether this batch has waited for long, and no file of any batch was begun lately."""
    limit = timezone.now() - PATIENCE
    begun = Upload.objects.filter(started_at__gt=limit).exists()
    return batch.created_at < limit and not begun


def whereabouts(upload: Upload, is_stuck: bool = False) -> Whereabouts:
    if upload.receipt is None:
        return Whereabouts(upload, _on_its_way(upload, is_stuck))
    code = _arrived(upload)
    said = code in {REJECTED, REFUSED, PURGED, TRASH}
    return Whereabouts(
        upload, code, upload.receipt.reason if said else "", upload.receipt.source_file
    )


def is_interrupted(upload: Upload) -> bool:
    began = upload.started_at
    is_reading = upload.state == UploadState.READING
    return is_reading and (began is None or began < timezone.now() - PATIENCE)


def _on_its_way(upload: Upload, is_stuck: bool) -> str:
    if upload.state == UploadState.READING:
        return INTERRUPTED if is_interrupted(upload) else READING
    return STUCK if is_stuck else WAITING


def _arrived(upload: Upload) -> str:
    receipt = upload.receipt
    source = receipt.source_file
    if receipt.reason_code == "purged":
        return PURGED
    if source is None:
        return REJECTED if upload.sha256 else REFUSED
    meeting = source.meeting
    if source.state == SourceState.TRASHED or (meeting and meeting.state == State.TRASHED):
        return TRASH
    if source.state == SourceState.REJECTED:
        return REJECTED
    if not source.is_current:
        return VERSION if source.state == SourceState.NEEDS_REVIEW else SETTLED_VERSION
    if receipt.outcome == ReceiptOutcome.UNCHANGED:
        return KNOWN
    return _of_meeting(meeting, source.remarks)


def _of_meeting(meeting: Meeting, remarks: Iterable[dict]) -> str:
    if meeting.state != State.DRAFT:
        return SHOWN
    return REVIEW if open_questions(remarks) or obstacles(meeting) else CLEAR
