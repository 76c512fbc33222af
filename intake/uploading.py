"""Files handed in by the hundred: each is kept at once and read later; none is lost between."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max

from intake import originals
from intake.models import Batch, Receipt, ReceiptOutcome, Upload, UploadState
from intake.paths import MB, printable, too_large
from intake.receiving import purged, refuse
from intake.tasks import read_upload
from intake.text import MOST_BYTES, Unreadable
from intake.text.kinds import kind_of
from intake.text.registry import refuse_unfit
from intake.whereabouts import is_interrupted

# In one request, as a form without a script sends them; they wait on disk, not in memory.
MOST_TOGETHER = 500 * MB
MOST_FILES = settings.DATA_UPLOAD_MAX_NUMBER_FILES
# What a file dialog offers, and a script looks at before it sends; what counts is the content.
SUFFIXES = [".pdf", ".docx", ".doc", ".odt", ".rtf", ".html", ".htm", ".txt", ".md"]


def hand_in(file: UploadedFile, by: Any, batch: Batch | None = None) -> Upload:
    """Keep one file and have it read; without a batch, a new one is opened for it.

    What is too large, empty or of another kind is not kept: it gets its receipt at once. The
    same file again in the same batch, as when an answer was lost, is the upload that it was.
    Raises OSError (disk full), originals.Damaged and django.db.DatabaseError; nothing of the
    file is stored then.
    """
    name = printable(file.name)
    try:
        sha256 = originals.keep(_fit(file))
    except Unreadable as error:
        with transaction.atomic():
            receipt = refuse(name, error, by)
            finished = {"state": UploadState.FINISHED, "receipt": receipt}
            return _add(batch, by, file_name=name, size=file.size, **finished)
    with transaction.atomic():
        return _once(batch, by, file_name=name, size=file.size, sha256=sha256)


def retry(upload: Upload) -> bool:
    """Read a file again that was rejected, interrupted or left waiting; False where none was."""
    with transaction.atomic():
        stored = Upload.objects.select_for_update().get(pk=upload.pk)
        if not _may_be_retried(stored):
            return False
        receipt = stored.receipt
        if receipt:
            stored.started_at = None  # whereas an interrupted one may have come far
        stored.state, stored.receipt = UploadState.WAITING, None
        stored.save(update_fields=["state", "receipt", "started_at"])
        if receipt and receipt.source_file_id is None:
            receipt.delete()  # it said no more than that nothing had been tried
        _read_later(stored)
    return True


def _fit(file: UploadedFile) -> bytes:
    """The bytes, one file's at a time in memory. Raises Unreadable for what is not to be kept."""
    if file.size > MOST_BYTES:
        raise too_large(file.size)
    data = file.read()
    refuse_unfit(data)
    kind_of(data)
    if error := purged(hashlib.sha256(data).hexdigest()):
        raise error
    return data


def _once(batch: Batch | None, by: Any, **columns: Any) -> Upload:
    if batch is not None:
        _one_at_a_time(batch)
        same = {name: columns[name] for name in ("file_name", "sha256")}
        if known := batch.uploads.filter(**same).first():
            return known
    upload = _add(batch, by, **columns)
    _read_later(upload)
    return upload


def _add(batch: Batch | None, by: Any, **columns: Any) -> Upload:
    batch = batch or Batch.objects.create(created_by=by)
    _one_at_a_time(batch)
    last = batch.uploads.aggregate(last=Max("position"))["last"] or 0
    return Upload.objects.create(batch=batch, position=last + 1, **columns)


def _one_at_a_time(batch: Batch) -> None:
    Batch.objects.select_for_update().get(pk=batch.pk)


def _read_later(upload: Upload) -> None:
    # Robust: the file is stored. Should the task not be, its page offers to try again.
    transaction.on_commit(partial(read_upload.enqueue, upload.pk), robust=True)


def _may_be_retried(upload: Upload) -> bool:
    receipt: Receipt | None = upload.receipt
    if receipt is None:
        return upload.state == UploadState.WAITING or is_interrupted(upload)
    is_rejected = receipt.outcome == ReceiptOutcome.REJECTED and receipt.reason_code != "purged"
    return is_rejected and upload.sha256 != ""
