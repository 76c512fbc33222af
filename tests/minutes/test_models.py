import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from decisions.indexing import forget
from minutes.anchors import anchor
from minutes.models import AgendaItem, Attendance, Meeting
from tests.factories import a_draft, a_meeting, an_attendance, an_item

pytestmark = pytest.mark.django_db


def refused(act) -> bool:
    with pytest.raises(IntegrityError), transaction.atomic():
        act()
    return True


def test_a_body_has_one_meeting_at_an_address():
    a_meeting(start_date="2022-10-06")
    assert refused(lambda: a_meeting(start_date="2022-10-06"))
    a_meeting(start_date="2022-10-06", sequence=2)


def test_so_have_meetings_of_nobody_knows_whom():
    a_draft(start_date="2022-10-06", body=None)
    assert refused(lambda: a_draft(start_date="2022-10-06", body=None))


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "möte"},
        {"state": "hemlig"},
        {"sequence": 0},
        {"start_date": "2022-10-06", "end_date": "2022-10-05"},
    ],
)
def test_the_database_refuses_an_impossible_meeting(fields):
    assert refused(lambda: a_meeting(**fields))


@pytest.mark.parametrize(
    "lines", [{"first_line": 3, "last_line": 2}, {"first_line": 3}, {"last_line": 3}]
)
def test_source_lines_are_both_there_and_in_order(lines):
    meeting = a_meeting()
    assert refused(lambda: an_item(meeting, **lines))
    assert refused(lambda: an_attendance(meeting, **lines))
    an_item(meeting, first_line=3, last_line=3)


def test_a_position_is_taken_once():
    item = an_item(position=1)
    assert refused(lambda: an_item(item.meeting, position=1))


def test_an_item_opened_again_the_next_day_has_a_place_of_its_own():
    meeting = a_meeting()
    numbers = [("4", 1), ("5", 1), ("4", 2), ("4", 2), ("", None), ("§ 12", None), ("4", None)]
    items = [an_item(meeting, number=number, day=day) for number, day in numbers]
    assert [item.anchor for item in items] == [
        "punkt-4",
        "punkt-5",
        "punkt-4-dag-2",
        "plats-4",
        "plats-5",
        "punkt-12",
        "plats-7",
    ]


def test_an_anchor_once_given_is_kept():
    item = an_item(number="4")
    item.number = "5"
    item.save()
    assert AgendaItem.objects.get().anchor == "punkt-4"


def test_the_items_of_another_meeting_do_not_matter():
    assert [an_item(number="4").anchor, an_item(number="4").anchor] == ["punkt-4", "punkt-4"]


@given(st.lists(st.tuples(st.text(max_size=60), st.none() | st.integers(1, 3)), max_size=12))
def test_anchors_are_always_unique(items):
    taken: set[str] = set()
    for position, (number, day) in enumerate(items, start=1):
        given_anchor = anchor(number, day, position, taken)
        assert given_anchor not in taken
        taken.add(given_anchor)


def test_deleting_a_meeting_takes_its_parts_along():
    meeting = a_meeting()
    an_item(meeting)
    an_attendance(meeting)
    forget(meeting.pk)
    Meeting.objects.all().delete()
    assert (AgendaItem.objects.count(), Attendance.objects.count()) == (0, 0)


def test_a_meeting_reads_as_its_address():
    assert str(a_meeting(start_date="2022-10-06")) == "Ledningsgruppen 2022-10-06"
    assert str(a_draft(start_date="2022-10-06", body=None)) == "oklart 2022-10-06"
