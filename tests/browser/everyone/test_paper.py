"""What comes out of a printer: the minutes whole, and nothing that only a screen can use."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.browser.everyone.visiting import SCREEN, visiting

ONLY_ON_SCREENS = "nav, button, input, .skip, .search, .source-link, .on-screen"


@pytest.fixture
def reader(chromium, shown) -> Iterator[Page]:
    with visiting(chromium, shown, "stranger", **SCREEN) as page:
        page.emulate_media(media="print", reduced_motion="reduce")
        yield page


def joined(text: str) -> str:
    return " ".join(text.split())


def sheets(page: Page) -> list[str]:
    """The text of each sheet of A4."""
    printed = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    return [joined(sheet.get_textpage().get_text_bounded()) for sheet in printed]


def decisions(page: Page) -> list[str]:
    return [joined(text) for text in page.locator(".decision .text").all_inner_texts()]


def left_over(page: Page) -> list[str]:
    shown = [part for part in page.locator(ONLY_ON_SCREENS).all() if part.is_visible()]
    return [part.evaluate("part => part.outerHTML.slice(0, 120)") for part in shown]


def test_a_meeting_is_printed_whole_and_no_decision_is_torn(reader, shown):
    reader.goto(shown.sample["meeting"])
    found, printed = decisions(reader), sheets(reader)
    assert len(found) > 5
    assert [one for one in found if not any(one in sheet for sheet in printed)] == []
    assert 2 <= len(printed) <= 6
    assert left_over(reader) == []


def test_a_decision_fits_two_sheets(reader, shown):
    reader.goto(shown.sample["decision"])
    printed = sheets(reader)
    assert joined(reader.locator("h1").inner_text()) in printed[0]
    assert len(printed) <= 2
    assert left_over(reader) == []


def test_a_list_of_decisions_is_printed_without_its_filters(reader):
    reader.goto("/beslut/")
    rows = [joined(text) for text in reader.locator("#traffar .entries > li a").all_inner_texts()]
    printed = sheets(reader)
    assert len(rows) > 10
    assert [row for row in rows if not any(row in sheet for sheet in printed)] == []
    assert len(printed) <= 6
    assert left_over(reader) == []


def test_links_are_printed_as_words(reader, shown):
    reader.goto(shown.sample["meeting"])
    colours = reader.locator("main a").evaluate_all(
        "links => [...new Set(links.map((link) => getComputedStyle(link).textDecorationLine))]"
    )
    assert colours == ["none"]
    assert not re.search(r"https?://127", " ".join(sheets(reader)[1:]))
