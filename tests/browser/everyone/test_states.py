"""Pages in states that no address leads to: something went wrong, something is unfolded or empty.

In Swedish and on a screen; what these pages are made of, test_every_page.py sees on phones and in
English too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import browsing
from tests.browser.everyone import faults
from tests.browser.everyone.visiting import SCREEN, faults_of, send, visiting


@pytest.fixture
def stranger(chromium, shown) -> Iterator[Page]:
    with visiting(chromium, shown, "stranger", **SCREEN) as page:
        yield page


@pytest.fixture
def secretary(chromium, shown) -> Iterator[Page]:
    with visiting(chromium, shown, "secretary", **SCREEN) as page:
        yield page


def the_first(shown, pattern: str) -> str:
    return next(address for address in shown.secretary if re.fullmatch(pattern, address))


def test_an_address_that_leads_nowhere(stranger):
    assert stranger.goto("/finns-inte/").status == 404
    assert faults_of(stranger) == []


def test_a_wrong_password(stranger):
    stranger.goto("/logga-in/")
    send(stranger, "/logga-in/", username="nils", password="fel")
    expect(stranger.get_by_role("alert")).to_be_visible()
    assert faults_of(stranger) == []


def test_a_form_from_a_page_that_is_too_old(stranger):
    stranger.goto("/logga-in/")
    send(stranger, "/logga-in/", username="nils", csrfmiddlewaretoken="old")
    assert stranger.title().startswith("Sidan har varit öppen för länge")
    assert faults_of(stranger) == []


def test_a_form_that_is_sent_after_signing_out(secretary, shown):
    review = the_first(shown, r"/granska/\d+/")
    secretary.goto(review)
    secretary.context.clear_cookies(name="sessionid")
    send(secretary, review + "motet/", **{"meeting-location": "Salem"})
    expect(secretary.get_by_label("Lösenord")).to_be_visible()
    assert faults_of(secretary) == []


def test_an_upload_of_nothing(secretary):
    secretary.goto("/ladda-upp/")
    send(secretary, "/ladda-upp/")
    assert faults_of(secretary) == []


def test_a_date_that_is_none(secretary, shown):
    review = the_first(shown, r"/granska/\d+/")
    secretary.goto(review)
    version = secretary.locator("[name=version]").first.get_attribute("value")
    send(secretary, review + "motet/", **{"version": version, "meeting-start_date": "igår"})
    expect(secretary.locator("#meeting .error")).to_be_visible()
    assert faults_of(secretary) == []


def test_somebody_was_faster(secretary, shown):
    review = the_first(shown, r"/granska/\d+/")
    secretary.goto(review)
    send(secretary, review + "motet/", **{"version": "0", "meeting-location": "Salem"})
    assert faults_of(secretary) == []


def test_a_search_without_a_name(secretary):
    secretary.goto("/sparade/")
    send(secretary, "/sparade/spara/", listing="beslut", name="")
    assert faults_of(secretary) == []


@pytest.mark.parametrize("fields", [{}, {"reason": ""}], ids=["asked", "not answered"])
def test_the_question_before_something_is_removed_for_ever(fields, secretary):
    secretary.goto("/papperskorg/")
    address = secretary.locator("form[action^='/papperskorg/mote/']").first.get_attribute("action")
    send(secretary, address, do="purge", **fields)
    expect(secretary.get_by_label("Varför gallras det?")).to_be_visible()
    assert faults_of(secretary) == []


def test_names_below_the_box(stranger):
    stranger.goto("/")
    stranger.get_by_role("combobox").press_sequentially("han")
    expect(stranger.get_by_role("option").first).to_be_visible()
    stranger.keyboard.press("ArrowDown")
    assert faults_of(stranger) == []


def test_an_answer_that_came_by_script(stranger):
    stranger.goto("/beslut/")
    stranger.get_by_label("Sök i besluten").fill("finnsinte")
    stranger.keyboard.press("Enter")
    expect(stranger.get_by_role("status")).to_contain_text("0 beslut")
    assert faults_of(stranger) == []


@pytest.mark.parametrize("address", ["/", "/moten/", "/beslut/", "/sok/", "/amnen/", "/personer/"])
def test_an_archive_that_is_empty(address, chromium, empty):
    with browsing(chromium, empty, reduced_motion="reduce", **SCREEN) as page:
        page.add_init_script(faults.LISTEN)
        page.goto(address)
        assert faults_of(page) == []


def test_faults_are_seen(stranger):
    """The control: what is wrong on purpose is found."""
    stranger.goto("/om/")
    stranger.evaluate(
        """document.querySelector("main").innerHTML = `<h1>Om</h1><p id="fel">Blek</p>
        <button id="liten">Ja</button><div id="bred">Bred</div><img src="/static/mark.svg">
        <p id="rorlig">Rörlig</p>`;
        document.querySelector("#fel").style.color = "#8888";
        Object.assign(document.querySelector("#liten").style, { minHeight: 0, height: "12px" });
        document.querySelector("#bred").style.width = "5000px";
        document.querySelector("#rorlig").style.transition = "color 1s";"""
    )
    found = "\n".join(faults_of(stranger))
    for fault in (
        "color-contrast: ",
        "image-alt: ",
        "in the dark, ",
        'px where 24 are wanted: <button id="liten"',
    ):
        assert fault in found
    assert "px wide in a window of 1280" in found
    assert 'moves: <p id="rorlig"' in found
