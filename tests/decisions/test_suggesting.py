from datetime import date

import pytest

from decisions.suggesting import suggestions
from minutes.states import State
from tests.factories import (
    a_body,
    a_draft,
    a_meeting,
    a_person,
    an_attendance,
    an_organization,
)

pytestmark = pytest.mark.django_db


def named(user, text: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.name, one.detail) for one in suggestions(user, text)]


def somebody(name: str, where: str = "Haninge", **meeting):
    return an_attendance(
        a_meeting(**meeting), person=a_person(name), organization=an_organization(where)
    )


def test_any_word_of_a_name_however_it_is_dotted(stranger):
    for name in ["Åke Gyllestad", "Vera Lind", "Bo Åkesson"]:
        somebody(name)
    assert named(stranger, "gyl") == [("Person", "Åke Gyllestad", "Haninge")]
    assert named(stranger, "ake") == [
        ("Person", "Bo Åkesson", "Haninge"),
        ("Person", "Åke Gyllestad", "Haninge"),
    ]
    assert named(stranger, "gyllestad å") == [("Person", "Åke Gyllestad", "Haninge")]


def test_a_corrected_name_is_found_though_its_address_is_older(stranger):
    person = somebody("Ana Berg").person
    person.name = "Åsa Berg"
    person.save()
    assert named(stranger, "åsa") == [("Person", "Åsa Berg", "Haninge")]


def test_near_misses_when_nothing_else_is_meant(stranger):
    somebody("Nils Gyllestad", "Salem")
    assert named(stranger, "gylestad") == [("Person", "Nils Gyllestad", "Salem")]
    assert named(stranger, "hanige") == [("Kommun", "Haninge", "")]
    somebody("Nils Gylestad", "Salem")
    assert named(stranger, "gylestad") == [("Person", "Nils Gylestad", "Salem")]


def test_places_come_before_people(stranger):
    a_meeting(body=a_body("Salutorget"))
    somebody("Salma Ek")
    assert named(stranger, "sal") == [
        ("Kommun", "Salem", ""),
        ("Organ", "Salutorget", ""),
        ("Person", "Salma Ek", "Haninge"),
    ]


def test_each_leads_somewhere(stranger):
    a_meeting(body=a_body("Salutorget"))
    somebody("Salma Ek")
    addresses = [one.address for text in ("sal", "infras") for one in suggestions(stranger, text)]
    assert addresses == [
        "/kommuner/salem/",
        "/moten/?organ=salutorget",
        "/personer/salma-ek/",
        "/amnen/infrastruktur/",
    ]


def test_a_topic_is_known_by_its_words_but_not_by_two_letters_of_one(stranger):
    assert named(stranger, "pen") == [("Ämne", "Kollektivtrafik", "")]
    assert named(stranger, "pe") == []


def test_a_name_comes_before_what_is_only_also_called_so(stranger):
    body = a_body("Alstyret", aliases=["Trafikgruppen"])
    for one in (body, a_body("Trafikrådet")):
        a_meeting(body=one)
    assert [one.name for one in suggestions(stranger, "trafik")][:2] == ["Trafikrådet", "Alstyret"]


def test_a_day_leads_to_its_meetings(stranger, secretary):
    a_meeting(start_date=date(2022, 10, 6))
    a_draft(start_date=date(2022, 10, 6), body=None)
    expected = ("Möte", "Ledningsgruppen", "6 oktober 2022")
    assert named(stranger, "mötet 6 oktober 2022") == [expected]
    assert [one.address for one in suggestions(stranger, "2022-10-06")] == [
        "/moten/ledningsgruppen/2022-10-06/"
    ]
    assert len(named(secretary, "2022-10-06")) == 2
    assert named(stranger, "2022-10-07") == []


def test_at_most_eight(stranger):
    for number in range(10):
        somebody(f"Vera {number}")
    assert len(named(stranger, "vera")) == 8


@pytest.mark.parametrize(
    "text", ["", "v", " ", "%00", "\x00v", "…", "ve" * 500, "a b c d e f g h"]
)
def test_what_is_no_name_means_nobody(text, stranger):
    somebody("Vera Ek")
    assert named(stranger, text) == []


def test_nothing_that_only_a_draft_holds(stranger, director, secretary):
    an_attendance(a_draft(body=a_body("Hemliga rådet")), person=a_person("Hemlina Ek"))
    somebody("Hemming Ek", state=State.INTERNAL)
    for user, expected in [
        (stranger, []),
        (director, ["Hemming Ek"]),
        (secretary, ["Hemliga rådet", "Hemlina Ek", "Hemming Ek"]),
    ]:
        assert [one.name for one in suggestions(user, "hem")] == expected


def test_a_hidden_name_pushes_no_near_one_out(stranger):
    an_attendance(a_draft(), person=a_person("Nils Gylestad"))
    somebody("Nils Gyllestad", "Salem")
    assert named(stranger, "gylestad") == [("Person", "Nils Gyllestad", "Salem")]


@pytest.mark.parametrize(("text", "queries"), [("ver", 1), ("verra", 3), ("v", 0)])
def test_asks_the_same_however_many_there_are(text, queries, stranger, django_assert_num_queries):
    for name in ["Vera Ek", "Vera Lind", "Vera Ahl"]:
        somebody(name)
    with django_assert_num_queries(queries):
        suggestions(stranger, text)
