from datetime import date

import pytest

from people.models import Kind
from tests.factories import (
    a_decision,
    a_document,
    a_draft,
    a_meeting,
    a_person,
    a_source,
    an_assignment,
    an_attendance,
    an_item,
    an_organization,
    is_about,
)
from tests.pages import Page

pytestmark = pytest.mark.django_db
DOORS = " Hämta: CSV, Excel, JSON Följ: Atom Så används de"


def read(client, address: str) -> str:
    return Page(client.get(address)).main.removesuffix(DOORS)


class TestDecisions:
    def test_sentence_first_then_where_it_comes_from(self, as_stranger):
        item = an_item(a_meeting(start_date=date(2022, 10, 6)), title="Trafik")
        agency = an_organization("Trafikverket", kind=Kind.AGENCY)
        named = [an_organization("Salem"), an_organization("Haninge"), agency]
        a_decision(item, text="Att bygga.", concerns="named", organizations=named)
        a_decision(item, text="Att vänta.", concerns="all_members")
        a_decision(item, text="Att träffas.")
        assert read(as_stranger, "/beslut/").endswith(
            "3 beslut Nyast först Äldst först 6 okt 2022 Att bygga."
            " Ledningsgruppen · Trafik · Gäller Haninge och Salem, nämner Trafikverket"
            " 6 okt 2022 Att vänta. Ledningsgruppen · Trafik · Gäller alla medverkande kommuner"
            " 6 okt 2022 Att träffas. Ledningsgruppen · Trafik · Gemensamt för organet"
        )

    def test_the_page_says_what_is_shown_and_what_there_is_besides(self, as_stranger):
        item = an_item(a_meeting(start_date=date(2022, 10, 6)))
        haninge = [an_organization("Haninge")]
        a_decision(item, text="Ett.", concerns="named", organizations=haninge)
        a_decision(item, text="Två.", concerns="joint")
        page = Page(as_stranger.get("/beslut/?kommun=haninge"))
        assert (
            "1 beslut, Haninge Ta bort Kommun: Haninge × Här visas:"
            " beslut som namnger kommunen (1),"
            " beslut för alla medverkande kommuner (0)."
            " Dessutom finns gemensamma beslut där ingen kommun pekas ut (1). Visa dem också"
        ) in page.main
        wider = Page(as_stranger.get("/beslut/" + page.link("Visa dem också")))
        assert " 2 beslut, Haninge" in wider.main
        ticked = [field["id"] for field in wider.all("input") if "checked" in field]
        assert ticked == ["kommun-haninge", "galler-namngiven", "galler-alla", "galler-gemensamt"]

    def test_nothing_found_tells_the_ways_out(self, as_stranger):
        a_decision(an_item(a_meeting(start_date=date(2022, 10, 6))), text="Ett.")
        words = read(as_stranger, "/beslut/?q=ett&galler=alla")
        assert words.endswith(
            "Inga beslut matchar. Ta bort ett filter:"
            " utan Sök i besluten: ”ett” – 0 träffar"
            " utan Hur beslutet gäller: Beslut för alla medverkande kommuner – 1 träff"
            " Ta bort alla"
        )

    def test_an_empty_archive_says_so(self, as_stranger):
        assert read(as_stranger, "/beslut/").endswith("Inga beslut är publicerade än.")

    def test_the_next_page_begins_where_this_one_ends(self, as_stranger):
        item = an_item(a_meeting(start_date=date(2022, 10, 6)))
        for number in range(26):
            a_decision(item, text=f"Att lägga rapport {number} till handlingarna.")
        page = Page(as_stranger.get("/beslut/?ar=2022&q=rapport"))
        assert " 26 beslut, ”rapport”, 2022 " in page.main
        following = page.link("Nästa 25")
        assert following.startswith("?ar=2022&q=rapport&efter=")
        last = Page(as_stranger.get("/beslut/" + following))
        assert last.main.endswith(f"Gemensamt för organet Från början{DOORS}")
        assert last.main.count("6 okt 2022") == 1
        assert last.link("Från början") == "?ar=2022&q=rapport"

    def test_a_place_that_is_none_is_the_beginning(self, as_stranger):
        a_decision(text="Att vänta.")
        assert "Att vänta." in read(as_stranger, "/beslut/?efter=nonsens")

    def test_how_an_assignment_stands(self, as_stranger):
        decision = a_decision(an_item(a_meeting(start_date=date(2022, 10, 6))))
        an_assignment(decision)
        an_assignment(decision, status="done")
        words = read(as_stranger, "/beslut/")
        assert words.endswith(" · Gemensamt för organet · uppdrag: pågår, klart")

    def test_what_was_found_is_marked_and_nothing_becomes_markup(self, as_stranger):
        a_decision(text="Att <b>rapporten</b> läggs till handlingarna.")
        answer = as_stranger.get("/beslut/?q=rapport").content.decode()
        assert "Att &lt;b&gt;<mark>rapporten</mark>&lt;/b&gt; läggs" in answer


