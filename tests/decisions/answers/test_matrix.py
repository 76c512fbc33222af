from datetime import date

import pytest

from decisions.answers.matrix import Asked, matrix_of, parties
from decisions.models import Answer
from people.models import Kind
from tests.factories import (
    a_body,
    a_decision,
    a_meeting,
    a_secretary,
    an_assignment,
    an_item,
    an_organization,
)

pytestmark = pytest.mark.django_db
MEMBERS = ["Botkyrka", "Haninge", "Huddinge", "Nykvarn"]
MEMBERS += ["Nynäshamn", "Salem", "Södertälje", "Tyresö"]


def an_answer(decision, name: str, **fields) -> Answer:
    fields = {"text": "Ja tack.", "by": a_secretary(), **fields}
    return Answer.objects.create(decision=decision, organization=an_organization(name), **fields)


def rows(decision) -> list[tuple[str, Asked]]:
    matrix = matrix_of(decision, parties(decision), decision.assignments.standing())
    return [(row.organization.name, row.asked) for row in matrix.rows] if matrix else []


def test_a_decision_for_all_members_has_a_row_for_each():
    decision = a_decision(concerns="all_members")
    assert rows(decision) == [(name, Asked.MEMBER) for name in MEMBERS]


def test_a_joint_decision_asks_nobody():
    assert rows(a_decision(concerns="joint")) == []


def test_whom_it_names_is_a_row_also_without_being_a_member():
    nacka = an_organization("Nacka", kind=Kind.MUNICIPALITY)
    named = [nacka, an_organization("Haninge")]
    decision = a_decision(concerns="named", organizations=named)
    assert rows(decision) == [("Haninge", Asked.NAMED), ("Nacka", Asked.NAMED)]


def test_an_agency_is_not_asked_by_being_named():
    agency = an_organization("Trafikverket", kind=Kind.AGENCY)
    assert rows(a_decision(concerns="joint", organizations=[agency])) == []
    decision = a_decision(concerns="joint", organizations=[agency])
    an_assignment(decision, responsible_organization=agency, kind="reply")
    assert rows(decision) == [("Trafikverket", Asked.REPLY)]


def test_what_is_assigned_says_more_than_being_one_of_all():
    decision = a_decision(concerns="all_members")
    salem, haninge = an_organization("Salem"), an_organization("Haninge")
    an_assignment(decision, responsible_organization=salem, kind="task")
    an_assignment(decision, responsible_organization=haninge, kind="reply")
    an_assignment(decision, responsible_organization=haninge, kind="task")
    asked = dict(rows(decision))
    assert (asked["Salem"], asked["Haninge"]) == (Asked.TASK, Asked.REPLY)
    assert asked["Tyresö"] == Asked.MEMBER


def test_a_task_alone_asks_nobody_and_a_rejected_assignment_nothing():
    decision = a_decision(concerns="joint")
    salem = an_organization("Salem")
    an_assignment(decision, responsible_organization=salem, kind="task")
    an_assignment(decision, responsible_organization=salem, kind="reply", standing="rejected")
    known = parties(decision)
    matrix = matrix_of(decision, known, decision.assignments.standing())
    assert [row.asked for row in matrix.rows] == [Asked.TASK]


def test_an_answer_that_nobody_asked_for_is_shown_too():
    decision = a_decision(concerns="joint")
    an_answer(decision, "Gnesta")
    assert rows(decision) == [("Gnesta", Asked.UNSAID)]


def test_a_body_without_members_or_an_unknown_one_has_no_rows():
    body = a_body("Infranätverket")
    assert rows(a_decision(an_item(a_meeting(body=body)), concerns="all_members")) == []
    unknown = a_meeting(body=None, start_date=None, state="draft")
    assert rows(a_decision(an_item(unknown), concerns="all_members")) == []


def test_the_sum_counts_answers_and_those_of_the_council():
    decision = a_decision(concerns="all_members")
    matrix = matrix_of(decision, parties(decision), [])
    assert matrix.in_words == "0 av 8 har svarat."
    an_answer(decision, "Haninge", adopted_date=date(2022, 3, 4))
    an_answer(decision, "Salem")
    another = a_decision(concerns="all_members")
    an_answer(another, "Tyresö")
    matrix = matrix_of(decision, parties(decision), [])
    assert matrix.in_words == "2 av 8 har svarat, 1 svar är antaget i fullmäktige."


def test_all_is_asked_in_one_question(django_assert_num_queries):
    decision = a_decision(concerns="all_members")
    an_answer(decision, "Haninge")
    with django_assert_num_queries(1):
        found = parties(decision)
        assert [one.answer.by.username for one in found if hasattr(one, "answer")] == [
            "arkivarien"
        ]
