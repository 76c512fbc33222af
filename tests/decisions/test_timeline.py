from datetime import date

import pytest

from decisions.timeline import handled_later
from minutes.states import State
from tests.factories import a_body, a_meeting, an_item, is_about

pytestmark = pytest.mark.django_db


def an_item_on(year: int, title: str = "Gemensam upphandling", *, topic="Upphandling", **fields):
    meeting = {name: fields.pop(name) for name in ("body", "state") if name in fields}
    item = an_item(a_meeting(start_date=date(year, 5, 2), **meeting), title=title, **fields)
    is_about(topic, item)
    return item


def told(user, item) -> str | None:
    later = handled_later([item], user)[item.pk]
    return later.in_words if later else None


class TestHandledLater:
    @pytest.mark.parametrize(
        ("outcome", "words"),
        [
            ("discussed", "Frågan behandlades igen 2 maj 2022 av Samarbetskommittén."),
            ("tabled", "Bordlagd: togs upp igen 2 maj 2022 av Samarbetskommittén."),
            ("withdrawn", "Utgick: togs upp igen 2 maj 2022 av Samarbetskommittén."),
        ],
    )
    def test_tells_when_and_by_whom(self, outcome, words, stranger):
        first = an_item_on(2021, outcome=outcome)
        an_item_on(2022, body=a_body("Samarbetskommittén"))
        an_item_on(2023)
        assert told(stranger, first) == words

    def test_says_if_it_was_only_tabled_again(self, stranger):
        first = an_item_on(2021, outcome="tabled")
        an_item_on(2022, outcome="tabled")
        assert told(stranger, first) == (
            "Bordlagd: togs upp igen 2 maj 2022 av Ledningsgruppen. Då bordlades den."
        )

    def test_a_body_that_nobody_knows_is_left_out(self, secretary):
        first = an_item_on(2021)
        an_item_on(2022, body=None, state=State.DRAFT)
        assert told(secretary, first) == "Frågan behandlades igen 2 maj 2022."

    @pytest.mark.parametrize(
        "later",
        [
            {"title": "Gemensam rekrytering"},
            {"topic": "Trygghet"},
            {"outcome": "withdrawn"},
            {"state": State.DRAFT},
            {"year": 2021},
            {"year": 2020},
        ],
        ids=str,
    )
    def test_is_silent_of_what_is_another_matter_or_none_that_one_may_see(self, later, stranger):
        first = an_item_on(2021)
        an_item_on(**{"year": 2022, "body": a_body("Samarbetskommittén"), **later})
        assert told(stranger, first) is None

    def test_a_title_that_says_less_is_believed_for_two_years(self, stranger):
        first = an_item_on(2019)
        later = an_item_on(2022, "Gemensam upphandling av båtar")
        assert told(stranger, first) is None
        later.meeting.start_date = date(2021, 4, 30)
        later.meeting.save()
        assert told(stranger, first) == (
            "Frågan behandlades igen 30 april 2021 av Ledningsgruppen."
        )

    def test_every_item_has_an_answer(self, stranger):
        first, routine = an_item_on(2021), an_item_on(2022, "Övriga frågor")
        later, unsaid = an_item_on(2023), an_item()
        found = handled_later([first, routine, later, unsaid], stranger)
        assert {key: one and one.item for key, one in found.items()} == {
            first.pk: later,
            routine.pk: None,
            later.pk: None,
            unsaid.pk: None,
        }

    @pytest.mark.parametrize("rows", [1, 3])
    def test_asks_as_often_of_one_item_as_of_three(
        self, rows, stranger, django_assert_num_queries
    ):
        items = [an_item_on(2018 + number, "Skärgårdstrafik") for number in range(rows + 1)]
        with django_assert_num_queries(2):
            handled_later(items, stranger)
