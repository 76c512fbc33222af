"""What an installation relies on beyond the code: the README's table, the backup."""

import os
import re
import runpy
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def variables_read() -> set[str]:
    settings = (ROOT / "config/settings.py").read_text()
    return set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', settings))


def test_the_readme_lists_every_variable_that_the_settings_read():
    listed = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert set(listed) == variables_read()


def test_the_example_environment_sets_known_variables_only():
    example = (ROOT / "deploy/environment.example").read_text()
    assert set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE)) - variables_read() == set()


@pytest.fixture
def archive(tmp_path) -> dict[str, str]:
    """The environment of an archive with one row and one original."""
    with closing(sqlite3.connect(tmp_path / "archive.sqlite3")) as database, database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE meeting (title)")
        database.execute("INSERT INTO meeting VALUES ('Ledningsgruppen')")
    original = tmp_path / "originals" / "ab" / "abcd"
    original.parent.mkdir(parents=True)
    original.write_bytes(b"Minnesanteckningar\n")
    return {
        "PATH": os.environ["PATH"],
        "PYTHON": sys.executable,
        "DATABASE_URL": f"sqlite:///{tmp_path}/archive.sqlite3",
        "ORIGINALS_DIR": str(tmp_path / "originals"),
    }


def backed_up(archive: dict[str, str], folder: Path) -> Path:
    command = [str(ROOT / "deploy/backup"), str(folder)]
    done = subprocess.run(command, env=archive, capture_output=True, text=True, check=True)
    return Path(done.stdout.strip())


def test_a_backup_holds_the_rows_and_the_originals(archive, tmp_path):
    run = backed_up(archive, tmp_path / "backups")
    with closing(sqlite3.connect(run / "archive.sqlite3")) as copy:
        rows = copy.execute("SELECT title FROM meeting").fetchall()
    assert rows == [("Ledningsgruppen",)]
    kept = tmp_path / "backups" / "originals" / "ab" / "abcd"
    assert kept.read_bytes() == b"Minnesanteckningar\n"


def test_a_backup_tells_when_it_is_damaged(archive, tmp_path):
    run = backed_up(archive, tmp_path / "backups")
    check = ["sha256sum", "--check", "--quiet", "manifest"]
    assert subprocess.run(check, cwd=run, capture_output=True, check=False).returncode == 0
    (tmp_path / "backups" / "originals" / "ab" / "abcd").write_bytes(b"minnesanteckningar\n")
    assert subprocess.run(check, cwd=run, capture_output=True, check=False).returncode == 1


def test_the_access_log_does_not_tell_the_address_of_a_private_feed():
    settings = runpy.run_path(str(ROOT / "deploy/gunicorn.conf.py"))
    secret = "/sparade/" + "k3Zp8" * 8
    assert (
        settings["TOKEN"].sub(r"\1…", f"GET {secret}.atom HTTP/1.1") == "GET /sparade/… HTTP/1.1"
    )
    assert (
        settings["TOKEN"].sub(r"\1…", "GET /sparade/17/ HTTP/1.1") == "GET /sparade/17/ HTTP/1.1"
    )
