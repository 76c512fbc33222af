from datetime import date

import pytest

from decisions.charges import Charge, charges
from decisions.models import Status
from tests.factories import a_decision, a_person, an_assignment, an_organization

pytestmark = pytest.mark.django_db
DAY = date(2022, 12, 1)


def test_those_with_one_date_and_one_status_stand_together():
    decision, vera = a_decision(due_date=DAY), a_person("Vera Lindqvist")
    haninge, salem = an_organization("Haninge"), an_organization("Salem")
    an_assignment(decision, responsible_organization=haninge, due_date=DAY)
    an_assignment(decision, responsible_person=vera, due_text="före jul", status="done")
    an_assignment(decision, responsible_organization=salem, due_date=DAY)
    assert charges(decision) == [
        Charge((haninge, salem), DAY, "", Status.OPEN),
        Charge((vera,), None, "före jul", Status.DONE),
    ]


def test_an_assignment_may_be_nobodys():
    assert charges(an_assignment().decision) == [Charge((), None, "", Status.OPEN)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"responsible_text": ["Vera"]}, [Charge(("Vera",), None, "", None)]),
        ({"due_date": DAY}, [Charge((), DAY, "", None)]),
        ({"due_text": "snarast"}, [Charge((), None, "snarast", None)]),
    ],
)
def test_without_assignments_it_is_what_is_printed(fields, expected):
    assert charges(a_decision(**fields)) == expected
