from datetime import date

import pytest

from decisions.filters import DecisionFilter
from minutes import paging
from people.models import Kind
from tests.factories import (
    a_body,
    a_decision,
    a_draft,
    a_meeting,
    a_person,
    an_assignment,
    an_attendance,
    an_item,
    an_organization,
)
from tests.pages import Page

pytestmark = pytest.mark.django_db
NAMED, FOR_ALL = "Beslut som namnger kommunen", "Beslut för alla medverkande kommuner"


def read(client, address: str) -> str:
    return Page(client.get(address)).main


class TestMunicipalities:
    def test_with_what_is_registered_of_each(self, as_stranger):
        salem = an_organization("Salem")
        meeting = a_meeting()
        an_attendance(meeting, organization=salem)
        an_attendance(meeting, organization=salem)
        an_attendance(a_meeting(), organization=salem, status="absent")
        an_attendance(a_draft(), organization=salem)
        decision = a_decision(an_item(meeting), organizations=[salem])
        for status in ("open", "open", "done"):
            an_assignment(decision, responsible_organization=salem, status=status)
        words = read(as_stranger, "/kommuner/")
        assert " Nynäshamn 0 0 0 Salem 1 1 2 Södertälje 0 0 0 " in words

    def test_a_municipality_that_only_an_agency_like_body_knows_is_not_listed(self, as_stranger):
        an_organization("Gnesta", kind=Kind.MUNICIPALITY)
        agency = an_organization("Trafikverket", kind=Kind.AGENCY)
        an_attendance(organization=agency)
        assert "Gnesta" not in read(as_stranger, "/kommuner/")
        assert as_stranger.get("/kommuner/gnesta/").status_code == 404
        assert as_stranger.get("/kommuner/trafikverket/").status_code == 404


class TestMunicipality:
    def test_tells_presence_assignments_decisions_and_who_represented_it(self, as_stranger):
        salem, vera = an_organization("Salem"), a_person("Vera Lindqvist")
        item = an_item(a_meeting(start_date=date(2022, 5, 2)))
        an_attendance(item.meeting, organization=salem, person=vera, is_chair=True)
        absent = a_meeting(start_date=date(2021, 5, 2))
        an_attendance(absent, organization=salem, person=vera, status="absent")
        an_attendance(a_meeting(), organization=an_organization("Tyresö"))
        an_attendance(a_meeting(body=a_body("Nätverket")), organization=an_organization("Tyresö"))
        named = a_decision(item, text="Ett.", concerns="named", organizations=[salem])
        a_decision(item, text="Två.", concerns="all_members")
        a_decision(item, text="Tre.", concerns="joint")
        an_assignment(named, responsible_organization=salem, due_date=date(2022, 6, 1))
        assert read(as_stranger, "/kommuner/salem/") == (
            "Kommuner Salem Närvarande vid 1 av 2 möten där närvaron är registrerad."
            " I 1 möte till med kommunens organ nämns ingen från kommunen,"
            " varken som närvarande eller frånvarande."
            " Det viktigaste för den som är ny i kommunen"
            " Uppdrag som vilar på kommunen"
            " 2 maj 2022 Ledningsgruppen Ett. Pågår enligt arkivet, skulle vara klart 1 juni 2022"
            " Öppna uppdrag efter när de ska vara klara"
            " Beslut som namnger kommunen"
            " 2 maj 2022 Ledningsgruppen Ett. Lägesrapport Visa 1 beslut"
            " Beslut för alla medverkande kommuner"
            " 2 maj 2022 Ledningsgruppen Två. Lägesrapport Visa 1 beslut"
            " Gemensamma beslut där ingen kommun pekas ut"
            " Vilka som har företrätt kommunen"
            " Från det första till det sista mötet där personen nämns för kommunen."
            " Vad som gällde däremellan säger inte arkivet."
            " Ledningsgruppen 2 maj 2021 – 2 maj 2022"
            " Vera Lindqvist Närvarande vid 1 möte, frånvarande vid 1, ordförande vid 1"
        )

    def test_one_that_nothing_tells_of_says_so(self, as_stranger):
        assert read(as_stranger, "/kommuner/salem/") == (
            "Kommuner Salem Kommunens närvaro är inte registrerad vid något möte."
            " Det viktigaste för den som är ny i kommunen"
            " Uppdrag som vilar på kommunen Inget beslut ger kommunen ett uppdrag."
            " Beslut som namnger kommunen Inga sådana beslut finns i arkivet."
            " Beslut för alla medverkande kommuner Inga sådana beslut finns i arkivet."
            " Gemensamma beslut där ingen kommun pekas ut"
            " Vilka som har företrätt kommunen Ingen person nämns för kommunen."
        )

    def test_a_guest_has_no_decisions_for_all_members(self, as_stranger):
        nacka = an_organization("Nacka", kind=Kind.MUNICIPALITY)
        item = an_item()
        an_attendance(item.meeting, organization=nacka, person=a_person())
        a_decision(item, text="Ett.", organizations=[nacka], concerns="named")
        a_decision(item, text="Två.", concerns="all_members")
        words = read(as_stranger, "/kommuner/nacka/")
        assert (words.count("Visa 1 beslut"), words.count("Inga sådana beslut")) == (1, 1)

    def test_each_way_leads_to_the_list_with_as_many_decisions(self, as_stranger):
        salem, item = an_organization("Salem"), an_item()
        for number in range(7):
            a_decision(item, text=f"Beslut {number}.", concerns="named", organizations=[salem])
        page = Page(as_stranger.get("/kommuner/salem/"))
        assert page.link("Visa alla 7 beslut") == "/beslut/?kommun=salem&galler=namngiven"
        latest = page.main.count(" Beslut ") - len([NAMED, FOR_ALL])
        assert latest == 5
        assert "7 beslut, " in read(as_stranger, page.link("Visa alla 7 beslut"))

    def test_more_than_can_be_counted_are_shown_without_a_number(self, as_stranger, monkeypatch):
        monkeypatch.setattr(DecisionFilter, "most", 1)
        salem, item = an_organization("Salem"), an_item()
        for _ in range(2):
            a_decision(item, concerns="named", organizations=[salem])
        page = Page(as_stranger.get("/kommuner/salem/"))
        assert page.link("Visa alla besluten") == "/beslut/?kommun=salem&galler=namngiven"

    def test_the_latest_people_are_shown_and_all_of_them_if_asked_for(
        self, as_stranger, monkeypatch
    ):
        monkeypatch.setattr(paging, "LATEST", 1)
        for year, name in [(2020, "Anna Ek"), (2022, "Bo Ek")]:
            meeting = a_meeting(start_date=date(year, 5, 2))
            salem = an_organization("Salem")
            an_attendance(meeting, organization=salem, person=a_person(name))
        page = Page(as_stranger.get("/kommuner/salem/"))
        assert page.main.endswith(
            "2 maj 2022 Bo Ek Närvarande vid 1 möte Här visas de som nämndes senast. Visa alla"
        )
        whole = read(as_stranger, "/kommuner/salem/" + page.link("Visa alla"))
        assert whole.endswith("2 maj 2020 Anna Ek Närvarande vid 1 möte")
