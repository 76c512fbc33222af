"""Citing a decision: with one press, or by hand where there is no script."""

from playwright.sync_api import expect

from tests.browser.conftest import browsing, sign_in
from tests.browser.papers import a_printed_paper
from tests.browser.test_journeys import open_review, upload


def open_decision(page):
    sign_in(page)
    upload(page, "maj.pdf", a_printed_paper())
    open_review(page)
    page.goto("/beslut/")
    page.locator("main a[href^='/beslut/']", has_text="pendelbåtar").click()


def test_one_press_copies_the_citation_with_its_address(chromium, site):
    with browsing(chromium, site, permissions=["clipboard-read", "clipboard-write"]) as page:
        open_decision(page)
        page.get_by_role("button", name="Kopiera hänvisning").click()
        expect(page.locator("#kopierat")).to_have_text("Kopierat")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == (
            f"Södertörnskommunernas ledningsgrupp 2022-05-06, punkt 1, beslut 1\n{page.url}"
        )


def test_without_the_script_there_is_a_field_and_no_button(chromium, site):
    with browsing(chromium, site, java_script_enabled=False) as page:
        open_decision(page)
        expect(page.get_by_label("Hänvisning och fast adress")).to_have_attribute("readonly", "")
        assert page.get_by_role("button", name="Kopiera hänvisning").count() == 0
