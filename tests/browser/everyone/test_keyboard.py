"""Without a pointer: where the focus goes, that it is seen, and that everything can be done.

What the keyboard does in a review stands in ../test_journeys.py, the names below a search box in
../test_search.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.everyone.visiting import PHONE, SCREEN, visiting

RING = 3  # CSS pixels
MOST_STOPS = 400
# The focus as it is: what has it, where that stands in the page, and how it is seen.
HERE = """() => {
  const here = document.activeElement;
  const all = [...document.querySelectorAll("*")];
  const { outlineWidth, outlineStyle } = getComputedStyle(here);
  const { top, bottom } = here.getBoundingClientRect();
  return {
    place: all.indexOf(here),
    what: here.outerHTML.replace(/\\s+/g, " ").slice(0, 120),
    ring: outlineStyle === "none" ? 0 : parseFloat(outlineWidth),
    isInView: bottom > 0 && top < innerHeight,
    isInside: document.querySelector("main").contains(here),
  };
}"""
OUTSIDE = "document.activeElement === document.body || !document.hasFocus()"


@pytest.fixture
def stranger(chromium, shown) -> Iterator[Page]:
    with visiting(chromium, shown, "stranger", **SCREEN) as page:
        yield page


def stops(page: Page) -> list[dict[str, Any]]:
    """Where Tab leads, one after the other, from the top of the page until it leaves it."""
    found: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate(OUTSIDE):
            break
        here = page.evaluate(HERE)
        if found and here["place"] == found[0]["place"]:
            break  # around the browser's own controls, and in again
        found.append(here)
    return found


class TestTheWayThroughAPage:
    """Over everything that can be used, in the order of the text, always seen, and out again."""

    def walk(self, page: Page, least: int) -> None:
        found = stops(page)
        assert least <= len(found) < MOST_STOPS
        assert [stop["what"] for stop in found if stop["ring"] < RING] == []
        assert [stop["what"] for stop in found if not stop["isInView"]] == []
        behind = [
            after["what"] for before, after in pairwise(found) if after["place"] <= before["place"]
        ]
        assert behind == []

    @pytest.mark.parametrize(
        ("address", "least"),
        [("/", 15), ("/beslut/", 40), ("/sok/?q=vera", 20), ("/amnen/", 15), ("/logga-in/", 8)],
    )
    def test_of_a_stranger(self, address, least, stranger):
        stranger.goto(address)
        self.walk(stranger, least)

    @pytest.mark.parametrize("name", ["meeting", "decision"])
    def test_that_is_long(self, name, stranger, shown):
        stranger.goto(shown.sample[name])
        self.walk(stranger, least=20)

    @pytest.mark.parametrize("pattern", [r"/granska/\d+/", r"/ladda-upp/\d*/?", r"/papperskorg/"])
    def test_of_a_secretary(self, pattern, chromium, shown):
        address = next(page for page in shown.secretary if re.fullmatch(pattern, page))
        with visiting(chromium, shown, "secretary", **SCREEN) as page:
            page.goto(address)
            self.walk(page, least=10)


def test_the_first_link_leads_past_the_menu(stranger):
    stranger.goto("/beslut/")
    stranger.keyboard.press("Tab")
    link = stranger.get_by_role("link", name="Till innehållet")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    stranger.keyboard.press("Enter")
    expect(stranger.locator("main")).to_be_focused()
    stranger.keyboard.press("Tab")
    assert stranger.evaluate(HERE)["isInside"]


def test_the_menu_unfolds_on_a_phone_and_is_there_on_a_screen(stranger, chromium, shown):
    stranger.goto("/om/")
    expect(stranger.get_by_role("link", name="Uppdrag")).to_be_visible()
    expect(stranger.get_by_text("Meny", exact=True)).to_be_hidden()
    with visiting(chromium, shown, "stranger", **PHONE) as page:
        page.goto("/om/")
        expect(page.get_by_role("link", name="Uppdrag")).to_be_hidden()
        press_until(page, "Tab", ".menus > summary")
        page.keyboard.press("Enter")
        expect(page.get_by_role("link", name="Uppdrag")).to_be_visible()
        press_until(page, "Tab", ".menu a[href='/uppdrag/']")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/uppdrag/$"))


def press_until(page: Page, key: str, reached: str) -> None:
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        if page.evaluate(f"document.activeElement.matches({reached!r})"):
            return
    raise AssertionError(f"{key} never leads to {reached}")


def test_a_list_is_filtered_and_freed_again(stranger):
    stranger.goto("/beslut/")
    told = stranger.get_by_role("status")
    all_of_them = told.locator(".result").inner_text()
    press_until(stranger, "Tab", "#amne > summary")
    stranger.keyboard.press("Enter")
    expect(stranger.locator("#amne")).to_have_attribute("open", "")
    press_until(stranger, "Tab", "#amne input")
    stranger.keyboard.press("Space")
    press_until(stranger, "Tab", ".press button")
    stranger.keyboard.press("Enter")
    expect(told.locator(".result")).not_to_have_text(all_of_them)
    assert stranger.evaluate("document.activeElement !== document.body")
    press_until(stranger, "Shift+Tab", "#amne input:checked")
    press_until(stranger, "Tab", ".chips a")
    stranger.keyboard.press("Enter")
    expect(told.locator(".result")).to_have_text(all_of_them)
