from datetime import date

import pytest

from people.models import Kind
from tests.factories import (
    a_decision,
    a_draft,
    a_meeting,
    a_person,
    an_attendance,
    an_item,
    an_organization,
)
from tests.pages import Page

pytestmark = pytest.mark.django_db


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
        a_decision(an_item(meeting), organizations=[salem])
        words = read(as_stranger, "/kommuner/")
        assert " Nynäshamn 0 0 Salem 1 1 Södertälje 0 0 " in words

    def test_a_municipality_that_only_an_agency_like_body_knows_is_not_listed(self, as_stranger):
        an_organization("Gnesta", kind=Kind.MUNICIPALITY)
        agency = an_organization("Trafikverket", kind=Kind.AGENCY)
        an_attendance(organization=agency)
        assert "Gnesta" not in read(as_stranger, "/kommuner/")
        assert as_stranger.get("/kommuner/gnesta/").status_code == 404
        assert as_stranger.get("/kommuner/trafikverket/").status_code == 404

    def test_its_page_counts_only_registered_meetings(self, as_stranger):
        salem = an_organization("Salem")
        item = an_item(a_meeting(start_date=date(2022, 5, 2)))
        an_attendance(item.meeting, organization=salem, person=a_person("Vera Lindqvist"))
        an_attendance(a_meeting(), organization=salem, status="absent")
        an_attendance(a_meeting(), organization=an_organization("Tyresö"))
        a_decision(item, text="Ett.", concerns="named", organizations=[salem])
        a_decision(item, text="Två.", concerns="all_members")
        a_decision(item, text="Tre.", concerns="joint")
        assert read(as_stranger, "/kommuner/salem/") == (
            "Kommuner Salem Närvarande vid 1 av 2 möten där kommunens närvaro är registrerad."
            " Beslut som namnger kommunen"
            " 2 maj 2022 Ett. Ledningsgruppen · Lägesrapport · Gäller Salem Visa 1 beslut"
            " Beslut för alla medverkande kommuner"
            " 2 maj 2022 Två. Ledningsgruppen · Lägesrapport · Gäller alla medverkande kommuner"
            " Visa 1 beslut"
            " Dessutom finns 1 gemensamt beslut där ingen kommun pekas ut. Visa dem"
            " Personer över tid 2 maj 2022 Vera Lindqvist 1 möte"
        )
