"""Tables of what is to be done."""

from datetime import date

import pytest

from intake.parsing.minutes import ParsedAttendance
from intake.parsing.task_tables import task_tables
from tests.intake.parsing.printed import minutes, page

MET = date(2021, 9, 17)
THOSE = [ParsedAttendance("Vera Lindqvist"), ParsedAttendance("Nils Ekrot")]
HEADS = "Åtgärd\tAnsvarig\tKlart senast\tStatus"


def told(*rows: str) -> list[tuple]:
    return [
        (one.text, one.responsible, one.due, one.lines)
        for table in task_tables(page(*rows), THOSE, MET)
        for one in table.rows
    ]


def test_a_row_tells_what_who_and_when():
    assert told(HEADS, "Boka lokal\tVera\t2021-10-01\tPågår", "Rita karta\tNils\toktober\t") == [
        ("Boka lokal", ("Vera Lindqvist",), date(2021, 10, 1), (2, 2)),
        ("Rita karta", ("Nils Ekrot",), date(2021, 10, 31), (3, 3)),
    ]


@pytest.mark.parametrize("status", ["Klart", "Klar", "Utskickad", "Genomförd", "Avslutad 3/9"])
def test_a_row_that_is_done_is_none(status):
    assert told(HEADS, f"Boka lokal\tVera\t2021-10-01\t{status}") == []


def test_a_day_that_is_past_tells_when_it_was_done_where_nothing_else_does():
    rows = ("Åtgärd\tAnsvarig\tKlart", "Boka lokal\tVera\t2021-09-01", "Rita\tNils\t2021-10-01")
    assert [text for text, *_ in told(*rows)] == ["Rita"]


def test_a_row_goes_on_below_in_its_columns():
    found = told(
        "Åtgärd                    Ansvarig      Klart",
        "Ta fram en karta över     Vera          12 oktober",
        "alla lokaler",
        "Boka buss                 Nils          Pågår",
    )
    assert found == [
        ("Ta fram en karta över alla lokaler", ("Vera Lindqvist",), date(2021, 10, 12), (2, 3)),
        ("Boka buss", ("Nils Ekrot",), None, (4, 4)),
    ]


def test_a_name_in_the_entry_stands_for_a_column_of_names():
    rows = ("Uppdrag                      Status", "Reservkraft – Vera           Pågår")
    assert told(*rows) == [("Reservkraft – Vera", ("Vera Lindqvist",), None, (2, 2))]


def test_a_table_ends_with_its_last_row():
    (table,) = task_tables(page(HEADS, "Boka\tVera\t\t", "", "Nils talar om båten."), THOSE, MET)
    assert table.lines == (1, 2)


@pytest.mark.parametrize(
    "head", ["Namn\tKommun\tNärvarande", "Ansvarig\tKlart", "Åtgärd\tKostnad", "Åtgärder"]
)
def test_other_tables_tell_of_nothing_to_do(head):
    assert task_tables(page(head, "Boka\tVera\t12 oktober"), THOSE, MET) == []


def test_the_rows_are_those_of_the_item_that_the_table_stands_in():
    found = minutes(
        page(
            "Anteckningar Hamnrådet",
            "Tid: 17 september 2021",
            "Närvarande: Vera Lindqvist, Nils Ekrot",
            "",
            "1. Läget",
            "Nils berättar om hamnen.",
            "",
            "2. Uppföljning",
            HEADS,
            "Boka lokal\tVera\t2021-10-01\tPågår",
            "Vera skickar ut kartan\tVera\t\tPågår",
        )
    )
    assert [[one.text for one in item.assignments] for item in found.items] == [
        [],
        ["Boka lokal", "Vera skickar ut kartan"],
    ]
