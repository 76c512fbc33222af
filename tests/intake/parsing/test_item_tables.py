"""Items in a table: as printed rows, and as a reader sets long rows out in paragraphs."""

import pytest

from intake.parsing.item_tables import item_columns, without_tasks
from intake.parsing.minutes import ParsedItem, ParsedMinutes
from tests.intake.parsing.printed import minutes, page, plain, word

FRONT = ("Protokoll", "Tid: 3 maj 2022", "Deltagare:", "Bo Ek, Salem", "Eva Sten, Haninge")
HEADS = "Nr\tÄrende\tBeslut\tAnsvarig\tKlart senast"


def read(*rows: str) -> ParsedMinutes:
    return minutes(page(*FRONT, "", *rows))


def told(item: ParsedItem) -> list[tuple[str, tuple[str, ...], str]]:
    return [(one.text, one.responsible, str(one.due)) for one in item.decisions]


def test_the_rows_of_a_table_are_items():
    found = read(
        HEADS,
        "1\tBryggan\tBryggan målas om.\tBo Ek\t2022-06-01",
        "2\tBåten\tBåten sjösätts i maj.\tEva Sten\t12 maj",
    )
    assert [(one.number, one.title) for one in found.items] == [("1", "Bryggan"), ("2", "Båten")]
    assert [told(one) for one in found.items] == [
        [("Bryggan målas om.", ("Bo Ek",), "2022-06-01")],
        [("Båten sjösätts i maj.", ("Eva Sten",), "2022-05-12")],
    ]


def test_the_heads_of_a_table_are_nobody():
    found = read(HEADS, "1\tBryggan\tBryggan målas om.\tBo Ek\t2022-06-01")
    assert [one.name for one in found.attendances] == ["Bo Ek", "Eva Sten"]


def test_a_dash_in_a_table_decides_nothing():
    found = read(HEADS, "1\tBryggan\t–\t\t", "2\tBåten\t–\tEva Sten\t12 maj")
    assert [told(one) for one in found.items] == [[], []]


def test_a_row_that_is_set_out_in_paragraphs_is_an_item():
    found = minutes(
        word(
            *FRONT,
            HEADS,
            "1 Bryggan",
            "Bryggan målas om.",
            "Bo Ek",
            "2022-06-01",
            "",
            "2 Båten",
            "Bordläggs",
            "",
            "Nästa möte: 7 juni 2022",
        )
    )
    assert [told(one) for one in found.items] == [
        [("Bryggan målas om.", ("Bo Ek",), "2022-06-01")],
        [("Bordläggs", (), "None")],
    ]
    assert str(found.meeting.next_meeting) == "2022-06-07"


def test_notes_stand_in_the_text_of_their_item():
    found = read(
        "Punkt\tAnteckningar\tAnsvarig",
        "1. Bryggan\tBryggan behöver färg.\tBo Ek",
        "2. Båten\tBåten ligger på land.\tEva Sten",
    )
    assert [one.title for one in found.items] == ["Bryggan", "Båten"]
    assert "Bryggan behöver färg." in found.items[0].text
    assert "undecided-paragraph" not in {one.code for one in found.remarks}


def test_of_one_row_the_notes_are_text_and_the_decision_is_none():
    found = read(
        "Nr\tÄrende\tAnteckningar\tBeslut",
        "1\tBryggan\tFärgen flagar.\tBryggan målas om.",
        "2\tBåten\tBåten ligger på land.\tBåten sjösätts i maj.",
    )
    assert [one.text for one in found.items] == ["Färgen flagar.", "Båten ligger på land."]
    assert [one.decisions[0].text for one in found.items] == [
        "Bryggan målas om.",
        "Båten sjösätts i maj.",
    ]


def test_a_table_inside_an_item_has_no_items():
    found = read(
        "1. Läget",
        "",
        "Nr\tÄrende\tAnsvarig",
        "1\tBryggan\tBo Ek",
        "",
        "2. Övrigt",
        "",
        "Inget att ta upp.",
    )
    assert [one.title for one in found.items] == ["Läget", "Övrigt"]


@pytest.mark.parametrize(
    "heads", ["Namn\tKommun\tNärvarande", "Ärende", "Ärende\tSida", "Ansvarig\tKlart"]
)
def test_other_heads_head_no_items(heads):
    assert item_columns(plain(heads)) == []


def test_a_head_that_a_narrow_column_broke_is_one():
    assert len(item_columns(plain("Pun kt\tÄrende\tBeslut"))) == 3


def test_what_is_to_be_done_by_when_is_no_meeting():
    lines = page("Åtgärd\tAnsvarig\tNär", "Måla bryggan\tBo Ek\t3 maj", "", "Nästa möte: 7 maj")
    assert [line.text for line in without_tasks(lines)] == ["", "Nästa möte: 7 maj"]


def test_the_date_of_a_task_is_not_that_of_the_next_meeting():
    found = read(
        "1. Nästa möte",
        "",
        "Åtgärd\tAnsvarig\tNär",
        "Boka sal till nästa möte\tBo Ek\t12 maj 2022",
        "",
        "2. Övrigt",
        "",
        "Inget att ta upp.",
    )
    assert found.meeting.next_meeting is None


COLUMNS = "Nr  Ärende         Anteckning                        Ansvarig"


def test_a_row_without_title_goes_on_the_item_above():
    found = read(
        COLUMNS,
        "1   Bryggan        Bryggan behöver färg.",
        "                   Färg ska köpas in.                Bo Ek",
        "2   Båten          Varje kommun räknar sina båtar",
        "                   före jul.",
        "3   Kajen          Kajen är hel.",
    )
    assert [(one.title, one.text) for one in found.items] == [
        ("Bryggan", "Bryggan behöver färg.\n\nFärg ska köpas in.\n\nAnsvarig: Bo Ek"),
        ("Båten", "Varje kommun räknar sina båtar före jul."),
        ("Kajen", "Kajen är hel."),
    ]


def test_a_note_with_somebody_beside_it_is_theirs_to_do():
    found = read(
        COLUMNS,
        "1   Bryggan        Bryggan behöver färg.",
        "                   Färg ska köpas in.                Bo Ek",
        "2   Båten          Båten sjösattes i maj.            Eva Sten",
    )
    assert [[(a.text, a.responsible) for a in one.assignments] for one in found.items] == [
        [("Färg ska köpas in.", ("Bo Ek",))],
        [],
    ]


def test_what_is_left_of_a_table_of_tasks_parts_what_stands_around_it():
    rows = page("5 Läget", "Åtgärd\tAnsvarig\tKlart", "Färg\tBo Ek\t3 juni", "", "6 Nästa möte")
    assert [line.text for line in without_tasks(rows)] == ["5 Läget", "", "6 Nästa möte"]
