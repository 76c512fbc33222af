"""What a decision gives somebody to do."""

from datetime import date

import pytest

from intake.parsing.decided import of_decision
from intake.parsing.minutes import ParsedDecision

MET = date(2021, 9, 17)
VERA, NILS = "Vera Lindqvist", "Nils Ekrot"


@pytest.mark.parametrize(
    ("text", "kind", "members"),
    [
        ("att kommunerna lämnar synpunkter till kansliet senast den 29 oktober", "reply", True),
        ("Kommunerna ombeds inkomma med svar senast den 15 oktober.", "reply", True),
    ],
)
def test_a_decision_that_begins_with_the_municipalities_asks_each_of_them(text, kind, members):
    (told,) = of_decision(0, ParsedDecision(text), MET)
    assert (told.kind, told.members) == (kind, members)


@pytest.mark.parametrize(
    ("text", "kind", "who", "members"),
    [
        (
            "att medlemskommunerna ska lämna synpunkter senast den 29 oktober",
            "reply",
            (),
            True,
        ),
        (
            "Barn- och utbildningsnämnden uppmanas att redovisa senast den 29 oktober.",
            "task",
            ("Barn- och utbildningsnämnden",),
            False,
        ),
        (
            "att återremittera ärendet till förbundskontoret för nya beräkningar",
            "task",
            ("förbundskontoret",),
            False,
        ),
    ],
)
def test_a_decision_asks_those_whom_it_names(text, kind, who, members):
    (told,) = of_decision(0, ParsedDecision(text), MET)
    assert (told.kind, told.responsible, told.members) == (kind, who, members)


def test_when_a_body_meets_is_no_task_of_its_own():
    text = "Kommittén sammanträder 11 november och 9 december."
    assert of_decision(0, ParsedDecision(text, responsible=("Kommittén",)), MET) == []


def parts(text: str, *responsible: str) -> list[tuple]:
    decision = ParsedDecision(text, responsible=responsible, lines=(5, 6))
    found = of_decision(2, decision, MET)
    assert {(one.text, one.lines, one.decision) for one in found} <= {("", (5, 6), 2)}
    return [(one.kind, one.responsible, one.members, one.due) for one in found]


def test_two_sentences_that_give_two_their_own_are_two_assignments_of_one_decision():
    text = "Vera bokar lokalen senast den 1 oktober. Nils Ekrot ringer hamnen före den 8 oktober."
    assert parts(text, VERA, NILS) == [
        ("task", (VERA,), False, date(2021, 10, 1)),
        ("task", (NILS,), False, date(2021, 10, 8)),
    ]


def test_the_day_of_those_who_are_asked_is_not_that_of_the_one_who_gathers_the_answers():
    text = "Gruppen är för. Kommunerna ska svara senast den 1 oktober. Nils sammanställer svaren."
    assert parts(text, NILS) == [
        ("reply", (), True, date(2021, 10, 1)),
        ("task", (NILS,), False, None),
    ]


def test_what_is_put_off_is_nobodys_who_has_a_task_besides():
    text = "Ärendet bordläggs till den 8 oktober. Vera får i uppdrag att komplettera kartan."
    assert parts(text, VERA) == [
        ("postponed", (), False, date(2021, 10, 8)),
        ("task", (VERA,), False, None),
    ]


@pytest.mark.parametrize(
    ("text", "responsible", "due"),
    [
        ("Gruppen antar planen. Vera får i uppdrag att skicka den.", (VERA,), None),
        ("Vera stämmer av. Återkoppling senast den 1 oktober.", (VERA,), date(2021, 10, 1)),
        ("Vera bokar lokalen. Hon återkommer med ett pris.", (VERA,), None),
    ],
)
def test_a_sentence_that_names_nobody_goes_with_the_one_that_does(text, responsible, due):
    assert parts(text, *responsible) == [("task", responsible, False, due)]


def test_those_whom_a_line_of_its_own_names_have_the_whole_of_it():
    text = "Kommunerna ska svara senast den 1 oktober. Svaren sammanställs."
    assert parts(text, VERA) == [("task", (VERA,), False, date(2021, 10, 1))]
