from datetime import date

import pytest
import time_machine
from django.http import QueryDict

from decisions.assignments.filters import AssignmentFilter
from decisions.assignments.sections import Section
from minutes.states import State
from people.models import Kind
from tests.decisions.assignments.making import TODAY, a_task
from tests.factories import (
    a_decision,
    a_person,
    a_topic,
    an_assignment,
    an_item,
    an_organization,
    is_about,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]


@pytest.fixture
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def ask(rf, stranger):
    def asked(question: str = "", user=stranger) -> AssignmentFilter:
        request = rf.get("/")
        request.user = user
        return AssignmentFilter(QueryDict(question), request=request)

    return asked


def found(asked: AssignmentFilter) -> list[str]:
    return [one.sentence for one in asked.every().with_source()]


@pytest.fixture
def four():
    """One of each kind of responsible, status, body and topic."""
    agency = an_organization("Trafikverket", kind=Kind.AGENCY)
    vera = a_person("Vera Lindqvist")
    first = a_task("Ett.")
    a_task("Två.", responsible_person=vera, kind="reply", of={"body": "Samarbetskommittén"})
    a_task("Tre.", responsible_organization=agency, status="done")
    prose = an_item(first.item.meeting, title="Broar")
    fourth = an_assignment(item=prose, text="Fyra.", kind="promise", printed_responsible="Någon")
    is_about("Infrastruktur", fourth.item)
    is_about("Kollektivtrafik", first.item, first.decision)


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("", ["Ett.", "Två.", "Fyra."]),
        ("kommun=haninge", ["Ett."]),
        ("kommun=haninge&kommun=salem", ["Ett."]),
        ("organ=samarbetskommitten&organ=ledningsgruppen", ["Ett.", "Två.", "Fyra."]),
        ("person=vera-lindqvist", ["Två."]),
        ("organ=samarbetskommitten", ["Två."]),
        ("amne=infrastruktur", ["Fyra."]),
        ("amne=kollektivtrafik&amne=infrastruktur", ["Ett.", "Fyra."]),
        ("status=klart", ["Tre."]),
        ("status=klart&status=pagar", ["Ett.", "Två.", "Tre.", "Fyra."]),
        ("slag=svar", ["Två."]),
        ("slag=aterkommer&amne=infrastruktur&organ=ledningsgruppen", ["Fyra."]),
        ("q=broar", ["Fyra."]),
        ("q=tre&status=klart", ["Tre."]),
        ("q=trafik&kommun=haninge", ["Ett."]),
    ],
)
def test_each_filter_narrows_the_list(question, texts, four, ask):
    asked = ask(question)
    assert sorted(found(asked)) == sorted(texts)
    assert asked.count == len(texts)


def test_what_is_chosen_is_said_in_words(four, ask):
    asked = ask("amne=infrastruktur&kommun=haninge&status=klart&q=bro")
    assert asked.result == " om infrastruktur, ”bro”, Haninge, Klart"
    assert [chip.value for chip in asked.chips] == ["”bro”", "Haninge", "Infrastruktur", "Klart"]


def test_each_value_counts_as_if_nothing_else_of_its_filter_were_chosen(four, ask):
    a_topic("Utan uppdrag")
    counts = {
        facet.name: {one.value: one.count for one in facet.values}
        for facet in ask("kommun=haninge").facets
    }
    assert counts == {
        "kommun": {"haninge": 1},
        "person": {},
        "organ": {"ledningsgruppen": 1},
        "amne": {"kollektivtrafik": 1},
        "status": {"pagar": 1},
        "slag": {"uppdrag": 1},
    }
    by_status = next(one for one in ask().facets if one.name == "status")
    assert {one.value: one.count for one in by_status.values} == {"pagar": 3, "klart": 1}


def test_an_empty_page_tells_what_each_way_out_gives(four, ask):
    asked = ask("kommun=haninge&q=broar&amne=infrastruktur&status=klart")
    assert asked.count == 0
    ways = {chip.name: chip.gives for chip in asked.ways_out}
    assert ways == {"q": 0, "kommun": 0, "amne": 0, "status": 0}
    assert {chip.name: chip.gives for chip in ask("kommun=haninge&q=broar").ways_out} == {
        "q": 1,
        "kommun": 1,
    }


def test_a_value_that_is_none_is_said_and_takes_no_part(four, ask):
    asked = ask("kommun=danmark&slag=svar")
    assert found(asked) == ["Två."]
    assert dict(asked.form.errors) == {"kommun": ["”danmark” finns inte att välja."]}


def test_the_parts_of_the_list_go_by_the_last_day_that_is_in_time(ask):
    dated = [
        ("Förra månaden.", date(2026, 2, 28), "month"),
        ("I går.", date(2026, 3, 11), "day"),
        ("I dag.", TODAY, "day"),
        ("I mars.", date(2026, 3, 31), "month"),
        ("I april.", date(2026, 4, 1), "day"),
        ("I vår.", date(2026, 5, 31), "season"),
    ]
    for text, day, precision in reversed(dated):
        a_task(text, due_date=day, due_precision=precision)
    a_task("Till nästa möte.", due_precision="meeting", due_text="till nästa möte")
    a_task("Klart.", due_date=date(2026, 3, 11), status="done")
    asked = ask("status=pagar&status=klart")
    listed = [(Section(one.section).name, one.sentence) for one in asked.every().with_source()]
    assert listed == [
        ("OVERDUE", "Förra månaden."),
        ("OVERDUE", "I går."),
        ("THIS_MONTH", "I dag."),
        ("THIS_MONTH", "I mars."),
        ("LATER", "I april."),
        ("LATER", "I vår."),
        ("UNDATED", "Till nästa möte."),
        ("SETTLED", "Klart."),
    ]
    assert asked.sections == {
        Section.OVERDUE: 2,
        Section.THIS_MONTH: 2,
        Section.LATER: 2,
        Section.UNDATED: 1,
        Section.SETTLED: 1,
    }


def test_what_only_a_draft_says_is_neither_found_nor_offered(ask, secretary):
    nacka = an_organization("Nacka", kind=Kind.MUNICIPALITY)
    a_task("Hemligt.", responsible_organization=nacka, of={"state": State.DRAFT})
    assert (found(ask()), ask().count) == ([], 0)
    assert dict(ask("kommun=nacka").form.errors) != {}
    assert found(ask("kommun=nacka", secretary)) == ["Hemligt."]


def test_what_a_person_took_for_none_is_not_listed(ask, secretary):
    a_task("Inget uppdrag.", standing="rejected")
    assert (found(ask("", secretary)), ask("", secretary).count) == ([], 0)


def test_an_assignment_with_two_topics_counts_once(ask):
    one = a_task("Ett.")
    is_about("Infrastruktur", one.item, one.decision)
    is_about("Kollektivtrafik", one.item)
    a_decision(one.item)
    asked = ask("amne=infrastruktur&amne=kollektivtrafik")
    assert (found(asked), asked.count) == (["Ett."], 1)
    topics = next(facet for facet in asked.facets if facet.name == "amne")
    assert {value.value: value.count for value in topics.values} == {
        "infrastruktur": 1,
        "kollektivtrafik": 1,
    }
