import os
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from config.management.commands.verify import IN_ORDER
from intake import originals
from intake.inventory import OLD, findings
from intake.models import Tombstone
from intake.receiving import receive
from tests.factories import an_upload
from tests.intake.minutes_texts import minutes_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def sha256() -> str:
    return receive(minutes_text(date(2022, 10, 6)), "a.txt").source_file.sha256


def found() -> list[tuple[str, bool]]:
    return [(one.name, one.serious) for one in findings()]


def age(path) -> None:
    old = path.stat().st_mtime - OLD - 1
    os.utime(path, (old, old))


def test_an_archive_in_order_has_nothing_to_report(sha256):
    assert found() == []
    out = StringIO()
    call_command("verify", stdout=out)
    assert out.getvalue() == f"{IN_ORDER}\n"


def test_an_empty_archive_has_nothing_to_report(db):
    assert found() == []


def test_a_missing_original_is_serious(sha256):
    originals.path_of(sha256).unlink()
    assert found() == [(sha256, True)]
    with pytest.raises(SystemExit):
        call_command("verify", stdout=StringIO())


def test_a_changed_original_is_serious(sha256):
    path = originals.path_of(sha256)
    path.chmod(0o640)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    assert found() == [(sha256, True)]


def test_what_belongs_to_nothing_is_reported_once_it_is_old_and_left_alone(sha256):
    orphan = originals.path_of(originals.keep(b"utan rad"))
    leftover = orphan.parents[2] / originals.INCOMING / "abc-123"
    leftover.write_bytes(b"halv")
    assert found() == []
    age(orphan)
    age(leftover)
    assert found() == [(orphan.name, False), ("abc-123", False)]
    call_command("verify", stdout=StringIO())
    assert orphan.exists()
    assert leftover.exists()


def test_an_upload_that_waits_asks_for_its_bytes():
    upload = an_upload(sha256=originals.keep(b"Vi ses.\n"))
    age(originals.path_of(upload.sha256))
    assert found() == []
    originals.discard(upload.sha256)
    assert found() == [(upload.sha256, True)]


def test_purged_bytes_are_asked_for_by_nobody(secretary):
    upload = an_upload(sha256=originals.keep(b"Vi ses.\n"))
    Tombstone.objects.create(sha256=upload.sha256, reason="Fel fil.", purged_by=secretary)
    assert found() == [(upload.sha256, False)]  # it lies there although it was purged
    originals.discard(upload.sha256)
    assert found() == []
