"""``python -m tests.screenshots [FOLDER]``: pictures of the pages, of the sample minutes only.

Each page light and dark on a screen, light on a phone, and as it is printed. The three that the
README shows are written to docs/ as well. ``--serve PORT`` serves the same archive instead, as a
real installation does, until it is interrupted: for measuring with other programs.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import NAMES, QUIET
from tests.intake.own_archive import ROOT, OwnArchive
from tests.served import Site, serving_for_real

DOCS = {"start": "start.png", "meeting": "screenshot.png", "decisions": "decisions.png"}
SIZES = {
    "1280-light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "1280-dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "390-light": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
}
LISTS = {
    "start": "/",
    "meetings": "/moten/",
    "decisions": "/beslut/",
    "search": "/sok/?q=kollektivtrafik",
    "topics": "/amnen/",
    "topic": "/amnen/kollektivtrafik/",
    "municipalities": "/kommuner/",
    "municipality": "/kommuner/haninge/",
    "people": "/personer/",
    "about": "/om/",
}
PRINTED = ("meeting", "decision", "decisions")
COLOURS = 64  # of a picture in docs/: flat colours and letters, so fewer than a photograph's
SHOWN = (1280, 800)  # pixels of a picture in docs/, from the top of the page


@contextmanager
def the_samples(port: int = 0) -> Iterator[Site]:
    """The sample minutes in an archive of their own, served; gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        archive = _an_archive(Path(folder))
        with serving_for_real(archive, port) as site:
            yield site


def _an_archive(folder: Path) -> OwnArchive:
    chosen = {
        "DATABASE_URL": f"sqlite:///{folder / 'samples.sqlite3'}",
        "ORIGINALS_DIR": str(folder / "originals"),
    }
    archive = OwnArchive("samples", folder / "originals", {**os.environ, **chosen})
    for command in (["migrate"], ["import_minutes", "intake/samples", "--publish"]):
        done = archive.manage(*command, "--verbosity", "0")
        assert done.returncode == 0, done.stderr
    return archive


def addresses(page: Page) -> dict[str, str]:
    """The lists, and the first meeting and decision that stand in one."""
    page.goto("/beslut/")
    decision = page.locator("#traffar a[href^='/beslut/']").first.get_attribute("href")
    page.goto("/moten/?ar=2021")
    meeting = page.locator("main a[href^='/moten/ledningsgruppen/']").first.get_attribute("href")
    return {**LISTS, "meeting": meeting, "decision": decision}


def take(browser: Browser, site: Site, folder: Path) -> None:
    for size, options in SIZES.items():
        context = browser.new_context(base_url=site.address, locale="sv-SE", **options)
        page = context.new_page()
        for name, address in addresses(page).items():
            page.goto(address)
            page.screenshot(path=folder / f"{name}-{size}.png", full_page=True)
            if size == "1280-light" and name in PRINTED:
                print_out(page, folder / f"{name}-printed")
        context.close()


def print_out(page: Page, path: Path) -> None:
    """One picture for each sheet."""
    sheets = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    for number, sheet in enumerate(sheets, start=1):
        sheet.render(scale=1.5).to_pil().save(f"{path}-{number}.png")


def show_in_docs(folder: Path) -> None:
    for name, file in DOCS.items():
        picture = Image.open(folder / f"{name}-1280-light.png").convert("RGB")
        top = picture.crop((0, 0, SHOWN[0], min(SHOWN[1], picture.height)))
        top.quantize(COLOURS).save(ROOT / "docs" / file, optimize=True)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path, default=ROOT / "var" / "screenshots")
    asked.add_argument("--serve", type=int, metavar="PORT")
    given = asked.parse_args()
    with the_samples(given.serve or 0) as site:
        if given.serve:
            sys.stdout.write(f"{site.address}/ until Ctrl+C.\n")
            sys.stdout.flush()
            time.sleep(10**8)
        chromium = next(filter(None, map(shutil.which, NAMES)), None)
        given.folder.mkdir(parents=True, exist_ok=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
            take(browser, site, given.folder)
            browser.close()
    show_in_docs(given.folder)
    sys.stdout.write(f"{given.folder}\n")


if __name__ == "__main__":
    main()
