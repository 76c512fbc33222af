"""What the lists of decisions and of search have in common: asked by a browser, or its script."""

from datetime import date
from html.parser import HTMLParser

import pytest

from decisions.filters import EntryFilter
from tests.factories import a_decision, a_draft, a_meeting, an_item, an_organization, is_about
from tests.pages import Page

pytestmark = pytest.mark.django_db
BY_SCRIPT = {"HX-Request": "true"}


@pytest.fixture
def archive():
    """Two published decisions and one that is a draft."""
    infrastructure = an_item(a_meeting(start_date=date(2022, 10, 6)), title="Vägar")
    haninge = [an_organization("Haninge")]
    decided = a_decision(
        infrastructure,
        text="Att bygga vägen genom tunneln.",
        concerns="named",
        organizations=haninge,
    )
    is_about("Infrastruktur", infrastructure, decided)
    a_decision(an_item(a_meeting(start_date=date(2021, 3, 4)), title="Skolor"), text="Att vänta.")
    a_decision(an_item(a_draft(start_date=date(2020, 3, 4)), title="Vägval"), text="Att välja.")


def whole(client, address: str) -> str:
    return Page(client.get(address)).text


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("", "2 beslut"),
        ("?ar=2022", "1 beslut, 2022"),
        ("?ar=2022&ar=2021", "2 beslut, 2022 eller 2021"),
        ("?amne=infrastruktur&kommun=haninge&ar=2022", "1 beslut om infrastruktur, Haninge, 2022"),
        ("?q=vägen", "1 beslut, ”vägen”"),
        ("?ar=nyss", "2 beslut"),
    ],
)
def test_one_sentence_says_what_was_found(question, sentence, archive, as_stranger):
    answer = as_stranger.get(f"/beslut/{question}")
    page = answer.content.decode()
    assert f'<p class="result">{sentence}</p>' in page
    assert f" {sentence} – Mötesarkivet" in " ".join(page.split())  # the title of the window


def test_more_than_can_be_counted_is_said_so(archive, as_stranger, monkeypatch):
    monkeypatch.setattr(EntryFilter, "most", 1)
    assert " Fler än 1 beslut " in whole(as_stranger, "/beslut/")
    assert " Fler än 1 träffar " in whole(as_stranger, "/sok/")


def test_a_chosen_value_is_ticked_and_can_be_taken_away(archive, as_stranger):
    page = Page(as_stranger.get("/beslut/?ar=2022&amne=infrastruktur&kommun=haninge"))
    ticked = [field["id"] for field in page.all("input") if "checked" in field]
    assert ticked == ["kommun-haninge", "amne-infrastruktur", "ar-2022"]
    assert page.link("Ta bort År: 2022") == "?amne=infrastruktur&kommun=haninge"
    assert "Ämne 1 vald" in page.text


def test_each_value_says_how_many_it_would_give(archive, as_stranger):
    assert " År 1 vald 2022 1 2021 1 " in whole(as_stranger, "/beslut/?ar=2022")


def test_nothing_of_a_draft_is_there_to_choose(archive, as_stranger, as_secretary):
    assert "2020" not in whole(as_stranger, "/beslut/")
    assert " 2020 1 " in whole(as_secretary, "/beslut/")


def test_a_refused_value_leads_to_its_filter(archive, as_stranger):
    page = Page(as_stranger.get("/beslut/?ar=nyss"))
    assert "År: ”nyss” finns inte att välja." in page.text
    assert page.link("År: ”nyss”") == "#ar"


def test_the_date_stands_once_for_a_meeting_and_is_read_out_each_time(as_stranger):
    item = an_item(a_meeting(start_date=date(2022, 10, 6)))
    for number in range(3):
        a_decision(item, text=f"Att {number}.")
    days = [one for tag, one in Page(as_stranger.get("/beslut/")).tags if tag == "time"]
    assert [one["datetime"] for one in days] == ["2022-10-06"] * 3
    assert [one.get("class") for one in days] == [None, "hidden-visually", "hidden-visually"]


def test_the_filters_say_how_many_values_are_chosen(archive, as_stranger):
    assert " Filtrera Stäng × " in whole(as_stranger, "/beslut/?q=vägen")
    assert " Filtrera (2) Stäng × " in whole(as_stranger, "/beslut/?q=vägen&ar=2022&ar=2021")


