"""What others have told stays, whatever is edited."""

from datetime import date

import pytest

from decisions.models import Answer, Decision, Report
from intake.editing.assignments import add_assignment
from intake.editing.decisions import merge_decisions, remove_decision
from intake.editing.followed_up import FollowedUp
from intake.editing.items import merge_items
from intake.editing.saving import saving
from intake.editing.undoing import undo
from tests import factories

pytestmark = pytest.mark.django_db


def an_answer(decision, name: str = "Salem") -> Answer:
    return Answer.objects.create(
        decision=decision,
        organization=factories.an_organization(name),
        text="Ja.",
        by=factories.a_secretary(f"svarar-{name}"),
    )


def a_report(assignment) -> Report:
    return Report.objects.create(
        assignment=assignment,
        status="done",
        said_date=date(2024, 1, 2),
        by=factories.a_secretary("berättar"),
    )


def edit(meeting):
    meeting.refresh_from_db()
    return saving(meeting.pk, meeting.version, factories.a_secretary("ändrar"), "decision-removed")


def test_a_decision_that_is_answered_is_not_removed():
    decision = factories.a_decision()
    answer = an_answer(decision)
    with pytest.raises(FollowedUp), edit(decision.item.meeting):
        remove_decision(decision)
    assert Decision.objects.get(public_id=decision.public_id).answers.get() == answer


def test_an_assignment_that_is_reported_on_is_not_removed():
    assignment = factories.an_assignment()
    report = a_report(assignment)
    with pytest.raises(FollowedUp), edit(assignment.item.meeting):
        assignment.delete()
    assert list(Report.objects.all()) == [report]


def test_nor_is_one_that_undoing_would_remove():
    decision = factories.a_decision()
    meeting, by = decision.item.meeting, factories.a_secretary("ändrar")
    with saving(meeting.pk, meeting.version, by, "assignment-added"):
        added = add_assignment(decision, {"due_text": "före jul"})
    a_report(added)
    meeting.refresh_from_db()
    with pytest.raises(FollowedUp):
        undo(meeting.pk, meeting.version, by)
    assert list(decision.assignments.all()) == [added]


def test_answers_go_along_when_two_decisions_become_one():
    first = factories.a_decision()
    second = factories.a_decision(first.item)
    answer = an_answer(second)
    with edit(first.item.meeting):
        merge_decisions(first, second)
    assert list(first.answers.all()) == [answer]


def test_two_decisions_that_one_organization_has_answered_stay_two():
    first = factories.a_decision()
    second = factories.a_decision(first.item)
    for decision in (first, second):
        an_answer(decision)
    with pytest.raises(FollowedUp), edit(first.item.meeting):
        merge_decisions(first, second)
    assert first.item.decisions.count() == 2


def test_items_are_merged_with_all_that_was_told():
    decision = factories.a_decision()
    first = decision.item
    other = factories.a_decision(factories.an_item(first.meeting))
    answer, report = an_answer(other), a_report(factories.an_assignment(other))
    with edit(first.meeting):
        merge_items(first, other.item)
    assert (answer.decision.item_id, report.assignment.item_id) == (
        other.item_id, other.item_id,
    )  # fmt: skip
    assert list(Answer.objects.all()) == [answer]
    assert list(Report.objects.all()) == [report]


def test_the_secretary_is_told_and_nothing_is_changed(as_secretary):
    decision = factories.a_decision()
    an_answer(decision)
    meeting = decision.item.meeting
    address = f"/granska/{meeting.pk}/beslut/{decision.pk}/"
    answer = as_secretary.post(address, {"do": "remove", "version": meeting.version}, follow=True)
    assert "Inget är ändrat." in answer.content.decode()
    assert list(decision.item.decisions.all()) == [decision]