class TestDecision:
    @pytest.fixture
    def decision(self):
        meeting = a_meeting(start_date=date(2022, 10, 6))
        text = "\n".join(f"Rad {number}" for number in range(1, 10))
        a_source(meeting, text, document=a_document(text))
        vera = a_person("Vera Lindqvist")
        an_attendance(meeting, person=vera, organization=an_organization("Haninge"))
        an_attendance(meeting, printed_name="Bo", items=["1"])
        an_item(meeting, title="Före")
        item = an_item(meeting, title="Trafik", text="Bakgrunden.")
        an_item(meeting, title="Efter")
        decision = a_decision(
            item,
            text="Vera frågar.",
            due_date=date(2022, 12, 1),
            due_text="före den 1 december",
            first_line=5,
            last_line=5,
        )
        a_decision(item, text="Att vänta.")
        due = {"due_date": decision.due_date, "due_text": decision.due_text}
        an_assignment(decision, responsible_person=vera, **due)
        an_assignment(decision, printed_responsible="infranätverket", status="done", **due)
        is_about("Infrastruktur", item, decision)
        is_about("Kollektivtrafik", item)
        return decision

    def test_tells_what_was_decided_and_what_stands_around_it(self, decision, as_stranger):
        assert read(as_stranger, decision.get_absolute_url()) == (
            "Vera frågar."
            " Datum torsdag 6 oktober 2022 Organ Södertörnskommunernas ledningsgrupp"
            " Punkt 2. Trafik Slag Beslut Vem det gäller Gemensamt för organet"
            " Ansvarig Vera Lindqvist, pågår infranätverket, klart"
            " Klart senast torsdag 1 december 2022 (i källan: ”före den 1 december”)"
            " Ämnen Infrastruktur"
            " Så står det i källan 2 Rad 2 3 Rad 3 4 Rad 4 5 Rad 5 6 Rad 6 7 Rad 7 8 Rad 8"
            " Visa i originalet · Hela källans text · Hämta originalet"
            " Hänvisa till beslutet Hänvisning och fast adress"
            " Södertörnskommunernas ledningsgrupp 2022-10-06, punkt 2, beslut 1"
            f" http://testserver/beslut/{decision.public_id}/ Kopiera hänvisning"
            " Sammanhang 2. Trafik Bakgrunden."
            " Andra beslut under samma punkt Att vänta."
            " Ämnet från möte till möte: Infrastruktur, Kollektivtrafik"
            " Vilka var med Närvarande vid punkten Haninge Vera Lindqvist"
            " Inte med vid punkten Ingen organisation anges Bo, endast punkt 1"
            " Vilka står bakom Ingen spelregel är registrerad för organet; därför sägs bara vilka"
            " som var företrädda. Hur organets medlemmar står till beslutet Företrädd Haninge"
            " Oklart Botkyrka närvaron är inte registrerad Huddinge närvaron är inte registrerad"
            " Nykvarn närvaron är inte registrerad Nynäshamn närvaron är inte registrerad"
            " Salem närvaron är inte registrerad Södertälje närvaron är inte registrerad"
            " Tyresö närvaron är inte registrerad"
            " Beslutet efter Att vänta."
        )

    def test_the_sentence_comes_first_and_is_marked_as_swedish(self, decision, as_stranger):
        page = Page(as_stranger.get(decision.get_absolute_url()))
        assert page.all("h1") == [{"class": "sentence", "lang": "sv"}]
        assert page.main.startswith("Vera frågar.")

    def test_the_neighbours_are_the_meetings_other_decisions(self, decision, as_stranger):
        first = a_decision(decision.item.meeting.items.get(position=1), text="Först " + "x" * 99)
        a_decision(an_item(a_meeting()), text="Ett annat möte.")
        page = Page(as_stranger.get(decision.get_absolute_url()))
        assert page.link("Beslutet före") == first.get_absolute_url()
        assert f"Beslutet före Först {'x' * 83}… Beslutet efter Att vänta." in page.main
        alone = a_decision(text="Ensamt.")
        assert "Beslutet" not in read(as_stranger, alone.get_absolute_url()).split("Vilka")[1]

    def test_a_person_who_is_responsible_until_another_day(self, decision, as_stranger):
        an_assignment(decision, printed_responsible="alla", due_text="före jul")
        assert (
            " Ansvarig Vera Lindqvist, pågår infranätverket, klart"
            " alla, pågår senast oklart datum (i källan: ”före jul”) Klart senast "
        ) in read(as_stranger, decision.get_absolute_url())

    @pytest.mark.parametrize(("make", "is_told"), [(a_meeting, True), (a_draft, False)])
    def test_when_the_matter_came_up_again_is_told(self, make, is_told, as_stranger):
        item = an_item(a_meeting(start_date=date(2022, 10, 6)), title="Bro över sundet")
        later = an_item(make(start_date=date(2023, 2, 5)), title="Bro över sundet")
        is_about("Infrastruktur", later)
        is_about("Infrastruktur", item)
        page = Page(as_stranger.get(a_decision(item, text="Att bygga.").get_absolute_url()))
        told = "Frågan behandlades igen 5 februari 2023 av Ledningsgruppen. "
        assert page.main.startswith(f"Att bygga. {told if is_told else ''}Datum")
        assert (later.get_absolute_url() in page.links) == is_told

    @pytest.mark.parametrize("rows", [1, 3])
    def test_what_comes_later_is_found_in_two_questions_of_six(
        self, rows, as_stranger, django_assert_num_queries
    ):
        item = an_item(a_meeting(start_date=date(2022, 10, 6)), title="Bro över sundet")
        decision = a_decision(item)
        is_about("Infrastruktur", item, decision)
        for number in range(rows):
            later = an_item(a_meeting(start_date=date(2023, 2, 5 + number)), title=item.title)
            is_about("Infrastruktur", later, a_decision(later))
        with django_assert_num_queries(6):
            as_stranger.get(decision.get_absolute_url())

    def test_can_be_cited_also_without_the_script(self, decision, as_stranger):
        page = Page(as_stranger.get(decision.get_absolute_url()))
        [field] = page.all("textarea")
        assert (field["id"], "readonly" in field) == ("citat", True)
        [button] = [one for one in page.all("button") if "data-copies" in one]
        assert (button["data-copies"], "hidden" in button) == ("citat", True)
        assert button["data-done"] == "Kopierat"
        assert {"id": "kopierat", "role": "status"} in page.all("span")

    def test_its_own_lines_are_marked(self, decision, as_stranger):
        page = Page(as_stranger.get(decision.get_absolute_url()))
        assert [line["id"] for line in page.all("li") if line.get("class") == "fact"] == ["rad-5"]
        assert page.link("Hela källans text").endswith("/2022-10-06/?kalla=1#rad-5")

    def test_without_source_date_or_names_it_says_so(self, as_secretary):
        decision = a_decision(an_item(a_draft(body=None, start_date=None), number=""), text="Att.")
        words = read(as_secretary, decision.get_absolute_url())
        assert "Datum oklart Utkast Organ Oklart organ Punkt Lägesrapport" in words
        assert words.endswith("Vilka var med Källan säger inte vilka som deltog.")

    def test_an_unknown_one_is_not_found(self, as_stranger):
        assert as_stranger.get("/beslut/finnsinte00/").status_code == 404
