"""Handing in: what is kept, what is refused at the door, and that nothing is lost between."""

import errno
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from intake import originals
from intake.models import Batch, Receipt, SourceFile, Tombstone, Upload
from intake.text import MOST_BYTES
from intake.uploading import hand_in, retry
from intake.whereabouts import PATIENCE, whereabouts
from tests.factories import a_batch, an_upload
from tests.intake.minutes_texts import minutes_text

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)
MINUTES = minutes_text(date(2022, 10, 6))


def a_file(data: bytes = MINUTES, name: str = "möte.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


@pytest.fixture
def handed_in(secretary, django_capture_on_commit_callbacks):
    """Hands a file in, and does what is done after the commit."""

    def hand(file=None, batch=None) -> Upload:
        with django_capture_on_commit_callbacks(execute=True):
            upload = hand_in(file or a_file(), secretary, batch)
        return Upload.objects.get(pk=upload.pk)

    return hand


def test_a_file_is_kept_and_read(handed_in, secretary):
    upload = handed_in()
    assert (upload.file_name, upload.size, upload.position) == ("möte.txt", len(MINUTES), 1)
    assert (upload.state, upload.receipt.outcome) == ("finished", "imported")
    assert originals.load(upload.sha256) == MINUTES
    assert upload.receipt.received_by == upload.batch.created_by == secretary
    assert str(upload.receipt.source_file.meeting) == "Ledningsgruppen 2022-10-06"


def test_the_bytes_are_safe_before_there_is_a_row(secretary, monkeypatch):
    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        hand_in(a_file(), secretary)
    assert (Batch.objects.count(), Upload.objects.count()) == (0, 0)
    assert list(originals.stored()) == []


def test_it_is_read_after_the_commit_and_not_before(secretary):
    upload = hand_in(a_file(), secretary)
    assert (upload.state, SourceFile.objects.count()) == ("waiting", 0)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (b"x" * (MOST_BYTES + 1), "too-large"),
        (b"\x89PNG\r\n\x1a\n" + MINUTES, "image"),
        (b"MZ" + MINUTES, "program"),
        (b"\x1f\x8b" + MINUTES, "archive"),
    ],
    ids=["no bytes", "blank", "too large", "picture", "program", "archive"],
)
def test_what_is_unfit_is_refused_at_the_door_and_not_kept(data, code, handed_in):
    upload = handed_in(a_file(data))
    assert (upload.state, upload.sha256) == ("finished", "")
    assert (upload.receipt.outcome, upload.receipt.reason_code) == ("rejected", code)
    assert upload.receipt.reason.endswith(".")
    assert (whereabouts(upload).code, list(originals.stored())) == ("refused", [])


def test_a_file_of_the_largest_size_is_kept(handed_in):
    assert handed_in(a_file(MINUTES.ljust(MOST_BYTES))).sha256 != ""


def test_refusing_one_does_not_stop_the_next(handed_in):
    first = handed_in(a_file(b"", "tom.txt"))
    second = handed_in(a_file(), first.batch)
    assert [one.position for one in (first, second)] == [1, 2]
    assert second.receipt.outcome == "imported"


def test_what_was_purged_is_not_kept_again(handed_in, secretary):
    sha256 = originals.keep(MINUTES)
    originals.discard(sha256)
    Tombstone.objects.create(sha256=sha256, reason="Fel fil.", purged_by=secretary)
    upload = handed_in()
    assert (upload.sha256, upload.receipt.reason_code) == ("", "purged")
    assert upload.receipt.reason.endswith(" och tas inte in igen. Skäl: Fel fil.")
    assert (whereabouts(upload).code, list(originals.stored())) == ("purged", [])


def test_the_same_file_sent_again_to_its_batch_is_the_same_upload(handed_in):
    first = handed_in()
    assert handed_in(batch=first.batch) == first
    assert Receipt.objects.count() == 1


def test_the_same_file_in_another_batch_is_there_already(handed_in):
    first, second = handed_in(), handed_in(a_file(name="kopia.txt"))
    assert first.batch != second.batch
    assert (second.receipt.outcome, whereabouts(second).code) == ("unchanged", "known")


def test_another_file_for_the_same_meeting_is_asked_about(handed_in):
    handed_in()
    other = handed_in(a_file(MINUTES + b"\nEtt till.\n"))
    assert (other.receipt.outcome, whereabouts(other).code) == ("new_version", "version")


# Trying again


def test_a_rejected_file_is_read_again(handed_in, django_capture_on_commit_callbacks):
    upload = handed_in(a_file(b"Vi ses i morgon.\n"))
    assert upload.receipt.reason_code == "not-minutes"
    with django_capture_on_commit_callbacks(execute=True):
        assert retry(upload)
    again = Upload.objects.get()
    assert again.receipt.reason_code == "not-minutes"
    assert again.receipt != upload.receipt
    assert SourceFile.objects.count() == 1


def test_a_worker_that_was_stopped_can_be_followed_by_another(
    handed_in, django_capture_on_commit_callbacks, time_machine
):
    upload = handed_in()
    Upload.objects.update(state="reading", receipt=None, started_at=upload.batch.created_at)
    assert not retry(upload)  # it may still be at work
    time_machine.move_to(timezone.now() + PATIENCE + SECOND)
    assert whereabouts(Upload.objects.get()).code == "interrupted"
    with django_capture_on_commit_callbacks(execute=True):
        assert retry(upload)
    assert Upload.objects.get().state == "finished"


@pytest.mark.parametrize("outcome", ["imported", "unchanged", "purged", "refused"])
def test_what_is_settled_is_not_read_again(outcome):
    is_rejected = outcome in {"purged", "refused"}
    receipt = Receipt.objects.create(
        file_name="x",
        outcome="rejected" if is_rejected else outcome,
        reason_code=outcome if is_rejected else "",
    )
    sha256 = "" if outcome == "refused" else "a" * 64
    upload = an_upload(a_batch(), state="finished", receipt=receipt, sha256=sha256)
    assert not retry(upload)
    assert Upload.objects.get().receipt == receipt
