"""Reading in the background: once each, whatever happens to the worker."""

import errno
from dataclasses import replace
from datetime import date

import pytest
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from intake import originals
from intake.models import Receipt, SourceFile, Tombstone, Upload
from intake.receiving import receive
from intake.tasks import read_upload
from intake.uploading import hand_in, retry
from intake.whereabouts import PATIENCE, whereabouts
from minutes.models import Meeting
from tests.factories import a_batch, an_upload
from tests.intake.minutes_texts import minutes_text
from tests.intake.own_archive import OwnArchive
from tests.intake.test_uploading import SECOND, a_file

pytestmark = pytest.mark.django_db
MINUTES = minutes_text(date(2022, 10, 6))


@pytest.fixture
def upload(secretary) -> Upload:
    kept = {"file_name": "möte.txt", "sha256": originals.keep(MINUTES), "size": len(MINUTES)}
    return an_upload(a_batch(created_by=secretary), **kept)


def stored() -> Upload:
    return Upload.objects.get()


def test_a_waiting_file_is_read_and_finished(upload, secretary):
    read_upload.call(upload.pk)
    assert (stored().state, stored().receipt.outcome) == ("finished", "imported")
    assert stored().receipt.received_by == secretary
    assert stored().started_at is not None


@pytest.mark.parametrize("state", ["reading", "finished"])
def test_a_task_that_is_run_twice_does_nothing(upload, state):
    if state == "finished":
        read_upload.call(upload.pk)
    else:
        Upload.objects.update(state=state)
    before = (stored().state, stored().receipt_id, Receipt.objects.count())
    read_upload.call(upload.pk)
    assert (stored().state, stored().receipt_id, Receipt.objects.count()) == before


def test_a_file_that_is_gone_needs_no_reading(db):
    read_upload.call(4711)
    assert Receipt.objects.count() == 0


def test_what_a_stopped_worker_had_stored_is_not_called_known(upload, secretary, time_machine):
    """It was stopped between the file's own transaction and saying that it had finished."""
    Upload.objects.update(state="reading", started_at=upload.batch.created_at)
    receipt = receive(MINUTES, "möte.txt", secretary)
    time_machine.move_to(timezone.now() + PATIENCE + SECOND)
    assert retry(upload)
    read_upload.call(upload.pk)
    assert stored().receipt == receipt
    assert (whereabouts(stored()).code, Meeting.objects.count()) == ("clear", 1)


def test_a_full_disk_is_said_and_can_be_tried_again(upload, monkeypatch):
    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        read_upload.call(upload.pk)
    assert (stored().receipt.reason_code, whereabouts(stored()).code) == ("try-again", "rejected")
    assert SourceFile.objects.count() == 0
    assert retry(stored())
    read_upload.call(upload.pk)
    assert stored().receipt.outcome == "imported"
    assert Receipt.objects.count() == 1


def test_bytes_that_are_gone_are_said(upload):
    originals.discard(upload.sha256)
    read_upload.call(upload.pk)
    assert stored().receipt.reason_code == "lost"


def test_bytes_that_are_damaged_are_said(upload):
    path = originals.path_of(upload.sha256)
    path.unlink()
    path.write_bytes(b"annat")
    read_upload.call(upload.pk)
    assert stored().receipt.reason_code == "damaged"


def test_what_was_purged_while_it_waited_stays_gone(upload, secretary):
    originals.discard(upload.sha256)
    Tombstone.objects.create(sha256=upload.sha256, reason="Fel fil.", purged_by=secretary)
    read_upload.call(upload.pk)
    assert (whereabouts(stored()).code, SourceFile.objects.count()) == ("purged", 0)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_worker_beside_the_server_reads_what_waits(secretary, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    upload = hand_in(a_file(), secretary)
    assert (stored().state, DBTaskResult.objects.get().status) == ("waiting", "READY")
    a_worker().run()
    assert (stored().state, stored().receipt.outcome) == ("finished", "imported")
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
    assert upload == stored()


def a_worker() -> Worker:
    """What `manage.py db_worker --batch` runs, without its signals."""
    return Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="test",
        excluded_queue_names=[],
    )


HAND_IN = """
from datetime import date
from django.core.files.uploadedfile import SimpleUploadedFile
from accounts.models import User
from intake.uploading import hand_in
from tests.intake.minutes_texts import minutes_text
by, batch = User.objects.create_user("sekreteraren", role="secretary"), None
for month in range(1, 13):
    file = SimpleUploadedFile(f"{month}.txt", minutes_text(date(2022, month, 10)))
    batch = hand_in(file, by, batch).batch
"""
RETRY = """
from intake.models import Upload
from intake.uploading import retry
from intake.whereabouts import PATIENCE
for upload in Upload.objects.exclude(state="finished"):
    if upload.started_at:
        upload.started_at -= 2 * PATIENCE
        upload.save()
    assert retry(upload)
"""


@pytest.mark.slow
def test_a_worker_that_is_killed_loses_no_file(own_archive, own_databases):
    in_service = {**own_archive.environment, "READ_IN_BACKGROUND": "true"}
    archive = replace(own_archive, environment=in_service)
    say(archive, HAND_IN)
    for begun in (1, 2, 3, 2):
        kill_after(archive, begun)
        say(archive, RETRY)
    rest = archive.manage("db_worker", "--no-reload", "--batch", "--no-startup-delay")
    assert rest.returncode == 0, rest.stderr
    alone = own_databases.copy()
    say(alone, HAND_IN)
    assert archive.state() == alone.state()
    assert archive.blobs() == alone.blobs()


def say(archive: OwnArchive, script: str) -> None:
    done = archive.manage("shell", "-v0", "-c", script)
    assert done.returncode == 0, done.stderr


def kill_after(archive: OwnArchive, begun: int) -> None:
    """Kill a worker while it reads its so many-th file."""
    worker = archive.start("db_worker", "--no-reload", "--no-startup-delay")
    for line in worker.stderr:
        begun -= "state=RUNNING" in line
        if begun == 0:
            break
    worker.kill()
    worker.communicate()
    assert begun == 0
