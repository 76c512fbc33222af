from datetime import date

import pytest

from decisions.backing import Backing, behind, in_force, objections
from people.models import BodyRule
from tests.factories import (
    a_body,
    a_decision,
    a_draft,
    a_meeting,
    a_source,
    an_attendance,
    an_item,
    an_organization,
)
from tests.pages import Page

pytestmark = pytest.mark.django_db
DAY = date(2022, 10, 6)


def a_rule(day: date = date(2022, 1, 1), *, bound: bool = True) -> BodyRule:
    text = "Den som inte är med står bakom." if bound else "Den som inte är med är fri."
    return BodyRule.objects.create(body=a_body(), from_date=day, text=text, absent_is_bound=bound)


@pytest.fixture
def item():
    """Haninge was there, Salem from a distance, Tyresö was not, Nykvarn from some item on."""
    found = an_item(a_meeting(start_date=DAY), number="2", text="")
    told = {
        "Haninge": {},
        "Salem": {"is_remote": True},
        "Tyresö": {"status": "absent"},
        "Nykvarn": {"items": ["4a-"]},
    }
    for name, fields in told.items():
        an_attendance(found.meeting, organization=an_organization(name), **fields)
    return found


def standings(item, rules, text: str = "") -> dict[str, Backing]:
    names = ["Haninge", "Salem", "Tyresö", "Nykvarn", "Botkyrka"]
    members = [an_organization(name) for name in names]
    attendances = list(item.meeting.attendances.in_order())
    found = behind(item, members, rules, attendances, text)
    return {one.organization.name: one.standing for one in found.backers}


class TestStandings:
    def test_under_a_rule_that_binds_the_absent_stand_behind(self, item):
        assert standings(item, [a_rule()]) == {
            "Haninge": Backing.REPRESENTED,
            "Salem": Backing.REMOTE,
            "Tyresö": Backing.BOUND,
            "Nykvarn": Backing.UNCLEAR,
            "Botkyrka": Backing.UNCLEAR,
        }

    def test_under_a_rule_that_does_not_they_are_not_bound(self, item):
        assert standings(item, [a_rule(bound=False)])["Tyresö"] == Backing.NOT_BOUND

    def test_without_a_rule_it_is_only_said_that_they_were_not_there(self, item):
        found = standings(item, [])
        assert (found["Haninge"], found["Tyresö"]) == (Backing.REPRESENTED, Backing.AWAY)

    def test_where_the_text_tells_of_an_objection_it_is_unclear(self, item):
        rules, text = [a_rule()], "Tyresö har anmält avvikande mening."
        assert standings(item, rules, text)["Tyresö"] == Backing.UNCLEAR
        assert standings(item, rules, "Salem reserverar sig.")["Salem"] == Backing.REMOTE

    def test_why_it_is_unclear_is_told(self, item):
        members = [an_organization(name) for name in ("Botkyrka", "Nykvarn", "Tyresö", "Salem")]
        attendances = list(item.meeting.attendances.in_order())
        text = "Tyresö har anmält avvikande mening."
        found = behind(item, members, [a_rule()], attendances, text)
        assert [one.why for one in found.backers] == [
            "närvaron är inte registrerad",
            "källan säger inte om de var med vid punkten",
            "texten nämner en invändning",
            "",
        ]


class TestRules:
    def test_the_latest_that_had_begun_by_the_day_is_in_force(self):
        first, second = a_rule(date(2020, 1, 1)), a_rule(date(2022, 10, 6))
        later = a_rule(date(2022, 10, 7))
        rules = [later, first, second]
        assert in_force(rules, DAY) == second
        assert in_force(rules, date(2022, 10, 5)) == first
        assert in_force(rules, date(2019, 12, 31)) is None
        assert in_force(rules, None) is None


class TestObjections:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Haninge reserverar sig mot beslutet.",
            "Haninges protokollsanteckning bifogas.",
            "Ledamoten från Haninge har avvikande mening.",
            "Haninge hade invänt före mötet.",
        ],
    )
    def test_a_sentence_that_names_both_is_quoted(self, sentence):
        text = f"Bakgrunden.\n{sentence} Salem tackar."
        assert objections(an_organization("Haninge"), text) == (sentence,)
        assert objections(an_organization("Salem"), text) == ()

    @pytest.mark.parametrize(
        "sentence",
        [
            "Haninge deltar. Salem reserverar sig.",
            "Invändig renovering i Haninge.",
            "Haningeborna reserverar sig.",
        ],
    )
    def test_what_only_stands_nearby_is_not(self, sentence):
        assert objections(an_organization("Haninge"), sentence) == ()


class TestOnThePage:
    def told(self, client, decision) -> str:
        main = Page(client.get(decision.get_absolute_url())).main
        return main.partition("Vilka står bakom ")[2].partition(" Svar från")[0]

    def test_the_rule_is_shown_with_its_day_and_each_standing_with_its_line(
        self, item, as_stranger
    ):
        a_source(item.meeting, "ett\ntvå\ntre\n")
        item.meeting.attendances.filter(status="absent").update(first_line=2, last_line=2)
        a_rule()
        assert self.told(as_stranger, a_decision(item)) == (
            "Gruppens spelregel, från 1 januari 2022: Den som inte är med står bakom."
            " Hur organets medlemmar står till beslutet"
            " Företrädd Haninge"
            " Företrädd på distans Salem"
            " Inte företrädd, står bakom enligt spelregeln Tyresö rad 2"
            " Oklart Botkyrka närvaron är inte registrerad"
            " Huddinge närvaron är inte registrerad"
            " Nykvarn källan säger inte om de var med vid punkten"
            " Nynäshamn närvaron är inte registrerad"
            " Södertälje närvaron är inte registrerad"
        )

    def test_an_objection_is_quoted(self, item, as_stranger):
        item.text = "Haninge reserverar sig."
        item.save()
        told = self.told(as_stranger, a_decision(item))
        assert "Företrädd Haninge Haninge reserverar sig." in told

    def test_without_a_rule_in_force_only_presence_is_told(self, item, as_stranger):
        decision = a_decision(item)
        none = "Ingen spelregel är registrerad för organet; därför sägs bara vilka"
        assert self.told(as_stranger, decision).startswith(none)
        a_rule(date(2023, 1, 1))
        later = "Organets äldsta registrerade spelregel gäller från en senare dag än mötet"
        assert self.told(as_stranger, decision).startswith(later)

    def test_of_an_undated_meeting_the_rule_is_unknown(self, as_secretary):
        a_rule()
        undated = a_decision(an_item(a_draft(start_date=None)))
        told = self.told(as_secretary, undated)
        assert told.startswith("Mötets datum är oklart, och därmed vilken spelregel som gällde")

    def test_a_body_without_members_has_no_such_part(self, as_stranger):
        meeting = a_meeting(body=a_body("Infranätverket"))
        assert self.told(as_stranger, a_decision(an_item(meeting))) == ""

    @pytest.mark.parametrize("rows", [1, 3])
    def test_rules_and_names_take_no_more_questions(
        self, rows, as_stranger, django_assert_num_queries
    ):
        item = an_item(a_meeting(start_date=DAY))
        for number, name in enumerate(["Haninge", "Salem", "Tyresö"][:rows]):
            an_attendance(item.meeting, organization=an_organization(name))
            a_rule(date(2020 + number, 1, 1))
        decision = a_decision(item)
        with django_assert_num_queries(4):
            as_stranger.get(decision.get_absolute_url())
