from datetime import date

import pytest

from minutes.bodies import Presence, Year, attendance_of, bodies_visible_to, years_of
from people.models import BodyRule
from tests.factories import (
    a_body,
    a_draft,
    a_meeting,
    an_attendance,
    an_organization,
)
from tests.pages import Page

pytestmark = pytest.mark.django_db
PAGE = "/organ/ledningsgruppen/"


def was_there(meeting, name: str, **fields):
    return an_attendance(meeting, organization=an_organization(name), **fields)


@pytest.fixture
def body():
    """Two meetings in 2021, one in 2022 that tells of nobody, and a draft."""
    first = a_meeting(start_date=date(2021, 3, 4))
    second = a_meeting(start_date=date(2021, 5, 6))
    a_meeting(start_date=date(2022, 5, 6))
    was_there(first, "Haninge")
    was_there(first, "Haninge", status="absent")
    was_there(first, "Salem", items=["2"])
    was_there(second, "Haninge", status="absent")
    was_there(a_draft(start_date=date(2023, 1, 1)), "Tyresö")
    return first.body


def table(body, user):
    members = list(body.members.in_order())
    return attendance_of(body, members, years_of(body, user), user)


class TestYears:
    def test_the_latest_first_with_how_many_tell_of_anybody(self, body, stranger, secretary):
        years = [Year(2022, 1, 0), Year(2021, 2, 2)]
        assert years_of(body, stranger) == years
        assert years_of(body, secretary) == [Year(2023, 1, 1), *years]

    def test_the_undated_stand_last(self, body, secretary):
        a_draft(start_date=None)
        assert years_of(body, secretary)[-1] == Year(None, 1, 0)


class TestAttendance:
    def test_only_meetings_that_mention_a_municipality_count(self, body, stranger):
        found = table(body, stranger)
        told = {row.organization.name: (row.by_year, row.whole) for row in found.rows}
        silent = Presence()
        assert told["Haninge"] == ((silent, Presence(1, 2)), Presence(1, 2))
        assert told["Salem"] == ((silent, Presence(1, 1)), Presence(1, 1))
        assert told["Tyresö"] == ((silent, silent), silent)
        assert (found.with_names, found.meetings) == (2, 3)

    def test_nothing_registered_is_a_dash_and_not_a_zero(self):
        told = [(one.short, one.in_words) for one in (Presence(), Presence(10, 10))]
        assert told == [("–", "–"), ("10 av 10", "10 av 10 registrerade")]
        assert Presence(0, 3).short == "0 av 3"

    def test_another_municipality_is_told_of_too_and_an_agency_is_not(self, body, stranger):
        meeting = a_meeting(start_date=date(2021, 7, 8))
        nacka = an_organization("Nacka", kind="municipality")
        was_there(meeting, "Nacka")
        agency = an_organization("Trafikverket", kind="agency")
        an_attendance(meeting, organization=agency)
        others = [row for row in table(body, stranger).rows if not row.is_member]
        assert [row.organization for row in others] == [nacka]

    def test_another_bodys_meetings_do_not_count(self, body, stranger):
        other = a_meeting(body=a_body("Samarbetskommittén"), start_date=date(2021, 7, 8))
        was_there(other, "Haninge")
        rows = {row.organization.name: row.whole for row in table(body, stranger).rows}
        assert rows["Haninge"] == Presence(1, 2)

    def test_it_can_be_switched_off(self, body, stranger, as_stranger):
        body.shows_attendance = False
        body.save()
        assert table(body, stranger) is None
        assert "Närvaro per kommun" not in Page(as_stranger.get(PAGE)).main


class TestPage:
    def test_tells_what_the_body_is_and_who_was_there(self, body, as_stranger):
        text = "Den som inte är med står bakom."
        BodyRule.objects.create(
            body=body, from_date=date(2022, 1, 1), text=text, absent_is_bound=True
        )
        page = Page(as_stranger.get(PAGE))
        assert page.main.startswith(
            "Möten Ledningsgruppen Södertörnskommunernas ledningsgrupp"
            " Medlemmar Botkyrka Haninge Huddinge Nykvarn Nynäshamn Salem Södertälje Tyresö"
            " Möten och beslut 2022 1 möte 2021 2 möten Organets beslut, de senaste först"
            " Gruppens spelregler från 1 jan 2022 Den som inte är med står bakom."
            " Den som är frånvarande står bakom besluten, om den inte har invänt i förväg."
            " Närvaro per kommun "
        )
        assert page.main.endswith(
            " Kommun Närvarande vid 2022 2021"
            " Botkyrka – – – Haninge 1 av 2 registrerade – 1 av 2 Huddinge – – –"
            " Nykvarn – – – Nynäshamn – – – Salem 1 av 1 registrerade – 1 av 1"
            " Södertälje – – – Tyresö – – –"
            " Möten med närvaro i arkivet 2 av 3 0 av 1 2 av 2"
        )
        assert page.link("2021") == "/moten/?organ=ledningsgruppen&ar=2021"
        assert page.link("Organets beslut") == "/beslut/?organ=ledningsgruppen"

    def test_what_is_not_registered_is_said(self, as_stranger):
        a_meeting(body=a_body("Infranätverket"))
        main = Page(as_stranger.get("/organ/infranatverket/")).main
        assert "Inga medlemmar är registrerade." in main
        assert "Ingen spelregel är registrerad." in main
        assert main.endswith("Källorna säger inte vilka som deltog.")

    def test_a_rule_that_binds_nobody_is_told_so(self, body, as_stranger):
        BodyRule.objects.create(
            body=body, from_date=date(2022, 1, 1), text="Fritt.", absent_is_bound=False
        )
        told = "Den som är frånvarande binds inte av besluten."
        assert told in Page(as_stranger.get(PAGE)).main

    def test_a_body_of_hidden_meetings_alone_is_unknown(self, as_stranger, as_secretary, stranger):
        a_draft(body=a_body("Dolda gruppen"))
        assert not bodies_visible_to(stranger).exists()
        assert as_stranger.get("/organ/dolda-gruppen/").status_code == 404
        assert as_stranger.get("/organ/finns-inte/").status_code == 404
        assert as_secretary.get("/organ/dolda-gruppen/").status_code == 200

    def test_meeting_and_decision_lead_to_it(self, body, as_stranger):
        meeting = body.meetings.get(start_date=date(2021, 3, 4))
        assert Page(as_stranger.get(meeting.get_absolute_url())).link("Ledningsgruppen") == PAGE

    @pytest.mark.parametrize("rows", [1, 3])
    def test_is_told_in_six_questions(self, rows, as_stranger, django_assert_num_queries):
        for number in range(rows):
            meeting = a_meeting(start_date=date(2020 + number, 1, 1))
            for name in ["Haninge", "Salem", "Tyresö"][:rows]:
                was_there(meeting, name)
            BodyRule.objects.create(
                body=meeting.body,
                from_date=date(2020 + number, 1, 1),
                text="Så.",
                absent_is_bound=True,
            )
        with django_assert_num_queries(6):
            as_stranger.get(PAGE)
