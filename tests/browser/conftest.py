"""A real browser at a real server, which has an archive of its own on the engine of the suite."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.served import PASSWORD, Site, serving

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


@pytest.fixture
def site(own_databases) -> Iterator[Site]:
    """With one secretary. Files are read at once, in the request that brings them."""
    with serving(own_databases.copy()) as site:
        yield site


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
