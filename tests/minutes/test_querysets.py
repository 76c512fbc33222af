from datetime import date

import pytest

from decisions.models import Assignment, Decision
from minutes.models import AgendaItem, Approval, Attendance, Meeting
from minutes.publishing import publish
from minutes.states import State
from tests.factories import (
    a_body,
    a_decision,
    a_draft,
    a_meeting,
    a_person,
    an_approval,
    an_assignment,
    an_attendance,
    an_item,
)

pytestmark = pytest.mark.django_db

SEEN = {
    ("stranger", True): ["public"],
    ("stranger", False): [],
    ("director", True): ["internal", "public"],
    ("director", False): ["internal", "public"],
    ("staff", True): ["internal", "public"],
    ("secretary", True): ["draft", "internal", "public"],
    ("secretary", False): ["draft", "internal", "public"],
}


@pytest.mark.parametrize(("who", "public"), SEEN)
def test_everything_of_a_meeting_is_seen_by_whoever_sees_the_meeting(
    who, public, request, settings
):
    settings.ARCHIVE_PUBLIC = public
    user = request.getfixturevalue(who)
    for state in State:
        meeting = a_meeting(state=state)
        an_attendance(meeting)
        an_approval(meeting)
        an_assignment(a_decision(an_item(meeting)))
    paths = {
        Meeting: "state",
        Attendance: "meeting__state",
        Approval: "meeting__state",
        AgendaItem: "meeting__state",
        Decision: "item__meeting__state",
        Assignment: "decision__item__meeting__state",
    }
    for model, state in paths.items():
        seen = model.objects.visible_to(user).order_by(state).values_list(state, flat=True)
        assert list(seen) == SEEN[who, public]


def test_losing_the_role_counts_at_once(secretary):
    a_draft()
    secretary.is_active = False
    assert list(Meeting.objects.visible_to(secretary)) == []


def test_a_person_shows_only_the_visible_attendances(stranger):
    person = a_person()
    an_attendance(a_draft(), person=person)
    shown = an_attendance(a_meeting(), person=person)
    assert list(person.attendances.visible_to(stranger)) == [shown]


def test_published_leaves_out_what_is_only_shared():
    a_draft()
    a_meeting(state=State.INTERNAL)
    meeting = a_meeting()
    assert list(Meeting.objects.published()) == [meeting]


def test_an_address_leads_to_its_meeting():
    meetings = [
        a_meeting(start_date="2022-10-06"),
        a_meeting(start_date="2022-10-06", sequence=2),
        a_meeting(start_date="2022-10-06", body=a_body("Samarbetskommittén")),
        a_draft(start_date="2022-10-06", body=None),
        a_draft(start_date=None),
        a_draft(start_date=None, body=None),
    ]
    for meeting in meetings:
        meeting.refresh_from_db()
        assert Meeting.objects.at(meeting.body_slug, meeting.date_slug).get() == meeting
    assert [f"{m.body_slug}/{m.date_slug}" for m in meetings[:4]] == [
        "ledningsgruppen/2022-10-06",
        "ledningsgruppen/2022-10-06-2",
        "samarbetskommitten/2022-10-06",
        "oklart/2022-10-06",
    ]


@pytest.mark.parametrize(
    "address",
    ["2022-13-45", "2022-10-06-0", "2022-10-6", "igår", "utan-datum-x", "", "2022-10-06-1x"],
)
def test_an_impossible_address_leads_nowhere(address):
    a_meeting(start_date="2022-10-06")
    assert list(Meeting.objects.at("ledningsgruppen", address)) == []


def test_present_and_absent_are_told_apart():
    there, away = an_attendance(), an_attendance(status="absent")
    assert list(Attendance.objects.present()) == [there]
    assert list(Attendance.objects.absent()) == [away]


class TestNeighbours:
    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            ("2022-10-06", ["2022-09-01", "2022-10-06", "2022-10-06-2"]),
            ("2022-10-06-2", ["2022-10-06", "2022-10-06-2", "2022-11-03"]),
            ("2022-09-01", [None, "2022-09-01", "2022-10-06"]),
            ("2022-11-03", ["2022-10-06-2", "2022-11-03", None]),
            ("2022-10-20", ["2022-10-06-2", None, "2022-11-03"]),
            ("2022-13-40", [None, None, None]),
        ],
    )
    def test_the_nearest_of_the_same_body_in_one_question(
        self, day, expected, django_assert_num_queries
    ):
        for held in ("2022-10-06", "2022-11-03", "2022-09-01"):
            a_meeting(start_date=date.fromisoformat(held))
        a_meeting(start_date=date(2022, 10, 6), sequence=2)
        a_meeting(start_date=date(2022, 10, 6), body=a_body("Samarbetskommittén"))
        with django_assert_num_queries(0 if "13" in day else 1):
            found = Meeting.objects.at_with_neighbours("ledningsgruppen", day)
        assert [one and one.date_slug for one in found] == expected

    def test_an_undated_one_and_one_of_an_unknown_body_have_none(self):
        undated = a_draft(start_date=None)
        nobodys = a_draft(body=None, start_date=date(2022, 10, 6))
        a_draft(body=None, start_date=date(2022, 10, 7))
        for one in (undated, nobodys):
            found = Meeting.objects.at_with_neighbours(one.body_slug, one.date_slug)
            assert found == (None, one, None)


def test_a_release_is_the_latest_entry_of_the_log(secretary, django_assert_num_queries):
    meeting = a_draft()
    a_meeting()
    publish(meeting, State.INTERNAL)
    latest = publish(meeting, State.PUBLIC, by=secretary)
    with django_assert_num_queries(1):
        told, untold = Meeting.objects.with_release().order_by("pk")
        assert (told.release, told.release.by) == (latest, secretary)
    assert getattr(untold, "release", None) is None
