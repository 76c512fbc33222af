"""A date that a person sets, and how exactly it is meant."""

from datetime import date

import pytest

from intake.editing.assignments import add_assignment, add_sentence, save_assignment
from tests import factories

pytestmark = pytest.mark.django_db
DAY = date(2023, 3, 31)


@pytest.mark.parametrize(
    ("before", "values", "after"),
    [
        ("", {"due_date": DAY}, "day"),
        ("month", {"due_date": DAY}, "month"),
        ("meeting", {"due_date": DAY}, "day"),
        ("", {"due_date": DAY, "due_precision": "season"}, "season"),
        ("month", {"due_date": None}, ""),
        ("meeting", {"due_date": None}, "meeting"),
        ("month", {"kind": "promise"}, "month"),
    ],
)
def test_a_date_is_a_day_unless_something_else_is_said(before, values, after):
    item = factories.an_item(factories.a_draft())
    task = factories.an_assignment(
        item=item, text="Bo ringer.", due_date=date(2023, 1, 1), due_precision=before
    )
    save_assignment(task, values)
    task.refresh_from_db()
    assert (task.due_precision, task.standing) == (after, "confirmed")


def test_what_is_added_by_hand_is_confirmed_and_stands_where_its_place_does():
    item = factories.an_item(factories.a_draft(), first_line=4, last_line=9)
    decision = factories.a_decision(item, first_line=6, last_line=6)
    rows = [
        add_assignment(decision, {"due_date": DAY}),
        add_sentence(item, {"text": "Bo ringer."}),
    ]
    told = [(row.decision, row.first_line, row.last_line, row.standing) for row in rows]
    assert told == [(decision, 6, 6, "confirmed"), (None, 4, 9, "confirmed")]
    assert [row.due_precision for row in rows] == ["day", ""]


def test_a_save_names_what_it_changed_but_not_that_somebody_agreed():
    task = factories.an_assignment(due_text="snart")
    assert save_assignment(task, {"due_text": "i mars"}) == ["due_text"]
    assert save_assignment(task, {"due_text": "i mars"}) == []
