"""R1 and R2, as far as one process can see them; tests/intake/test_killed.py has the rest."""

import hashlib
import random
import resource
import stat
from contextlib import contextmanager
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from intake import originals
from intake.editing.meeting import save_meeting
from intake.editing.saving import saving
from intake.receiving import receive
from intake.releasing import release
from minutes.models import Meeting
from minutes.states import State
from tests.intake.minutes_texts import minutes_text

DATA = "Minnesanteckningar från förr\r\n".encode("windows-1252")
SHA256 = hashlib.sha256(DATA).hexdigest()


@contextmanager
def disk_that_takes(size: int):
    """No file grows beyond so many bytes: to the program, the disk is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_bytes_are_kept_under_their_checksum_as_they_came(settings):
    assert originals.keep(DATA) == SHA256
    path = settings.ORIGINALS_DIR / SHA256[:2] / SHA256[2:4] / SHA256
    assert path.read_bytes() == originals.load(SHA256) == DATA
    assert stat.S_IMODE(path.stat().st_mode) == 0o440
    assert list(originals.stored()) == [SHA256]
    assert originals.incoming() == []


def test_keeping_again_writes_nothing():
    originals.keep(DATA)
    before = originals.path_of(SHA256).stat()
    originals.keep(DATA)
    after = originals.path_of(SHA256).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_no_bytes_at_all_are_kept_too():
    assert originals.load(originals.keep(b"")) == b""


def test_damage_is_noticed_when_read_and_never_written_over():
    originals.keep(DATA)
    path = originals.path_of(SHA256)
    path.chmod(0o640)
    path.write_bytes(DATA[:-1])
    for act in (lambda: originals.load(SHA256), lambda: originals.keep(DATA)):
        with pytest.raises(originals.Damaged) as damaged:
            act()
        assert damaged.value.sha256 == SHA256
    assert path.read_bytes() == DATA[:-1]


def test_a_full_disk_leaves_nothing_behind_and_a_second_try_works():
    with disk_that_takes(len(DATA) - 1), pytest.raises(OSError, match="too large"):
        originals.keep(DATA)
    assert list(originals.stored()) == originals.incoming() == []
    assert originals.load(originals.keep(DATA)) == DATA


def test_the_same_bytes_from_two_writers_are_one_file():
    """Both have looked before either has written."""
    path = originals.path_of(SHA256)
    path.parent.mkdir(parents=True)
    originals._write(DATA, path)
    originals._write(DATA, path)
    assert originals.load(SHA256) == DATA
    assert originals.incoming() == []


def test_missing_bytes_are_an_error_of_their_own():
    with pytest.raises(FileNotFoundError):
        originals.load(SHA256)


@pytest.mark.slow
@pytest.mark.django_db
def test_whatever_is_done_in_the_archive_no_original_changes(settings):
    """R1: 300 files and 500 operations on what was made of them."""
    files = [minutes_text(date(1990, 1, 1) + timedelta(days=number)) for number in range(300)]
    sources = [receive(data, "möte.txt").source_file for data in files]
    before = _tree(settings.ORIGINALS_DIR)
    chosen = random.Random(1)  # noqa: S311  the same operations every time
    operations = [
        lambda meeting: release(meeting.pk, meeting.version, None, State.PUBLIC, confirmed=True),
        lambda meeting: release(meeting.pk, meeting.version, None, State.DRAFT),
        _with_another_title,
        _without_items,
        lambda meeting: receive(chosen.choice(files), "igen.txt"),
        lambda meeting: call_command("verify", stdout=StringIO()),
    ]
    for _ in range(500):
        meeting = Meeting.objects.get(pk=chosen.choice(sources).meeting_id)
        chosen.choices(operations, weights=[20, 20, 20, 20, 20, 1])[0](meeting)
    assert _tree(settings.ORIGINALS_DIR) == before
    assert len(before) == len(files)


def _with_another_title(meeting) -> None:
    with saving(meeting.pk, meeting.version, None, "heading") as locked:
        save_meeting(locked, {"title": "Rättad"}, None)


def _without_items(meeting) -> None:
    with saving(meeting.pk, meeting.version, None, "items") as locked:
        locked.items.all().delete()


def _tree(folder) -> dict[str, tuple]:
    return {
        path.name: (path.read_bytes(), path.stat().st_ino, path.stat().st_mtime_ns)
        for path in folder.glob("??/??/*")
    }