def test_the_order_can_be_changed_and_is_kept(archive, as_stranger):
    page = Page(as_stranger.get("/beslut/?ar=2022&ar=2021"))
    assert page.link("Äldst först") == "?ar=2022&ar=2021&sort=aldst"
    oldest = Page(as_stranger.get("/beslut/" + page.link("Äldst först")))
    assert oldest.main.index("4 mar 2021") < oldest.main.index("6 okt 2022")
    assert {"type": "hidden", "name": "sort", "value": "aldst"} in oldest.all("input")
    assert [link["href"] for link in oldest.all("a") if "aria-current" in link] == [
        "/beslut/",
        "?ar=2022&ar=2021&sort=aldst",
    ]


def test_relevance_is_for_words(archive, as_stranger):
    assert "Relevans" not in whole(as_stranger, "/beslut/")
    assert "Relevans" in whole(as_stranger, "/beslut/?q=vägen")


def test_words_taken_for_others_are_said(archive, as_stranger):
    page = Page(as_stranger.get("/beslut/?q=bygga+tuneln"))
    assert "Inga träffar på ”tuneln”. Visar träffar på ”tunneln”." in page.main
    page = Page(as_stranger.get("/beslut/?q=bygga+Tuneln"))
    assert "Inga träffar på ”Tuneln”. Visar träffar på ”Tunneln”." in page.main


def test_longer_words_are_offered_where_little_was_found(as_stranger):
    a_decision(text="Kontakten bryts.")
    a_decision(text="Takten ökar.")
    page = Page(as_stranger.get("/beslut/?q=takt"))
    assert page.main.endswith("Även i längre ord kontakten")
    assert page.link("kontakten") == "?q=kontakten"


@pytest.mark.parametrize("address", ["/beslut/", "/sok/", "/moten/"])
def test_of_an_empty_archive_nothing_is_asked(address, as_stranger):
    assert "Filtrera" not in Page(as_stranger.get(address)).main
    assert "Filtrera" in Page(as_stranger.get(f"{address}?q=vägen")).main


class TestAskedByScript:
    def test_the_answer_is_the_part_that_changes(self, archive, as_stranger):
        answer = as_stranger.get("/beslut/?ar=2022", headers=BY_SCRIPT)
        page = Page(answer)
        assert page.problems == []
        assert page.all("html", "form", "h1") == []
        beside = {one["id"] for _, one in page.tags if "hx-swap-oob" in one}
        assert beside == {"antal", "antal-val", "visa"} | {
            f"{name}-{part}"
            for name in ("kommun", "galler", "amne", "organ", "ar", "status")
            for part in ("valda", "varden")
        }

    def test_it_says_what_the_button_is_to_say(self, archive, as_stranger, monkeypatch):
        assert "Visa 1 beslut" in whole_answer(as_stranger, "/beslut/?ar=2022")
        assert "Visa 2 träffar" in whole_answer(as_stranger, "/sok/?ar=2022")
        monkeypatch.setattr(EntryFilter, "most", 1)
        assert "Visa beslut" in whole_answer(as_stranger, "/beslut/")
        assert "Visa träffar" in whole_answer(as_stranger, "/sok/")

    def test_it_says_the_same_as_the_whole_page(self, archive, as_stranger):
        for address in ["/beslut/?ar=2022", "/sok/?q=vägen", "/sok/?q=finnsinte&ar=2022"]:
            rows = hits(as_stranger.get(address))
            assert rows == hits(as_stranger.get(address, headers=BY_SCRIPT))

    def test_the_address_is_without_what_is_empty(self, archive, as_stranger):
        answer = as_stranger.get("/beslut/?q=&ar=2022&sort=", headers=BY_SCRIPT)
        assert answer["HX-Push-Url"] == "/beslut/?ar=2022"

    def test_no_cache_takes_one_for_the_other(self, archive, as_stranger):
        for headers in ({}, BY_SCRIPT):
            assert "HX-Request" in as_stranger.get("/beslut/", headers=headers)["Vary"]


def whole_answer(client, address: str) -> str:
    return Page(client.get(address, headers=BY_SCRIPT)).text


class _Hits(HTMLParser):
    """The links of the list."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag == "a" and (href := dict(attrs).get("href") or "").startswith(("/moten/", "?")):
            self.found.append(href)


def hits(answer) -> list[str]:
    parser = _Hits()
    parser.feed(answer.content.decode())
    return [href for href in parser.found if href != "/moten/"]
