from datetime import date, timedelta

import pytest

from minutes import paging
from minutes.paging import beginning
from minutes.portraits import portrait
from tests.factories import (
    a_decision,
    a_meeting,
    a_person,
    an_assignment,
    an_attendance,
    an_item,
)

pytestmark = pytest.mark.django_db


def test_decisions_that_name_somebody_are_told_once(stranger):
    person = a_person("Vera Lindqvist")
    an_assignment(a_decision(text="Vera Lindqvist skriver."), responsible_person=person)
    other = a_decision(text="Att tacka Vera Lindqvist.")
    found = portrait(person, stranger, whole=False)
    assert [one.decision.text for one in found.assignments.rows] == ["Vera Lindqvist skriver."]
    assert found.naming.rows == [other]


def test_another_name_that_the_index_takes_for_the_same_is_left_out(stranger):
    a_decision(text="Att tacka Vera Lindqvisten.")
    assert portrait(a_person("Vera Lindqvist"), stranger, whole=False).naming.rows == []


def test_open_assignments_come_first(stranger):
    person = a_person()
    for year, status in [(2022, "done"), (2021, "open"), (2020, "open")]:
        decision = a_decision(an_item(a_meeting(start_date=date(year, 5, 1))), text=f"År {year}.")
        an_assignment(decision, responsible_person=person, status=status)
    found = portrait(person, stranger, whole=False).assignments
    assert [one.decision.text for one in found.rows] == ["År 2021.", "År 2020.", "År 2022."]


def test_other_printings_of_the_name_are_told_but_not_its_spacing(stranger):
    person = a_person("Vera Lindqvist")
    for printed in ("Vera  LINDQVIST", "Vera Lindkvist", "Vera Lindkvist"):
        an_attendance(person=person, printed_name=printed)
    assert portrait(person, stranger, whole=False).other_names == ["Vera Lindkvist"]


def test_long_lists_begin_with_the_latest_and_end_even_when_asked_for_whole(stranger, monkeypatch):
    monkeypatch.setattr(paging, "LATEST", 2)
    monkeypatch.setattr(paging, "MOST", 3)
    person = a_person()
    for number in range(4):
        day = date(2021, 1, 1) + timedelta(days=number)
        an_attendance(a_meeting(start_date=day), person=person)
    short = portrait(person, stranger, whole=False)
    long = portrait(person, stranger, whole=True)
    assert (short.meetings, short.days[0], short.days[-1]) == (
        4,
        date(2021, 1, 1),
        date(2021, 1, 4),
    )
    assert [one.meeting.start_date.day for one in short.seen.rows] == [4, 3]
    assert [one.meeting.start_date.day for one in long.seen.rows] == [4, 3, 2]
    assert (short.seen.goes_on, long.seen.goes_on) == (True, True)


def test_a_list_that_fits_does_not_go_on():
    assert beginning([1, 2]).goes_on is False
