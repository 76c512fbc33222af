from datetime import date

import pytest
from django.db.models import OuterRef

from minutes.enclosing import enclosed, opened, put
from minutes.models import Approval, Meeting
from people.models import Body, Organization
from tests.factories import a_body, a_meeting, a_person, an_approval, an_organization

pytestmark = pytest.mark.django_db
SIGNED = ("id", "printed_name", "is_done", "approved_date", "person_id", "person__slug")


def signed(meeting: Meeting) -> list[Approval]:
    rows = Approval.objects.filter(meeting=OuterRef("pk"))
    found = Meeting.objects.annotate(rows=enclosed(rows, *SIGNED)).get(pk=meeting.pk)
    return opened(Approval, found.rows)


def test_rows_come_with_the_row_that_they_belong_to(django_assert_num_queries):
    meeting, vera = a_meeting(), a_person("Vera Lindqvist")
    name = 'Vera "Vippa" Lindqvist\\å'
    told = {"printed_name": name, "is_done": True, "approved_date": date(2022, 10, 6)}
    an_approval(meeting, person=vera, **told)
    an_approval(a_meeting(), printed_name="Någon annan")
    with django_assert_num_queries(1):
        (one,) = signed(meeting)
        assert {field: getattr(one, field) for field in told} == told
        assert one.person.get_absolute_url() == vera.get_absolute_url()


def test_what_is_not_said_stays_unsaid(django_assert_num_queries):
    an_approval(meeting := a_meeting(), printed_name="Bo")
    with django_assert_num_queries(1):
        (one,) = signed(meeting)
        assert (one.person, one.is_done, one.approved_date) == (None, None, None)


def test_of_nothing_there_is_nothing():
    assert signed(a_meeting()) == []
    assert opened(Approval, None) == []


def test_what_did_not_come_along_is_asked_for(django_assert_num_queries):
    an_approval(meeting := a_meeting(), role="recorder")
    (one,) = signed(meeting)
    with django_assert_num_queries(1):
        assert one.role == "recorder"


def test_the_relation_gives_what_is_put_there(django_assert_num_queries):
    salem = an_organization("Salem")
    a_body("Infranätverket").members.set([salem])
    members = Organization.objects.filter(bodies=OuterRef("pk"))
    known = Body.objects.annotate(rows=enclosed(members, "id", "name"))
    body = known.get(name="Infranätverket")
    put(body, "members", opened(Organization, body.rows))
    with django_assert_num_queries(0):
        assert [one.name for one in body.members.all()] == ["Salem"]
    assert list(body.members.filter(name="Haninge")) == []
