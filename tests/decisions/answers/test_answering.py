from datetime import date

import pytest

from accounts.models import User
from decisions.answers.answering import (
    SAID_WITH_IT,
    Done,
    Outdated,
    Said,
    answer,
    answer_and_report,
    may_answer,
    version_of,
)
from decisions.assignments.reporting import ReportedMeanwhile, report
from decisions.models import Answer, Decision, Report
from minutes.models import SearchEntry
from tests.factories import a_decision, an_assignment, an_organization

pytestmark = pytest.mark.django_db
YES = Said("Ja, med tillägg.", date(2022, 3, 1), date(2022, 2, 28))


@pytest.fixture
def decision():
    return a_decision(concerns="all_members")


@pytest.fixture
def haninge():
    return an_organization("Haninge")


def test_what_is_said_is_stored_with_who_and_counted(decision, haninge, staff):
    row = answer(decision, haninge, YES, version=0, by=staff)
    assert (Said.of(row), row.version, row.by) == (YES, 1, staff)
    later = answer(decision, haninge, Said("Nej."), version=1, by=staff)
    assert (later.pk, later.text, later.answered_date, later.version) == (row.pk, "Nej.", None, 2)


def test_who_read_another_version_is_refused_and_told_what_stands_there(
    decision, haninge, staff, secretary
):
    row = answer(decision, haninge, YES, version=0, by=staff)
    for outdated in (0, 2, None):
        with pytest.raises(Outdated) as refused:
            answer(decision, haninge, Said("Nej."), version=outdated, by=secretary)
        assert refused.value.stored == row
    row.refresh_from_db()
    assert (Said.of(row), row.version, row.by) == (YES, 1, staff)


def test_the_same_twice_is_saved_once(decision, haninge, staff):
    answer(decision, haninge, YES, version=0, by=staff)
    assert answer(decision, haninge, YES, version=0, by=staff).version == 1
    assert Answer.history.count() == 1


def test_nothing_said_takes_the_row_away_and_its_history_stays(
    decision, haninge, staff, secretary
):
    answer(decision, haninge, YES, version=0, by=staff)
    assert answer(decision, haninge, Said(), version=1, by=secretary) is None
    assert not Answer.objects.exists()
    told = Answer.history.order_by("history_id").values_list(
        "text", "history_type", "history_user__username"
    )
    assert list(told) == [
        ("Ja, med tillägg.", "+", "handlaggaren"),
        ("Ja, med tillägg.", "-", "sekreteraren"),
    ]
    assert answer(decision, haninge, Said(), version=1, by=staff) is None


def test_no_version_comes_back_when_a_row_is_written_anew(decision, haninge, staff):
    answer(decision, haninge, YES, version=0, by=staff)
    answer(decision, haninge, Said(), version=1, by=staff)
    assert version_of(decision, haninge, None) == 2
    with pytest.raises(Outdated):
        answer(decision, haninge, Said("Nej."), version=0, by=staff)
    assert answer(decision, haninge, Said("Nej."), version=2, by=staff).version == 3


def test_of_a_decision_that_is_gone_nothing_is_stored(decision, haninge, staff):
    SearchEntry.objects.all().delete()
    Decision.objects.all().delete()
    with pytest.raises(Decision.DoesNotExist):
        answer(decision, haninge, YES, version=0, by=staff)


def test_no_assignment_is_settled_by_an_answer(decision, haninge, staff):
    given = decision.item.assignments.create(
        decision=decision, responsible_organization=haninge, kind="reply"
    )
    answer(decision, haninge, YES, version=0, by=staff)
    given.refresh_from_db()
    assert (given.status, given.reports.count()) == ("open", 0)


@pytest.mark.parametrize(
    ("role", "works_in", "may"),
    [
        ("staff", "Haninge", True),
        ("staff", "Salem", False),
        ("staff", None, False),
        ("reader", "Haninge", False),
        ("secretary", None, True),
        ("secretary", "Salem", True),
    ],
)
def test_staff_answer_for_their_own_municipality_and_secretaries_for_all(
    role, works_in, may, haninge
):
    organization = an_organization(works_in) if works_in else None
    user = User.objects.create_user("nagon", role=role, organization=organization)
    assert may_answer(user, haninge) is may
    user.is_active = False
    assert may_answer(user, haninge) is False


def test_a_stranger_answers_for_nobody(stranger, haninge):
    assert may_answer(stranger, haninge) is False


class TestWithAReport:
    @pytest.fixture
    def task(self, decision, haninge):
        return an_assignment(decision, kind="reply", responsible_organization=haninge)

    def test_the_assignment_is_done_by_who_answers_today(
        self, decision, haninge, task, staff, time_machine
    ):
        time_machine.move_to(date(2022, 4, 5))
        answer_and_report(decision, haninge, YES, Done(task, 0), version=0, by=staff)
        told = Report.objects.values_list("status", "note", "said_date", "by__username")
        assert list(told) == [("done", SAID_WITH_IT, date(2022, 4, 5), "handlaggaren")]
        task.refresh_from_db()
        assert (task.status, Answer.objects.get().text) == ("done", YES.text)

    def test_sent_twice_both_are_kept_once(self, decision, haninge, task, staff):
        for _ in range(2):
            answer_and_report(decision, haninge, YES, Done(task, 0), version=0, by=staff)
        assert (Answer.history.count(), Report.objects.count()) == (1, 1)

    def test_of_an_older_answer_nothing_is_kept(self, decision, haninge, task, staff, secretary):
        answer(decision, haninge, Said("Nej."), version=0, by=secretary)
        with pytest.raises(Outdated):
            answer_and_report(decision, haninge, YES, Done(task, 0), version=0, by=staff)
        assert not Report.objects.exists()

    def test_of_older_reports_nothing_is_kept(self, decision, haninge, task, staff, secretary):
        said = {"status": "open", "note": "Mer kommer.", "said_date": date(2022, 3, 4)}
        report(task, **said, by=secretary, seen=0)
        with pytest.raises(ReportedMeanwhile):
            answer_and_report(decision, haninge, YES, Done(task, 0), version=0, by=staff)
        assert not Answer.objects.exists()
        task.refresh_from_db()
        assert task.status == "open"
