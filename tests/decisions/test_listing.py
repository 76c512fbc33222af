from datetime import date

import pytest
from django.http import QueryDict

from decisions.filters import DecisionFilter, EntryFilter
from decisions.listing import page_of_entries
from tests.factories import (
    a_body,
    a_decision,
    a_draft,
    a_meeting,
    an_item,
    an_organization,
)

pytestmark = pytest.mark.django_db


class SmallFilter(EntryFilter):
    most, few = 4, 3


@pytest.fixture
def ask(rf, secretary):
    def asked(question: str = "", listing=EntryFilter) -> EntryFilter:
        request = rf.get("/")
        request.user = secretary
        return listing(QueryDict(question), request=request)

    return asked


@pytest.fixture
def archive():
    """Two meetings on one day, a draft without a date, and one of long ago."""
    same_day = date(2022, 10, 6)
    meetings = [
        a_meeting(start_date=same_day),
        a_meeting(start_date=same_day, sequence=2),
        a_draft(start_date=None, body=a_body("Samarbetskommittén")),
        a_meeting(start_date=date(1998, 1, 2)),
    ]
    titles = ["Bussen", "Kollektivtrafik", "Buss", "Busstrafik"]
    for meeting, title in zip(meetings, titles, strict=True):
        for number in range(2):
            item = an_item(meeting, title=title if number else "Väg", text="Bussarna går.")
            a_decision(item, text="Att köra buss.", organizations=[an_organization("Salem")])
            a_decision(item, text="Att köra bussgods.")


def pages(asked: EntryFilter, size: int) -> list[list[int]]:
    """The keys on each page, read one after the other."""
    found, cursor = [], ""
    while cursor is not None:
        page = page_of_entries(asked, cursor, size)
        assert page.is_first == (cursor == "")
        found.append([row.stored.entry for row in page.rows])
        cursor = page.next
    return found


@pytest.mark.parametrize("sort", ["relevans", "nyast", "aldst"])
def test_the_pages_are_the_list(sort, archive, ask):
    for words, length in [("", 24), ("buss", 24), ("finnsinte", 0)]:
        asked = ask(f"q={words}&sort={sort}")
        whole = list(asked.entries.values_list("pk", flat=True))
        assert len(whole) == length
        for size in (1, 5, 12, 100):
            expected = [whole[at : at + size] for at in range(0, length, size)] or [[]]
            assert pages(asked, size) == expected, (words, size)


def told(asked: EntryFilter) -> list[tuple[str, str]]:
    rows = page_of_entries(asked, "", 100).rows
    return [(row.meeting.date_slug, row.stored.heading) for row in rows if not row.is_decision]


class TestOrder:
    def test_by_relevance_what_is_in_the_title_as_typed_comes_first(self, archive, ask):
        assert ask("q=buss").order == "relevans"
        titles = [title for _, title in told(ask("q=buss"))]
        assert titles[:2] == ["Buss", "Bussen"]

    def test_by_day_the_undated_are_the_newest(self, archive, ask):
        newest = [day for day, _ in told(ask())]
        undated = newest[0]
        assert undated.startswith("utan-datum")
        assert newest[::2] == [undated, "2022-10-06-2", "2022-10-06", "1998-01-02"]
        assert [day for day, _ in told(ask("sort=aldst"))][::2] == newest[::2][::-1]

    def test_in_use_is_what_was_chosen_and_makes_sense(self, archive, ask):
        orders = {
            "": "nyast",
            "sort=relevans": "nyast",
            "sort=aldst": "aldst",
            "q=buss&sort=nyast": "nyast",
            "q=buss&sort=finnsinte": "relevans",
            "q=%21&sort=relevans": "nyast",
            "kommun=salem": "nyast",
        }
        assert {question: ask(question).order for question in orders} == orders
        assert not ask("q=buss").ranked_part

    def test_of_many_hits_the_newest_come_first_unless_relevance_is_chosen(self, archive, ask):
        assert ask("q=buss", SmallFilter).order == "nyast"
        assert not ask("q=buss&sort=relevans").ranked_part
        asked = ask("q=buss&sort=relevans&organ=ledningsgruppen", SmallFilter)
        assert (asked.order, asked.ranked_part) == ("relevans", True)
        assert {row.meeting.date_slug for row in page_of_entries(asked, "", 9).rows} == {
            "2022-10-06-2"
        }
        assert list(map(len, pages(asked, 3))) == [3, 1]


def test_nonsense_leads_to_the_first_page(archive, ask):
    first = page_of_entries(ask(), "", 2)
    for cursor in [
        "x",
        "\0",
        "2022-10-06",
        "2022-10-06.00001.0000000000000000001.1",
        "2022-10-06.00001.0000000000000000001.1.3",
        "2022-10-06.00001.0000000000000000001.9999999999.0",
        "2022-10-06.00001.000000000000000000١.1.0",
        "' OR 1=1 --",
    ]:
        assert page_of_entries(ask(), cursor, 2) == first, cursor


def test_a_place_beyond_the_end_is_empty(archive, ask):
    page = page_of_entries(ask(), "0001-01-01.00001.0000000000000000001.1.0", 2)
    assert (page.rows, page.next, page.is_first) == ([], None, False)


class TestRows:
    def test_what_was_asked_for_is_marked(self, ask):
        item = an_item(title="Bussar", text="En buss.")
        a_decision(item, text="Att köra bussen.")
        rows = page_of_entries(ask("q=buss"), "", 9).rows
        assert [(row.kind, row.title, row.marks) for row in rows] == [
            ("item", [("Bussar", True)], [("En ", False), ("buss", True), (".", False)]),
            (
                "decision",
                [("Bussar", True)],
                [("Att köra ", False), ("bussen", True), (".", False)],
            ),
        ]

    @pytest.mark.parametrize("times", [1, 4])
    @pytest.mark.parametrize("question", ["sort=nyast", "q=buss&sort=relevans"])
    def test_a_page_asks_the_same_however_many_stand_on_it(
        self, question, times, ask, django_assert_num_queries
    ):
        for _ in range(times):
            item = an_item(a_meeting(), title="Buss")
            a_decision(item, organizations=[an_organization("Salem")])
        asked = ask(question, DecisionFilter)
        _ = asked.order, asked.asked
        with django_assert_num_queries(3):  # one of them counts: of few hits all are gathered
            for row in page_of_entries(asked, "", 25).rows:
                assert row.meeting.body.name == "Ledningsgruppen"
                assert row.concern == "Gäller Salem"

    @pytest.mark.parametrize("body", [None, "Ledningsgruppen"])
    def test_they_lead_where_the_rows_of_the_archive_do(self, body, ask):
        meeting = a_draft(start_date=None, body=body and a_body(body))
        decision = a_decision(an_item(meeting, title="Buss"))
        item, decided = page_of_entries(ask(), "", 9).rows
        assert (item.address, decided.address) == (
            decision.item.get_absolute_url(),
            decision.get_absolute_url(),
        )
        assert decided.item_address == item.address

    def test_the_first_of_a_meeting_begins_it(self, archive, ask):
        rows = page_of_entries(ask(), "", 9).rows
        assert [row.begins for row in rows] == [True, *[False] * 5, True, False, False]
