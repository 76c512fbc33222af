"""The pages about the archive itself, with and without somebody named who runs it."""

import re

import pytest

from config.glossary import TERMS, letters
from tests.pages import Page

NOBODY = "Arkivet drivs av kansliet för de samverkande kommunerna. Kontakta kansliet."
SOMEBODY = "Arkivet drivs av Kansliet i Viken. Skriv till kansliet@example.se."


@pytest.mark.parametrize("address", ["/om/", "/tillganglighet/"])
def test_who_runs_the_archive_is_said_as_far_as_it_is_known(address, as_stranger, settings):
    assert NOBODY in Page(as_stranger.get(address)).main
    settings.ARCHIVE_OWNER, settings.CONTACT_EMAIL = "Kansliet i Viken", "kansliet@example.se"
    page = Page(as_stranger.get(address))
    assert SOMEBODY in page.main
    assert page.link("kansliet@") == "mailto:kansliet@example.se"


def test_the_statement_has_what_the_law_asks_for(as_stranger):
    page = Page(as_stranger.get("/tillganglighet/"))
    headings = ["uppfyller", "brister", "undantag", "sag-till", "tillsyn", "provning"]
    assert [h["id"] for h in page.all("h2")] == headings
    assert "Webbplatsen är delvis förenlig med lagen" in page.main
    assert page.link("Anmäl") == "https://www.digg.se/tdosanmalan"
    assert page.main.endswith("Bedömd 21 november 2026 Senast ändrad 21 november 2026")


def test_the_glossary_is_in_swedish_order_and_each_word_has_an_address(as_stranger):
    page = Page(as_stranger.get("/ordlista/"))
    anchors = [term["id"] for term in page.all("dt")]
    assert len(anchors) == len(TERMS)
    assert [anchors[0], *anchors[-4:]] == ["adjungerad", "yrkande", "aterremiss", "amne", "arende"]


def test_no_word_is_explained_twice():
    words = [term.word for term in TERMS]
    assert sorted(words) == sorted(set(words))


def test_the_letters_end_in_swedish():
    assert [letter for letter, _ in letters()][-3:] == ["Y", "Å", "Ä"]


def test_the_words_stay_swedish_on_an_english_page(as_stranger):
    as_stranger.cookies["django_language"] = "en"
    page = Page(as_stranger.get("/ordlista/"))
    assert {term["lang"] for term in page.all("dt")} == {"sv"}


def test_every_key_that_the_review_listens_to_is_told(as_stranger, settings):
    script = (settings.BASE_DIR / "static/js/keys.js").read_text()
    listened_to = set(re.findall(r'^  "?(\w+|\?)"?: \(', script, re.MULTILINE))
    told = set(re.findall(r"<kbd>(.+?)</kbd>", as_stranger.get("/tangentbord/").text))
    assert listened_to - told == set()
    assert told - listened_to == {"/", "↓", "↑", "Esc", "Ctrl"}


@pytest.mark.parametrize("address", ["/om/", "/ordlista/", "/tillganglighet/", "/tangentbord/"])
def test_pages_about_the_archive_ask_the_database_nothing(
    address, as_stranger, django_assert_num_queries
):
    with django_assert_num_queries(0):
        assert as_stranger.get(address).status_code == 200
