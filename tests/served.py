"""A real server at an archive of its own, for tests that come to it through its addresses."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from tests.intake.own_archive import ROOT, OwnArchive

PATIENCE = 60  # seconds until a server must answer
PASSWORD = "ett långt lösenord som provas"
REAL = {
    "DJANGO_SETTINGS_MODULE": "tests.production",
    "DEBUG": "false",
    "ARCHIVE_PUBLIC": "true",
    "ALLOWED_HOSTS": "127.0.0.1",
    "SECRET_KEY": "only-for-an-archive-of-the-tests-0123456789-abcdefghij",
    "READ_IN_BACKGROUND": "false",
}
A_SECRETARY = f"""
from accounts.models import User
User.objects.create_user("sekreteraren", password="{PASSWORD}", role="secretary", may_purge=True)
"""


@dataclass(frozen=True, slots=True)
class Site:
    """A served archive; ``address`` is without the slash at its end, ``log`` the server's own."""

    address: str
    archive: OwnArchive
    log: Path

    def path(self, path: str) -> str:
        return self.address + path


@contextmanager
def serving(archive: OwnArchive, **settings: str) -> Iterator[Site]:
    """With one secretary, whose password is known."""
    _settle(archive, **settings)
    made = archive.manage("shell", "--verbosity", "0", "--command", A_SECRETARY)
    assert made.returncode == 0, made.stderr
    with running(archive) as site:
        yield site


@contextmanager
def running(archive: OwnArchive, **settings: str) -> Iterator[Site]:
    """One more server process at the archive, with whoever may come to it already."""
    _settle(archive, **settings)
    with _started(archive, ["manage.py", "runserver", "--noreload"]) as site:
        yield site


@contextmanager
def serving_for_real(archive: OwnArchive, port: int = 0) -> Iterator[Site]:
    """As a real installation does, compressed and under lasting names; nobody is in it yet."""
    archive.environment.update(REAL, STATIC_ROOT=str(archive.originals.with_suffix(".static")))
    archive.environment["PICTURES_DIR"] = str(archive.originals.with_suffix(".pictures"))
    # Without the admin's files, which are compressed for longer than all tests take.
    collect = ["collectstatic", "--no-input", "--verbosity", "0", "--ignore", "admin"]
    collected = archive.manage(*collect)
    assert collected.returncode == 0, collected.stderr
    gunicorn = ["-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--workers", "1"]
    with _started(archive, [*gunicorn, "config.wsgi", "--bind"], port) as site:
        yield site


@contextmanager
def _started(archive: OwnArchive, command: list[str], port: int = 0) -> Iterator[Site]:
    port = port or _free_port()
    path = archive.originals.with_suffix(f".{port}.log")
    # To a file: a pipe that nobody reads is full after some hundred requests.
    with path.open("w") as log:
        server = subprocess.Popen(
            [sys.executable, *command, f"127.0.0.1:{port}"],
            cwd=ROOT,
            env=archive.environment,
            stdout=log,
            stderr=log,
        )
        try:
            site = Site(f"http://127.0.0.1:{port}", archive, path)
            _wait_for(site)
            yield site
        finally:
            server.terminate()
            server.wait()


def _settle(archive: OwnArchive, **settings: str) -> None:
    archive.environment.update(DEBUG="true", ARCHIVE_PUBLIC="true", **settings)
    archive.environment["PICTURES_DIR"] = str(archive.originals.with_suffix(".pictures"))


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(site: Site) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(site.path("/healthz")) as answer:  # noqa: S310 - our own server
                assert answer.status == 200
                return
        except OSError:  # also where it hangs up, while it starts
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.1)
