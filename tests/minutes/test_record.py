from datetime import date

import pytest

from minutes import record
from minutes.models import Meeting
from minutes.representation import Standing
from tests.factories import (
    a_decision,
    a_draft,
    a_meeting,
    an_attendance,
    an_item,
    an_organization,
)

pytestmark = pytest.mark.django_db


def record_of(meeting: Meeting) -> record.Record:
    return record.record_of(record.with_few(Meeting.objects.all()).get(pk=meeting.pk))


def test_it_has_what_the_meeting_holds_and_what_follows_from_it():
    meeting, haninge = a_meeting(), an_organization("Haninge")
    vera = an_attendance(meeting, printed_name="Vera", organization=haninge, is_chair=True)
    bo = an_attendance(meeting, printed_name="Bo", organization=haninge, status="absent")
    an_item(meeting)
    decision = a_decision(an_item(meeting))
    found = record_of(meeting)
    assert [one.attendances for one in found.present] == [[vera]]
    assert [one.attendances for one in found.absent] == [[bo]]
    assert found.chairs == [vera]
    assert haninge not in found.not_mentioned
    assert [list(item.decisions.all()) for item in found.items] == [[], [decision]]
    assert found.with_decisions == [decision.item]
    assert found.matrix.standings == [Standing.REPRESENTED, Standing.SILENT]


def test_without_decisions_or_without_names_there_is_no_matrix():
    only_names, only_decisions = a_meeting(), a_meeting()
    an_attendance(only_names)
    an_item(only_names)
    a_decision(an_item(only_decisions))
    assert [record_of(one).matrix for one in (only_names, only_decisions)] == [None, None]


def test_of_an_unknown_body_it_has_no_members_but_whoever_is_printed():
    draft = a_draft(body=None)
    an_attendance(draft, organization=an_organization("Haninge"))
    a_decision(an_item(draft))
    found = record_of(draft)
    assert (found.members, found.not_mentioned) == ([], [])
    assert [row.organization.name for row in found.matrix.rows] == ["Haninge"]


def test_decisions_come_as_printed_with_what_follows_from_them(django_assert_num_queries):
    item = an_item(a_meeting(start_date=date(2022, 10, 6)))
    later = a_decision(item, position=2, organizations=[an_organization("Salem")])
    earlier = a_decision(item, position=1)
    (found,) = record_of(item.meeting).items
    with django_assert_num_queries(0):
        decisions = list(found.decisions.all())
        assert decisions == [earlier, later]
        assert [one.name for one in decisions[1].organizations.all()] == ["Salem"]
        assert list(decisions[0].assignments.all()) == []
