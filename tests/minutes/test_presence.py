from datetime import date

import pytest

from minutes.models import Meeting
from minutes.presence import (
    at_item,
    by_organization,
    days_of,
    not_mentioned,
    particulars,
    signature,
    was_there,
)
from people.models import Kind
from tests.factories import a_meeting, an_approval, an_attendance, an_item, an_organization

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, []),
        ({"is_chair": True}, ["ordförande"]),
        ({"is_secretary": True, "is_remote": True}, ["sekreterare", "på distans"]),
        (
            {"items": ["4-"], "is_remote": True, "note": "fr o m punkt 4, via Teams"},
            ["från punkt 4", "via Teams"],
        ),
        ({"items": ["2"], "note": "miljöchef, § 2"}, ["endast punkt 2", "miljöchef"]),
        ({"note": "deltar ej den 22 september"}, ["deltar ej den 22 september"]),
    ],
)
def test_particulars_say_each_thing_once(fields, words):
    assert particulars(an_attendance(**fields)) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"is_done": True}, ["justerat"]),
        ({"is_done": False, "day": 2}, ["dag 2", "ännu inte justerat enligt källan"]),
        ({}, []),
        ({"role": "recorder", "is_done": True}, []),
        ({"is_done": False, "approved_date": date(2022, 5, 3)}, ["justerade 3 maj 2022"]),
    ],
)
def test_a_signature_says_what_the_source_says(fields, words):
    assert signature(an_approval(**fields)) == words


def test_municipalities_come_first_and_the_nameless_last():
    meeting = a_meeting()
    region = an_organization("Alingsås region", kind=Kind.REGION)
    an_attendance(meeting, printed_name="Utan Hemvist")
    an_attendance(meeting, organization=region)
    an_attendance(meeting, printed_organization="Byalaget")
    an_attendance(meeting, organization=an_organization("Tyresö"))
    an_attendance(meeting, organization=an_organization("Botkyrka"))
    an_attendance(meeting, organization=an_organization("Tyresö"))
    found = by_organization(meeting.attendances.in_order())
    assert [(one.name, len(one.attendances)) for one in found] == [
        ("Botkyrka", 1),
        ("Tyresö", 2),
        ("Alingsås region", 1),
        ("Byalaget", 1),
        ("", 1),
    ]


def test_at_an_item_the_absent_are_away_and_the_unclear_are_unclear():
    meeting = a_meeting()
    item = an_item(meeting, number="3")
    an_attendance(meeting, printed_name="Hela Tiden")
    an_attendance(meeting, printed_name="Kom Sent", items=["4-"])
    an_attendance(meeting, printed_name="Inte Där", status="absent")
    an_attendance(meeting, printed_name="Vet Ej", items=["extra"])
    found = at_item(meeting.attendances.in_order(), item)
    names = [
        [a.printed_name for one in part for a in one.attendances]
        for part in (found.present, found.away, found.unclear)
    ]
    assert names == [["Hela Tiden"], ["Kom Sent", "Inte Där"], ["Vet Ej"]]


class TestWasThere:
    @pytest.mark.parametrize(
        ("fields", "answers"),
        [
            ({}, [True, True, True]),
            ({"status": "absent"}, [False, False, False]),
            ({"note": "deltar ej den 22 september"}, [True, True, False]),
            ({"note": "endast dag 2"}, [False, False, True]),
            ({"note": "08:30-10:15"}, [None, None, None]),
            ({"note": "ersätter Emil Brohage", "is_remote": True}, [True, True, True]),
            ({"items": ["2"], "note": "miljöchef, endast punkt 2"}, [False, True, None]),
            ({"items": ["2-"], "note": "fr o m p 2"}, [False, True, None]),
            ({"items": ["2-"], "note": "fr o m p 2, ej dag 2"}, [False, True, False]),
            ({"note": "ej vid punkt 2"}, [None, None, None]),
        ],
    )
    def test_at_two_items_and_at_one_that_is_opened_again_the_next_day(self, fields, answers):
        meeting = a_meeting(start_date=date(2023, 9, 21), end_date=date(2023, 9, 22))
        first, second = (an_item(meeting, number=number, day=1) for number in "12")
        again = an_item(meeting, number="2", day=2, continues=second)
        one = an_attendance(meeting, **fields)
        assert [was_there(one, item) for item in (first, second, again)] == answers

    @pytest.mark.parametrize(
        ("fields", "days"),
        [
            ({"start_date": None}, []),
            ({}, ["2023-09-21"]),
            ({"end_date": date(2023, 9, 22)}, ["2023-09-21", "2023-09-22"]),
            ({"end_date": date(3023, 9, 22)}, ["2023-09-21"]),
        ],
    )
    def test_the_days_of_a_meeting(self, fields, days):
        meeting = Meeting(**{"start_date": date(2023, 9, 21), **fields})
        assert [str(day) for day in days_of(meeting)] == days


def test_members_nobody_wrote_about_are_told_apart_from_the_absent():
    meeting = a_meeting()
    for name in ["Botkyrka", "Haninge", "Huddinge", "Nykvarn", "Nynäshamn"]:
        an_attendance(meeting, organization=an_organization(name), status="absent")
    missing = not_mentioned(meeting.body.members.in_order(), meeting.attendances.all())
    assert [one.name for one in missing] == ["Salem", "Södertälje", "Tyresö"]
    assert not_mentioned([], []) == []
