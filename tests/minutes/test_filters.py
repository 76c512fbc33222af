from datetime import date

import pytest
from django.http import QueryDict

from minutes.filters import MeetingFilter, PersonFilter, either, with_typed_filters
from minutes.models import Meeting
from people.models import Person
from tests.factories import a_body, a_decision, a_draft, a_meeting, a_person, an_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(rf, stranger):
    def asked(question: str = "", user=stranger) -> MeetingFilter:
        request = rf.get("/")
        request.user = user
        visible = Meeting.objects.visible_to(user)
        return MeetingFilter(QueryDict(question), visible, request=request)

    return asked


@pytest.fixture
def meetings():
    """A bus in 2021, a road in 2022, and a draft of a bus in 2023."""
    committee = a_body("Samarbetskommittén")
    a_decision(an_item(a_meeting(start_date=date(2021, 3, 4)), title="Buss"))
    a_decision(an_item(a_meeting(start_date=date(2022, 3, 4), body=committee), title="Väg"))
    a_decision(an_item(a_draft(start_date=date(2023, 3, 4)), title="Buss"))


def days(asked: MeetingFilter) -> list[str]:
    return sorted(str(one.start_date) for one in asked.qs)


class TestMeetings:
    @pytest.mark.parametrize(
        ("question", "found"),
        [
            ("", ["2021-03-04", "2022-03-04"]),
            ("q=buss", ["2021-03-04"]),
            ("q=buss&ar=2022", []),
            ("organ=samarbetskommitten", ["2022-03-04"]),
            ("ar=2023", ["2021-03-04", "2022-03-04"]),
            ("ar=2021&ar=2022", ["2021-03-04", "2022-03-04"]),
            ("organ=samarbetskommitten&organ=ledningsgruppen&ar=2021", ["2021-03-04"]),
            ("lage=draft", ["2021-03-04", "2022-03-04"]),
        ],
    )
    def test_each_filter_finds_its_own(self, question, found, meetings, ask):
        assert days(ask(question)) == found

    def test_a_secretary_may_ask_for_a_state(self, meetings, ask, secretary):
        assert days(ask("lage=draft&q=buss", secretary)) == ["2023-03-04"]

    def test_chips_and_ways_out(self, meetings, ask):
        asked = ask("q=buss&ar=2022&sida=3")
        assert asked.result == ", ”buss”, 2022"
        assert [(chip.label, chip.value, chip.without) for chip in asked.chips] == [
            ("Sök i mötena", "”buss”", "?ar=2022"),
            ("År", "2022", "?q=buss"),
        ]
        assert [(way.name, way.gives, way.capped) for way in asked.ways_out] == [
            ("q", 1, False),
            ("ar", 1, False),
        ]
        assert ask().ways_out == []

    def test_each_value_says_what_it_would_give_beside_the_others_chosen(self, meetings, ask):
        def told(question: str) -> dict[str, list[tuple[str, int]]]:
            facets = ask(question).facets
            return {one.name: [(v.value, v.count) for v in one.values] for one in facets}

        assert told("") == {
            "organ": [("ledningsgruppen", 1), ("samarbetskommitten", 1)],
            "ar": [("2022", 1), ("2021", 1)],
        }
        assert told("ar=2021") == {
            "organ": [("ledningsgruppen", 1)],
            "ar": [("2022", 1), ("2021", 1)],
        }
        assert told("q=buss&organ=samarbetskommitten") == {
            "organ": [("ledningsgruppen", 1), ("samarbetskommitten", 0)],
            "ar": [],
        }

    @pytest.mark.parametrize("question", ["", "q=buss", "ar=2022", "q=väg&organ=ledningsgruppen"])
    def test_the_count_is_that_of_the_list(self, question, meetings, ask, secretary):
        for user in (None, secretary):
            asked = ask(question, user) if user else ask(question)
            assert asked.count == asked.qs.count()

    @pytest.mark.parametrize("times", [1, 3])
    def test_counting_asks_once_and_once_more_for_words(
        self, times, ask, django_assert_num_queries
    ):
        for _ in range(times):
            an_item(a_meeting(), title="Buss")
        for question, number in (("", 1), ("ar=2022", 1)):
            with django_assert_num_queries(number):
                asked = ask(question)
                _ = asked.count, asked.facets, asked.ways_out
        with django_assert_num_queries(3):  # one of them for the words of the archive
            asked = ask("q=buss")
            _ = asked.count, asked.facets, asked.ways_out


def test_people_are_found_by_name(rf, stranger):
    a_person("Vera Lindqvist")
    bo = a_person("Bo Ek")
    asked = PersonFilter(QueryDict("namn=ek"), Person.objects.all(), request=rf.get("/"))
    assert list(asked.qs) == [bo]
    assert [(chip.value, chip.without) for chip in asked.chips] == [("”ek”", "?")]


@pytest.mark.parametrize(
    ("changes", "address"),
    [
        ({}, "?q=buss&ar=2021"),
        ({"q": ""}, "?ar=2021"),
        ({"sort": "aldst"}, "?q=buss&ar=2021&sort=aldst"),
        ({"ar": ["2021", "2022"]}, "?q=buss&ar=2021&ar=2022"),
        ({"ar": [], "q": "väg & vatten"}, "?q=v%C3%A4g+%26+vatten"),
    ],
)
def test_a_question_is_changed_and_begins_anew(changes, address, ask):
    assert ask("q=buss&ar=2021&lage=&sida=2&efter=x").query_string(**changes) == address


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["Salem"], "Salem"),
        (["Haninge", "Salem"], "Haninge eller Salem"),
        (["Botkyrka", "Haninge", "Salem"], "Botkyrka, Haninge eller Salem"),
    ],
)
def test_alternatives_in_words(names, words):
    assert either(names) == words


class TestTyped:
    def test_what_is_known_becomes_a_filter_and_the_rest_words(self):
        data = QueryDict("q=buss+organ:x+kommun:A+-tåg&kommun=a")
        known = {("kommun", "A"): "a"}
        changed = with_typed_filters(data, lambda *typed: known.get(typed))
        assert dict(changed.lists()) == {"q": ["buss organ x -tåg"], "kommun": ["a"]}

    @pytest.mark.parametrize("question", ["", "q=buss", "q=kommun:a+" + 200 * "x"])
    def test_without_any_and_when_the_question_is_too_long_nothing_changes(self, question):
        data = QueryDict(question)
        assert with_typed_filters(data, lambda *typed: "a") == data
