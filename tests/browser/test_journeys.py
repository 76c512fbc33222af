"""From a file in a folder to a public page and back, as a secretary goes."""

import re

import pytest
from playwright.sync_api import Page, expect

from intake.text import ocr
from tests.browser.conftest import browsing, sign_in
from tests.browser.papers import a_printed_paper, a_scanned_paper, a_typed_paper

MOST_PRESSES = 200
READING = 60_000  # milliseconds: a scanned page takes seconds, and the machine may be busy


def upload(page: Page, name: str, data: bytes) -> None:
    """Pick a file, send it, and go where it can be followed."""
    page.get_by_role("link", name="Ladda upp", exact=True).click()
    page.get_by_label("Filer").set_input_files({"name": name, "mimeType": "", "buffer": data})
    page.get_by_role("button", name="Ladda upp", exact=True).click()
    page.wait_for_url(re.compile(r"/ladda-upp/\d+/"), timeout=READING)


def open_review(page: Page) -> None:
    expect(page.get_by_text("Klar att granska")).to_be_visible(timeout=READING)
    page.locator(".uploads a[href^='/granska/']").click()
    expect(page.get_by_role("heading", name="Kontrollera")).to_be_visible()


def open_questions(page: Page):
    """Without the proposals of assignments, which nobody has to answer."""
    return page.locator("[data-question][data-check]:not(#forslag)")


def answer_all(page: Page, wanted: str = "") -> int:
    """Answer each open question, by the button of that name where there is one; how many."""
    answered = 0
    while count := open_questions(page).count():
        buttons = open_questions(page).first.get_by_role("button")
        named = buttons.filter(has_text=wanted) if wanted else buttons
        (named if named.count() else buttons).first.click()
        expect(open_questions(page)).to_have_count(count - 1)
        answered += 1
    return answered


def publish(page: Page) -> None:
    page.get_by_role("button", name="Publicera för alla").click()
    expect(page.get_by_text("Mötet är publicerat: alla kan se det.")).to_be_visible()


def take_back(page: Page) -> None:
    page.get_by_role("button", name=re.compile("Avpublicera")).click()
    expect(
        page.get_by_text("Mötet är ett utkast: bara sekreterare ser det.").first
    ).to_be_visible()


def seen_by_anybody(visitor: Page, word: str) -> list[str]:
    """The addresses that a search among the decisions leads a stranger to."""
    visitor.goto(f"/beslut/?q={word}")
    found = visitor.locator("main a[href^='/beslut/']").all()
    links = [link.get_attribute("href") or "" for link in found]
    return sorted({link for link in links if re.fullmatch(r"/beslut/\w{10}/", link)})


# Between paper that was printed and scanned, Word brings nothing new to the pages.
SLOW = pytest.mark.slow


@pytest.mark.parametrize(
    ("name", "make", "answer", "word"),
    [
        pytest.param("maj.pdf", a_printed_paper, "6 maj", "pendelbåtar", id="PDF"),
        pytest.param(
            "november.docx", a_typed_paper, "Ledningsgruppen", "hamnar", id="Word", marks=SLOW
        ),
        pytest.param("mars.pdf", a_scanned_paper, "3 mars", "brandskyddet", id="scan"),
    ],
)
def test_a_file_is_uploaded_reviewed_published_found_and_taken_back(
    secretary_page, visitor, name, make, answer, word
):
    if make is a_scanned_paper and not ocr.available():
        pytest.skip("Not run: tesseract with its Swedish data is not on this machine.")
    page = secretary_page
    upload(page, name, make())
    open_review(page)
    assert answer_all(page, answer) >= 1
    assert seen_by_anybody(visitor, word) == []
    publish(page)
    addresses = seen_by_anybody(visitor, word)
    assert len(addresses) == 1
    assert visitor.goto(addresses[0]).status == 200
    expect(visitor.get_by_role("heading", level=1)).to_contain_text(word)
    take_back(page)
    assert seen_by_anybody(visitor, word) == []
    assert visitor.goto(addresses[0]).status == 404


def test_the_source_is_one_click_from_the_fact(secretary_page, visitor):
    upload(secretary_page, "maj.pdf", a_printed_paper())
    open_review(secretary_page)
    answer_all(secretary_page, "6 maj")
    publish(secretary_page)
    visitor.goto(seen_by_anybody(visitor, "pendelbåtar")[0])
    visitor.get_by_role("link", name=re.compile("Visa i originalet")).first.click()
    picture = visitor.locator("image, img").first
    expect(picture).to_be_visible()
    assert visitor.locator("svg rect").count() >= 1
    with visitor.expect_download() as started:
        visitor.get_by_role("link", name=re.compile("Hämta originalet")).first.click()
    assert started.value.suggested_filename == "maj.pdf"
    assert started.value.path().read_bytes() == a_printed_paper()


def test_all_of_it_goes_without_javascript(chromium, site):
    with browsing(chromium, site, java_script_enabled=False) as page:
        sign_in(page)
        page.get_by_role("link", name="Ladda upp", exact=True).click()
        paper = {"name": "maj.pdf", "mimeType": "", "buffer": a_printed_paper()}
        page.get_by_label("Filer").set_input_files(paper)
        page.get_by_role("button", name="Ladda upp", exact=True).click()
        open_review(page)
        answer_all(page, "6 maj")
        change_the_place(page, "Nykvarns kommunhus")
        publish(page)
        page.get_by_role("link", name="Så ser mötet ut").click()
        expect(page.locator("main")).to_contain_text("Nykvarns kommunhus")


def change_the_place(page: Page, place: str) -> None:
    heading = page.locator("#meeting")
    heading.locator("summary").first.click()
    heading.get_by_label("Plats").fill(place)
    heading.get_by_role("button", name="Spara").click()
    expect(page.locator("#meeting")).to_contain_text(place)


def press_until(page: Page, key: str, reached: str) -> None:
    """Press the key, at least once, until the script says that it has led there."""
    for _ in range(MOST_PRESSES):
        page.keyboard.press(key)
        if page.evaluate(reached):
            return
    at = page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    raise AssertionError(f"{key} pressed {MOST_PRESSES} times leads to {at}, never to {reached}")


def test_the_keyboard_is_enough(secretary_page):
    page = secretary_page
    upload(page, "maj.pdf", a_printed_paper())
    open_review(page)
    press_until(page, "n", "document.activeElement.matches('[data-question]')")  # what is open
    press_until(page, "Tab", "document.activeElement.tagName === 'BUTTON'")
    page.keyboard.press("Enter")
    expect(open_questions(page)).to_have_count(0)
    press_until(page, "j", "document.activeElement.closest('[data-part]')?.id === 'meeting'")
    page.keyboard.press("e")
    press_until(page, "Tab", "document.activeElement.labels?.[0]?.innerText === 'Plats'")
    page.keyboard.press("Control+A")
    page.keyboard.type("Nykvarns kommunhus")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#meeting")).to_contain_text("Nykvarns kommunhus")
    page.keyboard.press("u")
    expect(page.locator("#meeting")).to_contain_text("Salems kommunhus")
    press_until(page, "Tab", "document.activeElement.value === 'public'")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Mötet är publicerat: alla kan se det.")).to_be_visible()
