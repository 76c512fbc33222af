"""A real browser at a real server, which has an archive of its own on the engine of the suite."""

from __future__ import annotations

import os
import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.intake.own_archive import Databases, OwnArchive, databases

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PASSWORD = "ett långt lösenord som provas"
A_SECRETARY = f"""
from accounts.models import User
User.objects.create_user("sekreteraren", password="{PASSWORD}", role="secretary", may_purge=True)
"""
PATIENCE = 30  # seconds until a server must answer


@dataclass(frozen=True, slots=True)
class Site:
    """A served archive; ``address`` is without the slash at its end."""

    address: str
    archive: OwnArchive

    def path(self, path: str) -> str:
        return self.address + path


@pytest.fixture(scope="module")
def own_databases(tmp_path_factory) -> Iterator[Databases]:
    with databases(tmp_path_factory.mktemp("archives")) as made:
        yield made


@pytest.fixture
def site(own_databases) -> Iterator[Site]:
    """With one secretary. Files are read at once, in the request that brings them."""
    with serving(own_databases.copy()) as site:
        yield site


@contextmanager
def serving(archive: OwnArchive, **settings: str) -> Iterator[Site]:
    archive.environment.update(DEBUG="true", ARCHIVE_PUBLIC="true", **settings)
    archive.environment["PICTURES_DIR"] = str(archive.originals.with_suffix(".pictures"))
    made = archive.manage("shell", "--verbosity", "0", "--command", A_SECRETARY)
    assert made.returncode == 0, made.stderr
    port = _free_port()
    server = archive.start("runserver", f"127.0.0.1:{port}", "--noreload")
    try:
        site = Site(f"http://127.0.0.1:{port}", archive)
        _wait_for(site)
        yield site
    finally:
        server.terminate()
        server.communicate()


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
        except URLError:
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.1)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        say = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        say("Chromium is not on this machine.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def visitor(chromium, site) -> Iterator[Page]:
    """A stranger's page. What its console complains of fails the test."""
    with browsing(chromium, site) as page:
        yield page


@pytest.fixture
def secretary_page(chromium, site) -> Iterator[Page]:
    """A page of somebody who has signed in as secretary."""
    with browsing(chromium, site) as page:
        sign_in(page)
        yield page


@contextmanager
def browsing(chromium: Browser, site: Site, **options: object) -> Iterator[Page]:
    context: BrowserContext = chromium.new_context(
        base_url=site.address, locale="sv-SE", **options
    )
    complaints: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda said: complaints.append(said.text) if said.type == "error" else None,
    )
    yield page
    context.close()
    # A refused save is an answer with an error status, which the browser mentions too.
    assert [one for one in complaints if "status of 4" not in one] == []


def sign_in(page: Page) -> None:
    page.goto("/logga-in/")
    page.get_by_label("Användarnamn").fill("sekreteraren")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    page.get_by_role("link", name="Ladda upp", exact=True).wait_for()
