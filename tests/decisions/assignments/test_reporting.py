from datetime import date, timedelta

import pytest

from decisions.assignments.models import Assignment, Report, Status
from decisions.assignments.reporting import ReportedMeanwhile, report
from minutes.search.models import SearchEntry
from tests.factories import a_decision, a_meeting, an_assignment, an_item

pytestmark = pytest.mark.django_db

DAY = date(2023, 3, 1)


@pytest.fixture
def assignment():
    return an_assignment(a_decision(an_item(a_meeting(start_date=date(2022, 10, 6)))))


def told(assignment: Assignment, status: str = "done", **more) -> Report:
    return report(assignment, **{"status": status, "said_date": DAY, "seen": 0, **more})


def standing(assignment: Assignment) -> str:
    return Assignment.objects.get(pk=assignment.pk).status


@pytest.mark.parametrize("before", Status.values)
@pytest.mark.parametrize("after", Status.values)
def test_every_status_may_follow_every_other_and_each_report_is_kept(before, after, assignment):
    first = told(assignment, before, note="Först.")
    told(assignment, after, note="Sedan.", seen=first.pk)
    assert standing(assignment) == after
    kept = assignment.reports.order_by("pk").values_list("status", "note")
    assert list(kept) == [(before, "Först."), (after, "Sedan.")]


def test_a_report_tells_when_where_and_by_whom(assignment, staff):
    meeting = a_meeting(start_date=DAY)
    made = told(assignment, note="Klart nu.", meeting=meeting, by=staff)
    made.refresh_from_db()
    assert (made.status, made.note, made.said_date) == ("done", "Klart nu.", DAY)
    assert (made.meeting, made.by) == (meeting, staff)


def test_what_was_said_before_the_latest_changes_no_status(assignment):
    first = told(assignment, "done")
    told(assignment, "open", said_date=DAY - timedelta(days=30), note="Inte än.", seen=first.pk)
    assert standing(assignment) == "done"
    assert assignment.reports.count() == 2


def test_of_one_day_the_last_to_be_written_counts(assignment):
    first = told(assignment, "done")
    told(assignment, "dropped", seen=first.pk)
    assert standing(assignment) == "dropped"


def test_a_status_that_is_none_is_refused(assignment):
    with pytest.raises(ValueError, match="lost"):
        told(assignment, "lost")
    assert assignment.reports.count() == 0


def test_who_has_not_read_the_latest_report_is_refused_and_told_of_it(assignment, staff):
    read = told(assignment, "open", note="Påbörjat.")
    between = told(assignment, "done", by=staff, seen=read.pk)
    with pytest.raises(ReportedMeanwhile) as refused:
        told(assignment, "dropped", seen=read.pk)
    assert refused.value.reports == [between]
    assert (standing(assignment), assignment.reports.count()) == ("done", 2)


def test_the_same_sent_twice_is_kept_once(assignment, staff):
    both = [told(assignment, note="Klart.", by=staff) for _ in range(2)]
    assert both[0] == both[1]
    assert assignment.reports.count() == 1


def test_the_same_from_another_is_another_report(assignment, staff, secretary):
    told(assignment, note="Klart.", by=staff)
    with pytest.raises(ReportedMeanwhile):
        told(assignment, note="Klart.", by=secretary)


@pytest.mark.parametrize("in_prose", [False, True], ids=["of a decision", "of an item"])
def test_the_list_of_decisions_finds_it_by_its_new_status(in_prose, assignment):
    if in_prose:
        assignment = an_assignment(item=an_item(), text="Vera återkommer.")
    told(assignment, "done")
    tags = SearchEntry.objects.filter(meeting=assignment.item.meeting).values_list("tags")
    assert {"sdone" in one.split() for (one,) in tags} == {True}
    assert {"sopen" in one.split() for (one,) in tags} == {False}
