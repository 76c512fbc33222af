"""Who is meant by a printed name, in every case that the module's first lines promise."""

import pytest

from intake.parsing.minutes import ParsedApproval
from intake.recognising import Printed, recognise
from people.models import Person
from tests.factories import a_person, an_attendance, an_organization

pytestmark = pytest.mark.django_db


def meeting(*names: str):
    """The participants of one meeting, each printed as "name, organization" or a name alone."""
    split = [name.partition(", ") for name in names]
    printed = [
        Printed(name, an_organization(place) if place else None, line)
        for line, (name, _, place) in enumerate(split, start=1)
    ]
    return recognise(printed)


def someone_from(name: str, *places: str) -> Person:
    person = a_person(name)
    for place in places:
        an_attendance(person=person, organization=an_organization(place))
    return person


def test_a_new_name_is_a_new_person():
    participants = meeting("Vera Lindqvist, Haninge", "Olof Brandt, Salem")
    assert [str(person) for person in participants.people] == ["Vera Lindqvist", "Olof Brandt"]
    assert participants.remarks() == []


def test_the_same_name_is_the_same_person_however_it_is_spaced():
    anna = someone_from("Anna-Karin Berg", "Haninge")
    assert meeting("ANNA - KARIN  Berg, Haninge").people == [anna]


def test_whoever_moves_to_another_municipality_is_still_the_same_person():
    vera = someone_from("Vera Lindqvist", "Tyresö")
    assert meeting("Vera Lindqvist, Södertälje").people == [vera]


def test_another_printed_name_that_somebody_has_noted_counts():
    vera = a_person("Vera Lindqvist", other_names=["Vera Ek"])
    assert meeting("Vera Ek, Haninge").people == [vera]


def test_one_name_printed_twice_for_one_municipality_is_one_person():
    first, second = meeting("Vera Lindqvist, Salem", "Vera Lindqvist, Salem").people
    assert first == second == Person.objects.get()


def test_one_name_for_two_municipalities_at_one_meeting_is_two_people():
    first, second = meeting("Anna Berg, Haninge", "Anna Berg, Salem").people
    assert first != second
    assert [first.slug, second.slug] == ["anna-berg", "anna-berg-2"]


def test_the_one_who_is_known_there_keeps_their_place_beside_a_namesake():
    anna = someone_from("Anna Berg", "Salem")
    first, second = meeting("Anna Berg, Haninge", "Anna Berg, Salem").people
    assert second == anna
    assert first not in (anna, None)


def test_of_several_the_one_who_has_come_from_there_is_meant():
    here, there = someone_from("Anna Berg", "Haninge"), someone_from("Anna Berg", "Salem")
    assert meeting("Anna Berg, Salem").people == [there]
    assert meeting("Anna Berg, Haninge").people == [here]


@pytest.mark.parametrize("printed", ["Anna Berg, Tyresö", "Anna Berg"])
def test_of_several_nobody_is_picked_where_none_has_come_from_there(printed):
    someone_from("Anna Berg", "Haninge")
    someone_from("Anna Berg", "Salem")
    participants = meeting(printed)
    assert participants.people == [None]
    assert [(one.code, one.line) for one in participants.remarks()] == [("doubtful-person", 1)]
    assert Person.objects.count() == 2


def test_nobody_is_picked_where_two_have_come_from_there():
    someone_from("Anna Berg", "Haninge")
    someone_from("Anna Berg", "Haninge", "Salem")
    assert meeting("Anna Berg, Haninge").people == [None]


def test_a_history_of_two_places_cannot_be_at_one_meeting_for_both():
    someone_from("Anna Berg", "Haninge", "Salem")
    participants = meeting("Anna Berg, Haninge", "Anna Berg, Salem")
    assert participants.people == [None, None]
    assert [one.code for one in participants.remarks()] == ["doubtful-person"] * 2


def test_a_first_name_alone_is_nobody_and_asks_who_it_is():
    a_person("Vera")
    participants = meeting("Vera, Haninge")
    assert participants.people == [None]
    (remark,) = participants.remarks()
    assert (remark.code, remark.line) == ("unknown-person", 1)
    assert remark.message == "Vera är inte ett helt namn. Vem är det?"


def test_what_is_too_long_for_a_name_is_nobody():
    assert meeting(f"Vera {'x' * 200}, Haninge").people == [None]


def test_a_near_miss_is_a_remark_and_two_people():
    someone_from("Mikael Ahlström", "Salem")
    participants = meeting("Mikel Ahlström, Salem")
    (mikel,) = participants.people
    assert mikel.name == "Mikel Ahlström"
    (remark,) = participants.remarks()
    assert (remark.code, remark.line) == ("similar-name", 1)
    assert remark.message == "Mikel Ahlström liknar Mikael Ahlström. Är det samma person?"


def test_a_near_miss_is_said_once_not_at_every_meeting():
    meeting("Mikael Ahlström, Salem", "Mikel Ahlström, Salem")
    assert meeting("Mikel Ahlström, Salem").remarks() == []


def test_a_signature_that_is_nearly_a_participant_is_a_remark():
    participants = meeting("Mikael Ahlström, Salem")
    signed = ParsedApproval("Mikel Ahlström", "approver", lines=(40, 40))
    assert [(one.code, one.line) for one in participants.remarks([signed])] == [
        ("similar-name", 40)
    ]
    assert participants.named("Mikel Ahlström") is None


def test_a_participant_is_found_by_the_full_name_only_if_one_carries_it():
    participants = meeting("Anna Berg, Haninge", "Anna Berg, Salem", "Vera Lindqvist, Salem")
    assert participants.named("vera lindqvist").name == "Vera Lindqvist"
    assert participants.named("Anna Berg") is None
    assert participants.named("Vera") is None


def test_the_number_of_queries_does_not_follow_the_number_of_known_people(
    django_assert_num_queries,
):
    few, many = (
        [Printed(f"{first} {last}", None, 1) for last in lasts for first in ("Eva", "Bo")]
        for lasts in (["Ek"], ["Ek", "Alm", "Asp", "Björk", "Lind"])
    )
    for one in many:
        a_person(one.name)
    for printed in (few, many):
        with django_assert_num_queries(1):
            recognise(printed)


def test_where_people_have_come_from_is_asked_once_for_all_who_share_a_name(
    django_assert_num_queries,
):
    salem = an_organization("Salem")
    few, many = (
        [Printed(name, salem, line) for line, name in enumerate(names, start=1)]
        for names in (["Eva Ek"], ["Eva Ek", "Bo Ek", "Eva Alm"])
    )
    for one in many:
        a_person(one.name)
        a_person(one.name)
    for printed in (few, many):
        with django_assert_num_queries(2):
            recognise(printed)
