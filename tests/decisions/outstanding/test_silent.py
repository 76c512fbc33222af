from datetime import date

import pytest

from decisions.outstanding.rows import outstanding
from decisions.outstanding.silent import months_before, silent, topics_with_last
from tests.factories import a_draft, a_meeting, an_assignment, an_item, is_about

pytestmark = pytest.mark.django_db
BEFORE = date(2023, 1, 1)


def on(year: int, title: str, **fields):
    return an_item(a_meeting(start_date=date(year, 5, 2)), title=title, **fields)


def told(user, *topics: int) -> list[tuple]:
    """(topic or title, year of the last handling, how much is open)."""
    known = []

    def also(rows):
        keys = set().union(*(row.topics for row in rows))
        known.extend(topics_with_last(keys, user))
        return {key for one in known for key in (one.last_item, one.last_decided) if key}

    found = outstanding(user, also)
    return [
        (one.topic.name if one.topic else one.row.matter.title, one.day.year, one.open)
        for one in silent(found, known, BEFORE)
    ]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2026, 2, 28)),
        (date(2026, 3, 15), 3, date(2025, 12, 15)),
        (date(2026, 11, 21), 12, date(2025, 11, 21)),
        (date(2024, 5, 31), 3, date(2024, 2, 29)),
    ],
    ids=str,
)
def test_months_are_those_of_the_calendar(day, months, expected):
    assert months_before(day, months) == expected


def test_a_topic_with_something_open_and_no_handling_since(stranger):
    item = on(2021, "Gemensam upphandling")
    is_about("Upphandling", item)
    an_assignment(item=item, text="Vera tar fram ett förslag.")
    an_assignment(item=item, text="Vera återkommer.", kind="promise")
    is_about("Upphandling", on(2022, "Läget"))
    assert told(stranger) == [("Upphandling", 2022, 2)]


@pytest.mark.parametrize("status", ["done", "dropped", "superseded"])
def test_what_is_settled_is_not_open(status, stranger):
    an_assignment(item=on(2020, "Bron"), text="Vera ringer.", status=status)
    assert told(stranger) == []


def test_a_topic_that_came_up_lately_is_not_silent_but_its_matter_may_be(stranger):
    item = on(2021, "Gemensam upphandling")
    is_about("Upphandling", item)
    an_assignment(item=item, text="Vera tar fram ett förslag.")
    is_about("Upphandling", on(2024, "Något annat"))
    assert told(stranger) == [("Gemensam upphandling", 2021, 1)]


def test_a_matter_is_not_silent_where_a_later_title_names_it(stranger):
    for year in (2021, 2024):
        is_about("Upphandling", on(year, "Gemensam upphandling", outcome="tabled"))
    an_assignment(item=on(2020, "Bron"), text="Vera ringer.")
    assert told(stranger) == [("Bron", 2020, 1)]


def test_only_a_meeting_that_one_may_see_breaks_the_silence(stranger, secretary):
    item = on(2021, "Gemensam upphandling", outcome="tabled")
    is_about("Upphandling", item)
    draft = a_draft(start_date=date(2024, 5, 2))
    is_about("Upphandling", an_item(draft, title="Gemensam upphandling"))
    assert (told(stranger), told(secretary)) == ([("Upphandling", 2021, 1)], [])
