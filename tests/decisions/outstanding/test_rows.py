from datetime import date

import pytest

from decisions.models import Report
from decisions.outstanding.models import TakenUp
from decisions.outstanding.rows import outstanding
from tests.factories import (
    a_body,
    a_decision,
    a_draft,
    a_meeting,
    an_assignment,
    an_item,
    is_about,
)

pytestmark = pytest.mark.django_db
TITLE = "Gemensam upphandling"


def on(year: int, title: str = TITLE, meeting=None, **fields):
    meeting = meeting or a_meeting(start_date=date(year, 5, 2))
    item = an_item(meeting, title=title, **fields)
    is_about("Upphandling", item)
    return item


def the_row(user):
    (row,) = outstanding(user).rows
    return row


def said(row) -> list[tuple]:
    return [(one.day.year, one.words, one.title or one.note) for one in row.since]


def successor(user):
    found = the_row(user).successor
    return found and (found.item, found.standing)


def test_what_is_tabled_waits_until_a_later_title_names_it(stranger):
    earlier = on(2021, outcome="tabled")
    assert (the_row(stranger).item, successor(stranger)) == (earlier, None)
    later = on(2022)
    assert successor(stranger) == (later, "proposed")


def test_each_later_meeting_is_told_with_what_happened_there(stranger):
    on(2021, outcome="withdrawn", first_line=4, last_line=5)
    a_decision(on(2022), kind="recommended")
    an_assignment(item=on(2023), text="Vera ringer.", status="done")
    on(2024, "Något annat")
    row = the_row(stranger)
    assert said(row) == [(2022, "förslag", TITLE), (2023, "uppdrag", TITLE)]
    assert (row.kind, row.source.endswith("?kalla=1#rad-4")) == ("Utgick", True)


def test_a_rejected_proposal_gives_way_to_the_next(stranger, secretary):
    earlier, one, other = on(2021, outcome="tabled"), on(2022), on(2023)
    TakenUp.objects.create(earlier=earlier, later=one, standing="rejected", by=secretary)
    assert successor(stranger) == (other, "proposed")
    row = the_row(stranger)
    assert (said(row), row.rejected_keys) == ([(2023, "information", TITLE)], [one.pk])


def test_a_confirmed_item_counts_whatever_it_is_called(stranger, secretary):
    earlier, _, other = on(2021, outcome="tabled"), on(2022), on(2023, "Inköp")
    TakenUp.objects.create(earlier=earlier, later=other, standing="confirmed", by=secretary)
    assert successor(stranger) == (other, "confirmed")


def test_nothing_of_a_draft_is_told_to_others(stranger, secretary):
    earlier = on(2021, outcome="tabled")
    later = on(2022, meeting=a_draft(start_date=date(2022, 5, 2)))
    on(2022, meeting=a_draft(start_date=date(2022, 6, 2)), outcome="tabled", title="Hemligt")
    assert (successor(stranger), said(the_row(stranger))) == (None, [])
    TakenUp.objects.create(earlier=earlier, later=later, standing="confirmed", by=secretary)
    assert (successor(stranger), said(the_row(stranger))) == (None, [])


def test_a_promise_is_told_with_what_meetings_said_of_it(stranger):
    promise = an_assignment(item=on(2021), text="Vera återkommer.", kind="promise")
    on(2022)
    meeting = a_meeting(start_date=date(2023, 5, 2))
    told = {"assignment": promise, "status": "open", "said_date": date(2023, 5, 2)}
    Report.objects.create(meeting=meeting, note="Underlaget dröjer.", **told)
    hidden = a_draft(start_date=date(2023, 6, 2))
    Report.objects.create(meeting=hidden, note="Hemligt.", **told)
    row = the_row(stranger)
    assert said(row) == [
        (2022, "information", TITLE),
        (2023, "pågår", "Underlaget dröjer."),
    ]
    assert (row.group, row.kind, row.words) == ("promised", "Återkommer", "Vera återkommer.")


@pytest.mark.parametrize(
    ("kind", "title", "group"),
    [
        ("promise", TITLE, "promised"),
        ("postponed", TITLE, "promised"),
        ("task", "Utestående ärenden", "listed"),
        ("task", TITLE, "other"),
    ],
)
def test_each_kind_has_its_list(kind, title, group, stranger):
    an_assignment(item=on(2021, title), text="Eleffekten, rapport", kind=kind)
    assert the_row(stranger).group == group


def test_an_entry_of_a_list_is_a_matter_of_its_own(stranger):
    an_assignment(item=on(2021, "Utestående ärenden"), text="Skärgårdens båtar")
    on(2022, "Utestående ärenden")
    on(2023, "Skärgårdens båtar")
    assert said(the_row(stranger)) == [(2023, "information", "Skärgårdens båtar")]


@pytest.mark.parametrize("gone", [{"status": "done"}, {"standing": "rejected"}])
def test_what_is_settled_or_was_none_is_not_told(gone, stranger):
    an_assignment(item=on(2021), text="Vera återkommer.", kind="promise", **gone)
    assert outstanding(stranger).rows == []


@pytest.mark.parametrize("rows", [1, 3])
def test_asks_as_often_of_one_matter_as_of_three(rows, stranger, django_assert_num_queries):
    for number in range(rows):
        on(2015 + number, outcome="tabled")
        an_assignment(item=on(2018 + number), text="Vera återkommer.", kind="promise")
        on(2022 + number, meeting=a_meeting(body=a_body("Samarbetskommittén")))
    with django_assert_num_queries(5):
        outstanding(stranger)


def test_what_is_tabled_is_told_once_also_where_a_decision_says_so(stranger):
    decision = a_decision(on(2021, outcome="tabled"), text="Att bordlägga ärendet.")
    an_assignment(decision, kind="postponed")
    assert the_row(stranger).group == "put-off"
