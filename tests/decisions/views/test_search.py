from datetime import date

import pytest

from minutes.states import State
from tests.factories import a_decision, a_draft, a_meeting, a_person, an_attendance, an_item
from tests.pages import Page

pytestmark = pytest.mark.django_db
DOORS = " Hämta: JSON Så används de"


def read(client, address: str) -> str:
    """What is told of the hits."""
    return Page(client.get(address)).main.removesuffix(DOORS).rpartition(" Visa träffar ")[2]


@pytest.fixture
def item():
    meeting = a_meeting(start_date=date(2022, 10, 6))
    item = an_item(meeting, title="Trafik", text="Bussarna går igen.")
    a_decision(item, text="Att köpa en buss.")
    return item


def test_items_and_decisions_each_with_its_kind(item, as_stranger):
    assert read(as_stranger, "/sok/?q=buss&ar=2022") == (
        "2 träffar, ”buss”, 2022 Namn, ämnen och möten Kollektivtrafik Ämne"
        " Ta bort Sök: ”buss” × Ta bort År: 2022 × Ta bort alla"
        " Relevans Nyast först Äldst först"
        " 6 okt 2022 Trafik Bussarna går igen. Punkt · Ledningsgruppen"
        " 6 okt 2022 Att köpa en buss. Beslut · Ledningsgruppen · Trafik · Gemensamt för organet"
    )


def test_an_item_leads_to_its_place_in_the_meeting(item, as_stranger):
    page = Page(as_stranger.get("/sok/?q=buss"))
    assert page.link("Trafik Bussarna") == "/moten/ledningsgruppen/2022-10-06/#punkt-1"
    assert page.link("Att köpa en") == item.decisions.get().get_absolute_url()


def test_of_a_long_text_the_piece_with_the_hits_is_shown(as_stranger):
    text = f"Först annat. {'Mycket annat sades. ' * 40}Sist kom färjan på tal."
    an_item(title="Övrigt", text=text)
    words = read(as_stranger, "/sok/?q=färja")
    assert "Sist kom färjan på tal." in words
    assert "Först annat" not in words


def test_names_stand_above_the_first_hits_only(as_stranger):
    an_attendance(a_meeting(), person=a_person("Vera Lind"))
    for number in range(26):
        an_item(title=f"Vera berättar {number}")
    first = Page(as_stranger.get("/sok/?q=vera"))
    assert first.link("Vera Lind") == "/personer/vera-lind/"
    assert "Vera Lind" not in read(as_stranger, "/sok/" + first.link("Nästa 25"))


def test_a_near_name_is_for_words_that_nothing_holds(item, as_stranger):
    an_attendance(item.meeting, person=a_person("Nils Gyllestad"))
    assert "Nils Gyllestad" in read(as_stranger, "/sok/?q=gylestad")
    an_item(item.meeting, title="Gylestad")
    assert "Nils Gyllestad" not in read(as_stranger, "/sok/?q=gylestad")


def test_what_is_no_word_finds_everything(item, as_stranger):
    assert read(as_stranger, "/sok/").startswith("2 träffar Nyast först")


def test_an_empty_archive_says_so(as_stranger):
    main = Page(as_stranger.get("/sok/")).main
    assert main == "Sök i arkivet 0 träffar Inget är publicerat än."


def test_whose_eyes_it_is_for_is_told_to_those_who_see_it(as_director, as_secretary, as_stranger):
    an_item(a_draft(), title="Utkastet om bussen")
    an_item(a_meeting(state=State.INTERNAL), title="Bussen")
    assert read(as_stranger, "/sok/?q=buss").startswith("0 träffar")
    assert "Punkt · Ledningsgruppen Intern" in read(as_director, "/sok/?q=buss&typ=punkt")
    assert "Punkt · Ledningsgruppen Utkast" in read(as_secretary, "/sok/?q=utkastet")


def test_a_filter_can_be_typed_into_the_box(item, as_stranger):
    an_item(a_meeting(start_date=date(2021, 3, 4)), title="Bussen")
    assert read(as_stranger, "/sok/?q=buss+år:2021").startswith("1 träff, ”buss”, 2021 ")
