"""Lists of what is still to be done."""

from datetime import date

import pytest

from intake.parsing.assignments import in_prose
from intake.parsing.minutes import ParsedAttendance
from tests.intake.parsing.printed import page, written

MET = date(2021, 9, 17)
THOSE = [ParsedAttendance("Vera Lindqvist"), ParsedAttendance("Nils Ekrot")]


def listed(*rows: str, title: str = "Uppdragslista") -> list[tuple]:
    found = in_prose(written(page(*rows)), frozenset(), THOSE, MET, title)
    return [(one.lines, one.responsible, one.due) for one in found]


def test_an_entry_tells_on_its_own_line_who_has_it_and_how_it_stands():
    found = listed(
        "• Karta över lokaler. Vera Lindqvist. Klar.",
        "• Förslag till avtal. Nils Ekrot. Pågår, redovisas den 15 oktober.",
        "• Underlag om avgifter. Ej påbörjad.",
    )
    assert found == [
        ((2, 2), ("Nils Ekrot",), date(2021, 10, 15)),
        ((3, 3), (), None),
    ]


def test_rows_of_a_table_are_entries_where_they_end_with_how_they_stand():
    found = listed(
        "1 Ta fram en karta Vera Lindqvist Klart",
        "2 Revidera mallen Nils Ekrot Pågår",
        "3 Redovisa kostnader Vera Lindqvist Försenat, klart senast 2021-12-15",
        title="Uppföljning av tidigare uppdrag",
    )
    assert found == [
        ((2, 2), ("Nils Ekrot",), None),
        ((3, 3), ("Vera Lindqvist",), date(2021, 12, 15)),
    ]


def test_a_name_stands_before_how_its_entry_stands():
    found = listed(
        "Reservkraft till skolan – Vera          Pågår",
        "Karta över lokaler – Nils               Klart",
        "Övning för alla – Vera och Nils           Kvarstår",
    )
    assert found == [
        ((1, 1), ("Vera Lindqvist",), None),
        ((3, 3), ("Vera Lindqvist", "Nils Ekrot"), None),
    ]


def test_what_is_to_be_done_is_open_without_a_word_for_it():
    found = listed(
        "Att göra:",
        "- Boka lokal (Vera, senast 1 november)",
        "- Kontakta hamnen (Nils)",
        "- Skicka kallelse (Nils) Klart",
        title="Utbildning",
    )
    assert found == [
        ((2, 2), ("Vera Lindqvist",), date(2021, 11, 1)),
        ((3, 3), ("Nils Ekrot",), None),
    ]


@pytest.mark.parametrize("done", ["Detta är gjort.", "Utfört i juli.", "Genomfört den 4 maj."])
def test_what_is_done_is_no_longer_open(done):
    assert listed(f"a) Vera skulle kontakta hamnen. {done}") == []


def test_a_box_that_is_not_ticked_is_still_to_be_done():
    found = listed(
        "• [x] Vera: måla bojarna",
        "• [ ] Nils: ringa Vera Lindqvist, deadline 15 oktober",
        title="Läget",
    )
    assert found == [((2, 2), ("Nils Ekrot",), date(2021, 10, 15))]


@pytest.mark.parametrize("mark", ["AP", "AP:", "AP 3:", "Action:", "TODO"])
def test_a_mark_before_the_name_gives_a_task(mark):
    assert listed(f"{mark} Nils: ring slussvakten", title="Läget") == [
        ((1, 1), ("Nils Ekrot",), None)
    ]


def test_an_entry_may_be_a_sentence_and_have_its_day_in_brackets():
    found = listed(
        "• Nils räknar på två förslag",
        "• Djupet mäts på nytt (Vera, 12/11)",
        "• Bryggan målas (i Trosa, 12/11)",
        title="Att göra:",
    )
    assert found == [
        ((1, 1), ("Nils Ekrot",), None),
        ((2, 2), ("Vera Lindqvist",), date(2021, 11, 12)),
        ((3, 3), (), None),
    ]


def test_an_entry_may_ask_each_member():
    rows = page("• Varje kommun lämnar siffror till Vera, senast 5 november.")
    (one,) = in_prose(written(rows), frozenset(), THOSE, MET, "Att göra")
    assert (one.kind, one.members, one.responsible) == ("reply", True, ())
    assert one.due == date(2021, 11, 5)
