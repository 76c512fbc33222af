"""Searching as a reader does: with a pointer, with keys, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import browsing
from tests.served import Site, serving

AN_ARCHIVE = """
from datetime import date
from minutes.states import State
from tests.factories import *

for year in (2021, 2022):
    item = an_item(a_meeting(start_date=date(year, 10, 6)), title="Trafik", text="Mer trafik.")
    a_decision(item, text=f"Att bygga vägen {year}.", organizations=[an_organization("Haninge")])
item = an_item(a_meeting(start_date=date(2023, 10, 6)), title="Skolor")
for number in range(30):
    a_decision(item, text=f"Att pröva skola {number}.")
an_attendance(item.meeting, person=a_person("Nils Gyllestad"))
an_attendance(a_draft(), person=a_person("Nils Gylander"))
"""


@pytest.fixture(scope="module")
def site(own_databases) -> Iterator[Site]:
    """With 32 decisions that everybody may see; nothing here changes any."""
    with serving(own_databases.copy()) as site:
        made = site.archive.manage("shell", "--verbosity", "0", "--command", AN_ARCHIVE)
        assert made.returncode == 0, made.stderr
        yield site


def sentence(page: Page):
    return page.get_by_role("status").locator(".result")


def tick(page: Page, facet: str, value: str) -> None:
    part = page.locator(f"details#{facet}")
    if not part.evaluate("details => details.open"):
        part.locator("summary").click()
    part.get_by_label(re.compile(f"^{value}")).check()


def button(page: Page):
    """What applies the filters; it may tell how many decisions they would show."""
    return page.get_by_role("button", name=re.compile(r"^Visa (\d+ )?beslut$"))


def apply(page: Page) -> None:
    button(page).click()


def stays(page: Page) -> None:
    """From now on the page may change, but not be left for another."""
    page.evaluate("window.hereStill = true")


def is_still_here(page: Page) -> bool:
    return page.evaluate("window.hereStill === true")


def test_filters_change_the_answer_in_its_place(visitor):
    visitor.goto("/beslut/")
    expect(sentence(visitor)).to_have_text("32 beslut")
    stays(visitor)
    tick(visitor, "ar", "2022")
    apply(visitor)
    expect(sentence(visitor)).to_have_text("1 beslut, 2022")
    expect(visitor).to_have_url(re.compile(r"/beslut/\?ar=2022$"))
    expect(visitor).to_have_title("1 beslut, 2022 – Mötesarkivet")
    expect(visitor.locator("#traffar .entries > li")).to_have_count(1)
    expect(visitor.locator("#ar-valda")).to_have_text("1 vald")
    assert is_still_here(visitor)


def test_meetings_are_filtered_in_the_same_way(visitor):
    visitor.goto("/moten/")
    expect(sentence(visitor)).to_have_text("3 möten")
    stays(visitor)
    tick(visitor, "ar", "2022")
    visitor.get_by_role("button", name=re.compile("^Visa .*möten?$")).click()
    expect(sentence(visitor)).to_have_text("1 möte, 2022")
    expect(visitor).to_have_url(re.compile(r"/moten/\?ar=2022$"))
    expect(visitor.locator("#traffar .entries > li")).to_have_count(1)
    assert is_still_here(visitor)


def test_the_number_of_each_value_follows(visitor):
    visitor.goto("/beslut/?ar=2023")
    expect(visitor.locator("label", has_text="Haninge")).to_have_count(0)
    visitor.get_by_label(re.compile("^2023")).uncheck()
    apply(visitor)
    expect(visitor.locator("label", has_text="Haninge")).to_have_text(re.compile(r"Haninge\s*2"))


def test_the_focus_stays_where_it_is(visitor):
    visitor.goto("/beslut/")
    box = visitor.get_by_label("Sök i besluten")
    box.fill("vägen")
    box.press("Enter")
    expect(sentence(visitor)).to_have_text("2 beslut, ”vägen”")
    expect(box).to_be_focused()
    tick(visitor, "ar", "2022")
    visitor.keyboard.press("Enter")
    expect(sentence(visitor)).to_have_text("1 beslut, ”vägen”, 2022")
    expect(visitor.get_by_label(re.compile("^2022"))).to_be_focused()


def test_the_way_back_leads_to_the_question_before(visitor):
    visitor.goto("/beslut/")
    tick(visitor, "ar", "2022")
    apply(visitor)
    expect(sentence(visitor)).to_have_text("1 beslut, 2022")
    tick(visitor, "ar", "2021")
    apply(visitor)
    expect(sentence(visitor)).to_have_text("2 beslut, 2022 eller 2021")
    visitor.go_back()
    expect(sentence(visitor)).to_have_text("1 beslut, 2022")
    expect(visitor.get_by_label(re.compile("^2021"))).not_to_be_checked()
    visitor.go_back()
    expect(sentence(visitor)).to_have_text("32 beslut")
    expect(visitor.get_by_role("heading", name="Beslut", exact=True)).to_be_visible()
    visitor.go_forward()
    expect(sentence(visitor)).to_have_text("1 beslut, 2022")


def test_the_way_back_after_signing_out_shows_nothing_of_before(secretary_page):
    page = secretary_page
    page.goto("/personer/?namn=gyl")
    expect(page.get_by_text("Nils Gylander")).to_be_visible()
    page.goto("/sok/?q=gyl")
    page.get_by_label("Sök", exact=True).fill("gylander")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Nils Gylander")).to_be_visible()
    page.get_by_role("button", name="Logga ut").click()
    expect(page.get_by_role("link", name="Logga in")).to_be_visible()  # signed out, and arrived
    page.go_back()
    expect(page.get_by_role("link", name="Logga in")).to_be_visible()
    expect(page.get_by_text("Nils Gylander")).to_have_count(0)


def test_the_next_ones_follow(visitor):
    visitor.goto("/beslut/?ar=2023")
    expect(visitor.locator("#traffar .entries > li")).to_have_count(25)
    visitor.get_by_role("link", name="Nästa 25").click()
    expect(visitor.locator("#traffar .entries > li")).to_have_count(5)
    visitor.get_by_role("link", name="Från början").click()
    expect(visitor).to_have_url(re.compile(r"/beslut/\?ar=2023$"))


def test_nothing_found_leads_out(visitor):
    visitor.goto("/beslut/?q=vägen&ar=2023")
    expect(sentence(visitor)).to_have_text("0 beslut, ”vägen”, 2023")
    visitor.get_by_role("link", name="utan År: 2023 – 2 träffar").click()
    expect(sentence(visitor)).to_have_text("2 beslut, ”vägen”")


def test_without_scripts_it_is_the_same(chromium, site):
    with browsing(chromium, site, java_script_enabled=False) as page:
        page.goto("/")
        page.get_by_label("Sök i hela arkivet").fill("vägen")
        page.get_by_role("button", name="Sök").click()
        expect(sentence(page)).to_have_text("2 träffar, ”vägen”")
        page.get_by_role("link", name="Beslut", exact=True).first.click()
        page.locator("details#ar > summary").click()
        page.get_by_label(re.compile("^2022")).check()
        apply(page)
        expect(sentence(page)).to_have_text("1 beslut, 2022")
        page.get_by_role("link", name="Ta bort År: 2022").click()
        expect(sentence(page)).to_have_text("32 beslut")


def test_a_hit_leads_to_its_place_in_the_meeting(visitor):
    visitor.goto("/sok/?q=trafiken&ar=2022&typ=punkt")
    expect(visitor.locator("#traffar mark").first).to_have_text("Trafik")
    visitor.locator("#traffar .entries a").first.click()
    expect(visitor).to_have_url(re.compile(r"/moten/ledningsgruppen/2022-10-06/#punkt-1$"))


class TestSuggestions:
    def test_names_are_chosen_with_the_arrows(self, visitor):
        visitor.goto("/kommuner/")
        visitor.keyboard.press("/")
        box = visitor.get_by_role("combobox", name="Sök i hela arkivet")
        expect(box).to_be_focused()
        box.press_sequentially("gylestad")  # with a slip
        expect(visitor.get_by_role("option")).to_have_text(["Nils Gyllestad Person"])
        expect(box).to_have_attribute("aria-expanded", "true")
        box.press("ArrowDown")
        expect(visitor.get_by_role("option")).to_have_attribute("aria-selected", "true")
        expect(box).to_have_attribute("aria-activedescendant", "sok-i-allt-forslag-0")
        box.press("Enter")
        expect(visitor).to_have_url(re.compile("/personer/nils-gyllestad/$"))

    def test_escape_closes_them_and_keeps_what_is_typed(self, visitor):
        visitor.goto("/")
        box = visitor.get_by_role("combobox", name="Sök i hela arkivet")
        box.press_sequentially("han")
        expect(visitor.get_by_role("option", name="Haninge Kommun")).to_be_visible()
        box.press("Escape")
        expect(visitor.get_by_role("listbox")).to_be_hidden()
        expect(box).to_have_value("han")

    def test_enter_searches_when_none_is_chosen(self, visitor):
        visitor.goto("/")
        box = visitor.get_by_role("combobox", name="Sök i hela arkivet")
        box.press_sequentially("haninge")
        expect(visitor.get_by_role("option", name="Haninge Kommun")).to_be_visible()
        box.press("Enter")
        expect(visitor).to_have_url(re.compile(r"/sok/\?q=haninge$"))
        expect(visitor.get_by_role("link", name="Haninge", exact=True)).to_be_visible()

    def test_one_can_be_picked_with_the_pointer(self, visitor):
        visitor.goto("/")
        visitor.get_by_role("combobox", name="Sök i hela arkivet").press_sequentially("infrast")
        visitor.get_by_role("option", name="Infrastruktur Ämne").click()
        expect(visitor).to_have_url(re.compile("/amnen/infrastruktur/$"))


def test_a_slash_in_a_field_is_a_slash(visitor):
    visitor.goto("/beslut/")
    visitor.keyboard.press("/")
    box = visitor.get_by_label("Sök i besluten")
    expect(box).to_be_focused()
    box.press_sequentially("1/2")
    expect(box).to_have_value("1/2")


class TestOnAPhone:
    @pytest.fixture
    def phone(self, chromium, site) -> Iterator[Page]:
        size = {"width": 390, "height": 844}
        with browsing(chromium, site, viewport=size, has_touch=True, is_mobile=True) as page:
            yield page

    def test_the_filters_are_closed_until_asked_for_and_go_with_the_answer(self, phone):
        phone.goto("/beslut/")
        expect(button(phone)).to_be_hidden()
        phone.get_by_text("Filtrera").tap()
        tick(phone, "ar", "2022")
        button(phone).tap()
        expect(sentence(phone)).to_have_text("1 beslut, 2022")
        expect(button(phone)).to_be_hidden()
        expect(sentence(phone)).to_be_in_viewport()
        expect(phone.locator(".filters > summary")).to_have_text(re.compile(r"Filtrera\s+\(1\)"))

    def test_they_cover_the_page_and_tell_what_they_would_show(self, phone):
        phone.goto("/beslut/")
        phone.get_by_text("Filtrera").tap()
        expect(button(phone)).to_be_in_viewport()
        tick(phone, "ar", "2022")
        expect(button(phone)).to_have_text("Visa 1 beslut")
        tick(phone, "ar", "2021")
        expect(button(phone)).to_have_text("Visa 2 beslut")
        expect(phone.get_by_role("link")).to_have_count(0)  # nothing behind it is stepped into
        phone.keyboard.press("Escape")
        expect(button(phone)).to_be_hidden()
        expect(phone.locator(".filters > summary")).to_be_focused()
        expect(sentence(phone)).to_have_text("32 beslut")

    def test_without_scripts_they_are_the_same_sheet(self, chromium, site):
        size = {"width": 390, "height": 844}
        with browsing(chromium, site, viewport=size, java_script_enabled=False) as page:
            page.goto("/moten/")
            page.get_by_text("Filtrera").click()
            tick(page, "organ", "Ledningsgruppen")
            apply_meetings = page.get_by_role("button", name="Visa möten")
            expect(apply_meetings).to_be_in_viewport(ratio=1)
            apply_meetings.click()
            expect(sentence(page)).to_have_text("3 möten, Ledningsgruppen")


def test_a_secretary_is_told_what_is_a_draft(secretary_page):
    secretary_page.goto("/sok/?q=gylander")
    expect(secretary_page.get_by_role("link", name="Nils Gylander")).to_be_visible()
