from datetime import date

import pytest

from minutes.crosstab import Cell, crosstab
from minutes.models import Meeting
from tests.factories import a_body, a_draft, a_meeting

pytestmark = pytest.mark.django_db


def test_meetings_of_a_body_year_and_state_are_one_cell():
    a_meeting(start_date=date(2021, 3, 4))
    a_meeting(start_date=date(2021, 9, 9))
    a_draft(start_date=date(2021, 9, 10))
    assert set(crosstab(Meeting.objects.all()).cells) == {
        Cell("ledningsgruppen", "2021", "public", "Ledningsgruppen", 2),
        Cell("ledningsgruppen", "2021", "draft", "Ledningsgruppen", 1),
    }


def test_what_is_unknown_counts_but_is_not_there_to_choose():
    a_draft(start_date=None)
    a_draft(start_date=date(1998, 1, 2), body=None)
    table = crosstab(Meeting.objects.all())
    assert (table.number({}), table.number({"lage": ["draft"]})) == (2, 2)
    assert (table.bodies, table.years) == ([], [])


def test_what_there_is_to_choose_stands_in_order():
    for name, year in (("Ålandsrådet", 1998), ("Ängsrådet", 2021), ("Bygdrådet", 2003)):
        a_meeting(body=a_body(name), start_date=date(year, 1, 2))
    table = crosstab(Meeting.objects.all())
    assert [one.label for one in table.bodies] == ["Bygdrådet", "Ålandsrådet", "Ängsrådet"]
    assert [one.value for one in table.years] == ["2021", "2003", "1998"]


def test_the_numbers_of_a_filter_pass_over_what_is_chosen_of_it():
    committee = a_body("Samarbetskommittén")
    a_meeting(start_date=date(2021, 3, 4))
    a_meeting(start_date=date(2021, 3, 4), body=committee)
    a_meeting(start_date=date(2022, 3, 4), body=committee)
    table = crosstab(Meeting.objects.all())
    chosen = {"organ": ["samarbetskommitten"], "ar": ["2021"]}
    assert table.number(chosen) == 1
    assert table.numbers("organ", chosen) == {"ledningsgruppen": 1, "samarbetskommitten": 1}
    assert table.numbers("ar", chosen) == {"2021": 1, "2022": 1}
