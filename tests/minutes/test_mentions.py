from datetime import date

import pytest

from minutes.mentions import (
    decisions_naming,
    people_visible_to,
    representatives,
    with_name,
)
from people.models import Person
from tests.factories import (
    a_body,
    a_decision,
    a_draft,
    a_meeting,
    a_person,
    an_approval,
    an_attendance,
    an_item,
    an_organization,
)

pytestmark = pytest.mark.django_db
DAY = date(2024, 5, 1)


def test_a_person_is_visible_where_a_meeting_that_names_them_is(stranger, secretary):
    attended, signed, drafted, nowhere = map(a_person, ["A", "B", "C", "D"])
    an_attendance(person=attended)
    an_approval(person=signed)
    an_attendance(a_draft(), person=drafted)
    assert list(people_visible_to(stranger).in_order()) == [attended, signed]
    assert list(people_visible_to(secretary).in_order()) == [attended, signed, drafted]
    assert nowhere not in people_visible_to(secretary)


@pytest.mark.parametrize("text", ["öst", "ost", "ÅSA", "asa öst", "Öst Åsa", "åsa-lill"])
def test_a_name_is_found_however_its_letters_are_dotted(text):
    person = a_person("Åsa-Lill Östberg")
    a_person("Vera Lindqvist")
    assert list(Person.objects.filter(with_name(text))) == [person]


class TestRepresentatives:
    def test_each_person_once_for_each_body_the_latest_named_first(self, stranger):
        salem, first, later = an_organization("Salem"), a_person("Anna"), a_person("Bo")
        committee = a_body("Samarbetskommittén")
        for year, person, fields in [
            (2018, first, {"is_chair": True}),
            (2020, first, {"status": "absent"}),
            (2022, later, {}),
        ]:
            meeting = a_meeting(start_date=date(year, 5, 1))
            an_attendance(meeting, person=person, organization=salem, **fields)
        an_attendance(a_meeting(body=committee, start_date=DAY), person=first, organization=salem)
        an_attendance(meeting, organization=salem, printed_name="Bara Förnamn")
        an_attendance(a_draft(), organization=salem, person=a_person("Dold"))
        an_attendance(meeting, organization=an_organization("Tyresö"), person=a_person("Annan"))
        assert [tuple(row.values()) for row in representatives(salem, stranger)] == [
            ("Anna", "anna", "Samarbetskommittén", DAY, DAY, 1, 0, 0),
            ("Bo", "bo", "Ledningsgruppen", date(2022, 5, 1), date(2022, 5, 1), 1, 0, 0),
            ("Anna", "anna", "Ledningsgruppen", date(2018, 5, 1), date(2020, 5, 1), 1, 1, 1),
        ]


class TestDecisionsNaming:
    def found(self, name: str, user) -> list[str]:
        return [one.decision.text for one in decisions_naming(a_person(name), user)]

    def test_the_whole_name_in_a_row_the_latest_first(self, stranger):
        for number, text in enumerate(
            ["Vera Lindqvist skriver.", "Vera och Bo Lindqvist.", "Åt Vera Lindqvist, att åka."]
        ):
            item = an_item(a_meeting(start_date=date(2020 + number, 5, 1)))
            a_decision(item, text=text)
        a_decision(an_item(a_draft()), text="Vera Lindqvist åker.")
        an_item(text="Vera Lindqvist berättar.")
        assert self.found("Vera Lindqvist", stranger) == [
            "Åt Vera Lindqvist, att åka.",
            "Vera Lindqvist skriver.",
        ]

    def test_nothing_for_a_first_name_alone(self, stranger):
        a_decision(text="Vera skriver.")
        assert self.found("Vera", stranger) == []
