from datetime import date

import pytest

from minutes.mentions import people_visible_to, periods, tenures, with_name
from people.models import Person
from tests.factories import (
    a_draft,
    a_meeting,
    a_person,
    an_approval,
    an_attendance,
    an_organization,
)

pytestmark = pytest.mark.django_db


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


def test_a_person_who_moves_has_two_periods_the_latest_first():
    person, tyreso, salem = a_person(), an_organization("Tyresö"), an_organization("Salem")
    for year, organization, fields in [
        (2018, tyreso, {"is_chair": True}),
        (2019, tyreso, {"status": "absent"}),
        (2022, salem, {"is_secretary": True}),
    ]:
        meeting = a_meeting(start_date=date(year, 5, 1))
        an_attendance(meeting, person=person, organization=organization, **fields)
    found = periods(person.attendances.oldest_first())
    assert [(one.name, one.first.year, one.last.year, one.in_words) for one in found] == [
        ("Salem", 2022, 2022, "närvarande vid 1 möte, sekreterare vid 1"),
        ("Tyresö", 2018, 2019, "närvarande vid 1 möte, frånvarande vid 1, ordförande vid 1"),
    ]


def test_somebody_who_comes_back_has_a_period_for_each_time():
    person, tyreso, salem = a_person(), an_organization("Tyresö"), an_organization("Salem")
    for year, organization in [(2018, tyreso), (2019, salem), (2020, tyreso)]:
        meeting = a_meeting(start_date=date(year, 5, 1))
        an_attendance(meeting, person=person, organization=organization)
    found = periods(person.attendances.oldest_first())
    assert [one.name for one in found] == ["Tyresö", "Salem", "Tyresö"]


def test_an_organizations_people_by_time_the_latest_first():
    salem, first, later = an_organization("Salem"), a_person("Anna"), a_person("Bo")
    for year, person in [(2018, first), (2020, first), (2022, later)]:
        meeting = a_meeting(start_date=date(year, 5, 1))
        an_attendance(meeting, person=person, organization=salem)
    an_attendance(meeting, organization=salem, printed_name="Bara Förnamn")
    found = tenures(salem.attendances.oldest_first())
    assert [(t.person.name, t.first.year, t.last.year) for t in found] == [
        ("Bo", 2022, 2022),
        ("Anna", 2018, 2020),
    ]
