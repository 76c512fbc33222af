"""Work that leaves the request: reading what was uploaded. Run by `manage.py db_worker`."""

from __future__ import annotations

import logging

from django.utils import timezone
from django_tasks import task

from intake import originals
from intake.models import Receipt, Upload, UploadState
from intake.paths import printable
from intake.receiving import purged, receive, refuse
from intake.text import Unreadable

log = logging.getLogger(__name__)

LOST = Unreadable(
    "lost",
    "Filen finns inte längre bland originalen. Ladda upp den igen, eller återställ"
    " säkerhetskopian.",
)
DAMAGED = Unreadable("damaged", "Den sparade filen är skadad och måste återställas först.")
AGAIN = Unreadable(
    "try-again",
    "Filen är sparad, men arkivet kunde inte läsa in den just nu. Inget är halvt inläst: försök"
    " igen om en stund.",
)


@task()
def read_upload(pk: int) -> None:
    """Read an uploaded file that waits; one that is read already, or being read, is left alone."""
    upload = _claim(pk)
    if upload is None:
        return
    receipt = _left_behind(upload) or _receipt(upload)
    reading = Upload.objects.filter(pk=pk, state=UploadState.READING)
    reading.update(state=UploadState.FINISHED, receipt=receipt)


def _claim(pk: int) -> Upload | None:
    """The file if it is ours to read; its ``started_at`` is that of the time before, if any."""
    waiting = Upload.objects.filter(pk=pk, state=UploadState.WAITING)
    upload = waiting.select_related("batch__created_by").first()
    begun = upload and waiting.update(state=UploadState.READING, started_at=timezone.now())
    return upload if begun else None


def _left_behind(upload: Upload) -> Receipt | None:
    """The receipt of a worker that was stopped after the file was stored and before it said so."""
    if upload.started_at is None:
        return None
    made = Receipt.objects.filter(
        upload=None,
        source_file__sha256=upload.sha256,
        file_name=printable(upload.file_name),
        received_by=upload.batch.created_by,
        received_at__gte=upload.started_at,
    )
    return made.order_by("pk").first()


def _receipt(upload: Upload) -> Receipt:
    by = upload.batch.created_by
    try:
        return receive(originals.load(upload.sha256), upload.file_name, by)
    except FileNotFoundError:
        error = purged(upload.sha256) or LOST
    except originals.Damaged:
        error = DAMAGED
    except Exception:
        # A full disk, or a flaw of ours: one file is told so, and the next ones are read.
        log.exception("The upload %s could not be read", upload.pk)
        error = AGAIN
    return refuse(upload.file_name, error, by)
