from datetime import date

import pytest

from decisions.exports.columns import COLUMNS, flat, row, with_columns
from decisions.models import Decision
from people.models import Kind
from tests.factories import (
    a_body,
    a_decision,
    a_draft,
    a_meeting,
    a_person,
    an_assignment,
    an_item,
    an_organization,
    is_about,
)

pytestmark = pytest.mark.django_db


def of(decision: Decision) -> dict:
    return row(with_columns(Decision.objects.all()).get(pk=decision.pk))


def test_the_keys_never_change():
    assert [column.key for column in COLUMNS] == [
        *["date", "body", "item_number", "item_title", "decision_number", "text"],
        *["municipalities", "concerns", "topics", "responsible", "due_date", "status"],
        *["citation", "url"],
    ]


def test_a_decision_as_a_row():
    meeting = a_meeting(start_date=date(2022, 10, 6), body=a_body("Samarbetskommittén"))
    item = an_item(meeting, number="§ 4", title="Trafik")
    named = [an_organization("Salem"), an_organization("Haninge"), an_organization("SL")]
    decision = a_decision(item, text="Att bygga", organizations=named, concerns="named")
    is_about("Infrastruktur", item, decision)
    an_assignment(decision, responsible_person=a_person("Vera Lindqvist"), status="done")
    an_assignment(decision, printed_responsible="kansliet", due_date=date(2023, 1, 1))
    assert of(decision) == {
        "date": date(2022, 10, 6),
        "body": "Samarbetskommittén",
        "item_number": "§ 4",
        "item_title": "Trafik",
        "decision_number": 1,
        "text": "Att bygga",
        "municipalities": ["Haninge", "Salem"],
        "concerns": "Gäller Haninge och Salem, nämner SL",
        "topics": ["Infrastruktur"],
        "responsible": ["Vera Lindqvist", "kansliet"],
        "due_date": date(2023, 1, 1),
        "status": ["Klart", "Pågår"],
        "citation": decision.citation,
        "url": f"http://127.0.0.1:8000/beslut/{decision.public_id}/",
    }


def test_what_the_source_does_not_say_is_empty():
    decision = a_decision(an_item(a_draft(body=None, start_date=None), number="", title=""))
    values = of(decision)
    empty = ["body", "item_number", "item_title", "municipalities", "topics", "responsible"]
    assert {flat(values[key]) for key in [*empty, "date", "due_date", "status"]} == {""}


def test_the_printed_words_tell_who_is_responsible_where_nobody_is_linked():
    decision = a_decision(responsible_text=["arbetsgruppen", "kansliet"])
    assert of(decision)["responsible"] == ["arbetsgruppen", "kansliet"]


def test_the_date_of_the_decision_goes_before_that_of_an_assignment():
    decision = a_decision(due_date=date(2023, 5, 1))
    an_assignment(decision, due_date=date(2023, 1, 1))
    assert of(decision)["due_date"] == date(2023, 5, 1)


def test_only_municipalities_are_named_as_such():
    others = an_organization("Trafikverket", kind=Kind.AGENCY)
    assert of(a_decision(organizations=[others]))["municipalities"] == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_columns_are_read_in_as_many_questions_for_one_as_for_three(
    count, django_assert_num_queries
):
    for number in range(count):
        decision = a_decision(organizations=[an_organization("Haninge")])
        is_about("Infrastruktur", decision.item, decision)
        an_assignment(decision, responsible_person=a_person(f"Vera {number}"))
    with django_assert_num_queries(4):
        assert len([row(one) for one in with_columns(Decision.objects.all())]) == count
