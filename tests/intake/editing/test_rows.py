"""Rows in an order: moved, added and taken out, with no two in one place."""

import pytest

from decisions.indexing import index
from intake.editing.rows import change, insert, place, shift, take_out
from minutes.models import AgendaItem
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def agenda():
    meeting = factories.a_draft()
    for title in ("a", "b", "c"):
        factories.an_item(meeting, title=title)
    return AgendaItem.objects.filter(meeting=meeting)


def order(rows) -> str:
    assert list(rows.order_by("position").values_list("position", flat=True)) == list(
        range(1, rows.count() + 1)
    )
    return "".join(rows.order_by("position").values_list("title", flat=True))


@pytest.mark.parametrize(
    ("title", "step", "expected"),
    [("a", 1, "bac"), ("c", -1, "acb"), ("a", 2, "bca"), ("a", -1, "abc"), ("c", 1, "abc")],
)
def test_a_row_is_moved_within_its_list_and_not_beyond(title, step, expected, agenda):
    moved = shift(agenda, agenda.get(title=title), step)
    assert (order(agenda), moved) == (expected, expected != "abc")


def test_a_row_is_added_behind_another_or_first_or_last(agenda):
    meeting = agenda[0].meeting
    for title, where in (
        ("x", {"after": agenda.get(title="a")}),
        ("y", {"first": True}),
        ("z", {}),
    ):
        insert(agenda, AgendaItem(meeting=meeting, title=title, anchor=title), **where)
    assert order(agenda) == "yaxbcz"


def test_a_gap_closes(agenda):
    gap = agenda.get(title="b")
    take_out(agenda, gap)
    index([gap.meeting_id])
    assert order(agenda) == "ac"


def test_any_order_can_be_made(agenda):
    place(list(agenda.order_by("-position")))
    assert order(agenda) == "cba"


def test_only_what_differs_is_written_and_marked(agenda):
    row = agenda.get(title="a")
    agenda.filter(pk=row.pk).update(text="skriven av en annan")
    assert change(row, {"title": "A", "number": row.number}) == ["title"]
    row.refresh_from_db()
    assert (row.title, row.text, row.edited) == ("A", "skriven av en annan", ["title"])
    assert change(row, {"title": "A"}) == []
