from datetime import date

import pytest

from minutes.attended_days import every, there_on

TWO_DAYS = [date(2023, 9, 21), date(2023, 9, 22)]  # a Thursday and a Friday


@pytest.mark.parametrize(
    ("note", "days"),
    [
        ("", (True, True)),
        ("ersätter Emil Brohage", (True, True)),
        ("miljöchef, § 2", (True, True)),
        ("tf kommundirektör, deltar via Teams", (True, True)),
        ("deltar ej den 22 september", (True, False)),
        ("Deltar inte 22/9", (True, False)),
        ("ej fredagen", (True, False)),
        ("deltar den 21 september", (True, False)),
        ("endast dag 2", (False, True)),
        ("den 22 september", (False, True)),
        ("dag 1", (True, False)),
        ("21 och 22 september", (True, True)),
        ("21-22 sept", (True, True)),
        ("fr o m den 22", (False, True)),
        ("från dag 1", (True, True)),
        ("t.o.m. den 21 september", (True, False)),
        ("ej fr.o.m. dag 2", (True, False)),
        ("via Teams, ej den 21", (False, True)),
        ("ej dag 1, ej dag 2", (False, False)),
    ],
)
def test_a_note_that_names_a_day_tells_it_from_the_other(note, days):
    assert tuple(there_on(note, TWO_DAYS, day) for day in (1, 2)) == days


@pytest.mark.parametrize("note", ["ordförande dag 1", "justerar den 22 september", "Teams dag 2"])
def test_what_happens_on_a_day_keeps_nobody_from_the_other(note):
    assert [there_on(note, TWO_DAYS, day) for day in (1, 2)] == [True, True]


@pytest.mark.parametrize(
    "note",
    [
        "08:30-10:15",
        "från kl 10",
        "t.o.m. lunch dag 1",
        "ej förmiddagen den 22 september",
        "deltar ej den 23 september",
        "deltar ej den 22 oktober",
        "endast dag 3",
        "ej onsdagen",
        "deltar ej i beslutet",
        "anslöt sent",
        "gäst dag 2",
    ],
)
def test_a_limit_that_no_day_answers_makes_it_unclear(note):
    assert [there_on(note, TWO_DAYS, day) for day in (1, 2)] == [None, None]


@pytest.mark.parametrize(
    ("note", "dates", "answer"),
    [
        ("", TWO_DAYS, True),
        ("deltar ej den 22 september", TWO_DAYS, None),
        ("deltar ej den 21 och 22 september", TWO_DAYS, False),
        ("deltar ej den 21 september", TWO_DAYS[:1], False),
        ("deltar ej den 21 september", [], None),
        ("", [], True),
    ],
)
def test_where_the_day_is_not_known_it_must_hold_for_all(note, dates, answer):
    assert there_on(note, dates, None) is answer


def test_false_weighs_more_than_unclear_and_unclear_more_than_true():
    assert [every([True, None, False]), every([True, None]), every([True]), every([])] == [
        False,
        None,
        True,
        True,
    ]
