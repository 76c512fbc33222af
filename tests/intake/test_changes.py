import pytest

from intake.changes import Change, changes_of
from intake.editing.assignments import judge
from intake.editing.rows import change, insert
from intake.editing.saving import saving
from minutes.models import AgendaItem
from minutes.publishing import publish
from tests.factories import a_decision, a_draft, an_assignment, an_item, an_organization

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return a_draft(location="Salem")


def edit(meeting, by, act):
    meeting.refresh_from_db()
    with saving(meeting.pk, meeting.version, by, "test") as locked:
        act(locked)


def told(meeting):
    return [one.changes for one in changes_of(meeting)]


def test_what_nobody_has_touched_has_no_changes(meeting):
    a_decision(an_item(meeting))
    assert changes_of(meeting) == []


def test_each_edit_says_who_and_what(meeting, secretary):
    item = an_item(meeting, number="1", title="Tåg")
    edit(meeting, secretary, lambda locked: change(locked, {"location": "Nykvarn"}))
    edit(meeting, secretary, lambda _: change(item, {"title": "Bussar"}))
    assert [one.by for one in changes_of(meeting)] == [secretary, secretary]
    assert told(meeting) == [
        [Change("Punkt 1. Bussar", "Rubrik", "Tåg", "Bussar")],
        [Change("Mötet", "Plats", "Salem", "Nykvarn")],
    ]


def test_rows_that_come_and_go_are_told_with_their_text(meeting, secretary):
    decision = a_decision(an_item(meeting), text="Att bygga bron.")
    hamnar = AgendaItem(meeting=meeting, title="Hamnar", anchor="hamnar")
    edit(meeting, secretary, lambda _: insert(meeting.items.all(), hamnar))
    edit(meeting, secretary, lambda _: decision.delete())
    assert told(meeting) == [
        [Change("Beslut", "", "Att bygga bron.", "")],
        [Change("Punkt Hamnar", "", "", "Hamnar")],
    ]


def test_the_organizations_of_a_decision_are_told_by_name(meeting, secretary):
    decision = a_decision(an_item(meeting), organizations=[an_organization("Salem")])
    edit(meeting, secretary, lambda _: decision.organizations.add(an_organization("Tyresö")))
    assert told(meeting) == [[Change("Beslut", "Namngivna", "Salem", "Salem, Tyresö")]]


def test_what_a_person_makes_of_a_proposal_is_told(meeting, secretary):
    task = an_assignment(item=an_item(meeting), text="Bo ringer.")
    edit(meeting, secretary, lambda _: judge(task, "rejected"))
    edit(meeting, secretary, lambda _: task.delete())
    assert told(meeting) == [
        [Change("Uppdrag", "", "Bo ringer.", "")],
        [Change("Uppdrag", "Ställning", "Föreslaget av programmet", "Avvisat")],
    ]


def test_a_move_to_another_state_is_told_in_words(meeting, secretary):
    edit(meeting, secretary, lambda locked: publish(locked, "internal", secretary))
    assert told(meeting) == [[Change("Mötet", "Läge", "Utkast", "Intern")]]


def test_the_number_of_queries_does_not_follow_the_edits(
    meeting, secretary, django_assert_num_queries
):
    decision = a_decision(an_item(meeting), organizations=[an_organization("Salem")])
    for number in range(4):
        edit(meeting, secretary, lambda _, n=number: change(decision, {"text": f"Text {n}"}))
        if number in (0, 3):
            with django_assert_num_queries(4):
                changes_of(meeting)
