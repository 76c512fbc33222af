from datetime import date

import pytest

from decisions import places
from minutes.models import AgendaItem, Meeting
from minutes.states import State
from people.models import Body


def meeting(**fields) -> Meeting:
    known = {"body": Body(name="Ledningsgruppen"), "start_date": date(2022, 10, 6)}
    return Meeting(**{**known, "state": State.PUBLIC, **fields})


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Ledningsgruppen 6 oktober 2022"),
        ({"body": None}, "Oklart organ 6 oktober 2022"),
        ({"start_date": None}, "Ledningsgruppen utan datum"),
        ({"state": State.DRAFT}, "Ledningsgruppen 6 oktober 2022 (utkast)"),
        ({"state": State.INTERNAL}, "Ledningsgruppen 6 oktober 2022 (intern)"),
    ],
)
def test_a_meeting_is_told_by_body_and_day_and_by_who_may_not_see_it(fields, words):
    assert places.of_meeting(meeting(**fields)) == words


@pytest.mark.parametrize(("number", "words"), [("4 b", "punkt 4 b"), ("", "punkt 5")])
def test_an_item_is_told_by_its_printed_number_or_else_by_its_place(number, words):
    item = AgendaItem(meeting=meeting(), number=number, position=5)
    assert places.of_item(item) == f"Ledningsgruppen 6 oktober 2022, {words}"
