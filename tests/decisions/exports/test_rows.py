import gc
import tracemalloc
from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from decisions.exports import rows
from decisions.exports.csv import lines
from decisions.exports.rows import rows_of
from decisions.filters import DecisionFilter
from decisions.indexing import index
from decisions.models import Decision
from minutes.models import AgendaItem, Meeting
from minutes.publishing import publish
from minutes.states import State
from tests.factories import a_body, a_decision, a_meeting, an_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(stranger):
    """What a stranger finds with a question."""

    def found(question: str = "") -> DecisionFilter:
        request = RequestFactory().get("/beslut.csv")
        request.user = stranger
        return DecisionFilter(QueryDict(question), request=request)

    return found


def texts(found: DecisionFilter) -> list[str]:
    return [row["text"] for row in rows_of(found)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("", ["c1", "c2", "b", "a"]),
        ("sort=relevans", ["c1", "c2", "b", "a"]),
        ("sort=aldst", ["a", "b", "c1", "c2"]),
        ("ar=2022", ["c1", "c2"]),
    ],
)
@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_all_come_in_order_however_few_at_once(question, expected, at_once, asked, monkeypatch):
    monkeypatch.setattr(rows, "KEYS_AT_ONCE", at_once)
    monkeypatch.setattr(rows, "ROWS_AT_ONCE", at_once)
    for day, words in [(date(2020, 1, 1), "a"), (date(2021, 1, 1), "b")]:
        a_decision(an_item(a_meeting(start_date=day)), text=words)
    last = an_item(a_meeting(start_date=date(2022, 1, 1)))
    for words in ("c1", "c2"):
        a_decision(last, text=words)
    assert texts(asked(question)) == expected


def test_what_is_taken_back_meanwhile_is_left_out_of_the_rest(asked, monkeypatch, secretary):
    monkeypatch.setattr(rows, "ROWS_AT_ONCE", 1)
    old, new = (a_meeting(start_date=date(year, 1, 1)) for year in (2021, 2022))
    for meeting in (old, new):
        a_decision(an_item(meeting))
    coming = rows_of(asked())
    assert next(coming)["date"] == date(2022, 1, 1)
    publish(old, State.DRAFT, by=secretary)
    assert list(coming) == []


def many(number: int) -> None:
    """As many decisions, ten at each meeting, made and read as quickly as may be."""
    body, first = a_body(), date(1990, 1, 1)
    meetings = Meeting.objects.bulk_create(
        Meeting(
            body=body, start_date=first + timedelta(days=day), state=State.PUBLIC, search_text=""
        )
        for day in range(number // 10)
    )
    items = AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, position=1, anchor="punkt-1") for meeting in meetings
    )
    Decision.objects.bulk_create(
        Decision(item=item, position=place, public_id=f"{item.pk}-{place}", text="Att bygga " * 20)
        for item in items
        for place in range(1, 11)
    )
    index([meeting.pk for meeting in meetings])


class TestOfSomeThousand:
    @pytest.fixture
    def found(self, asked, monkeypatch):
        monkeypatch.setattr(rows, "KEYS_AT_ONCE", 500)
        monkeypatch.setattr(rows, "ROWS_AT_ONCE", 100)
        many(2000)
        return asked()

    def test_the_questions_grow_with_the_chunks_alone(self, found):
        with CaptureQueriesContext(connection) as asked:
            assert sum(1 for _ in rows_of(found)) == 2000
        assert len(asked) == 5 + 4 * 20  # keys in four full pieces and an empty one; rows in 20

    def test_nothing_is_kept_of_what_has_been_sent(self, found):
        held = []
        for _ in lines(rows_of(found)):  # else what is imported meanwhile would hide what is kept
            pass
        tracemalloc.start()
        for number, _ in enumerate(lines(rows_of(found)), start=1):
            if number % 666 == 0:
                gc.collect()
                held.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
        # Between the second and the last, once the database's client has its statements together.
        assert held[-1] < 1.09 * held[-2]
        assert len(held) == 3
