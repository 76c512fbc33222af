"""R7 with real trouble: a disk that is full, a server that throws everybody out."""

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import psycopg
import pytest

from tests.intake.minutes_texts import minutes_text
from tests.intake.own_archive import OwnArchive

MONTHS = range(1, 13)


@pytest.fixture
def folder(tmp_path) -> Path:
    for month in MONTHS:
        text = minutes_text(date(2022, month, 10))
        (tmp_path / f"2022-{month:02}.txt").write_bytes(text)
    return tmp_path


@pytest.fixture
def converges(own_databases, folder) -> Callable[[OwnArchive], None]:
    """Whether importing again, without the trouble, ends as if there had never been any."""

    def check(archive: OwnArchive) -> None:
        again = archive.manage("import_minutes", folder)
        assert again.returncode == 0, again.stderr
        alone = own_databases.copy()
        alone.manage("import_minutes", folder)
        assert archive.state() == alone.state()
        assert archive.blobs() == alone.blobs()

    return check


@pytest.mark.parametrize("blocks", [0, 100], ids=["at once", "on the way"])
def test_a_full_disk_is_said_and_a_retry_works(own_archive, folder, converges, blocks):
    """No file may grow beyond so many kB: first no original, then no database in SQLite."""
    limited = f"ulimit -f {blocks}; exec {sys.executable} manage.py import_minutes {folder}"
    stopped = own_archive.run("bash", "-c", limited)
    assert "Traceback" not in stopped.stderr
    if stopped.returncode:
        assert "Inte inläst" in stopped.stdout or "Databasen svarar inte" in stopped.stderr
    else:  # on a server of its own, the database is not on the disk that is full
        assert (blocks, "12 inlästa" in stopped.stdout) == (100, True)
    converges(own_archive)


def test_a_server_that_throws_everybody_out_is_asked_again_or_said(
    own_archive, own_databases, folder, converges
):
    if not own_databases.postgres:
        pytest.skip("SQLite has no server")
    importing = own_archive.start("import_minutes", folder)
    thrown_out = 0
    with psycopg.connect(own_databases.address(), autocommit=True) as server:
        while importing.poll() is None:
            thrown_out += server.execute(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = %s",
                [own_archive.name],
            ).fetchone()[0]
            time.sleep(0.05)
    out, err = importing.communicate()
    assert thrown_out > 0
    assert "Traceback" not in err
    assert importing.returncode == 0 or "Databasen svarar inte som den ska" in err, out
    converges(own_archive)
