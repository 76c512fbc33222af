import pytest

from intake.parsing.front import table_head
from tests.intake.typed import front, line

FORM = """\
Plats och tid    Salen, kl 9
                 den 3 maj 2022

Beslutande       Bo Ek (S)
                 Eva Sten (M)

Underskrifter
    Sekreterare  ..............   Paragrafer 1-2
                 Moa Lind

ANSLAG/BEVIS
Organ            Nämnden
Sammanträdesdatum  2022-05-03
"""


def entries(text: str) -> list[tuple[str, list[str]]]:
    return [(one.kind, [printed for _, printed in one.rows()]) for one in front(text).entries]


def test_a_label_has_the_lines_below_it_until_the_next():
    assert entries("Tid: kl 9\nPlats: Salen\n\nDeltagare:\nBo Ek\nEva Sten") == [
        ("time", ["kl 9"]),
        ("place", ["Salen"]),
        ("present", ["Bo Ek", "Eva Sten"]),
    ]


def test_lines_above_the_first_label_are_loose():
    read = front("Protokoll\nNämnden\n\nTid: kl 9")
    assert [one.text for one in read.loose if one.text] == ["Protokoll", "Nämnden"]


def test_the_signature_part_and_the_notice_are_kept_apart():
    assert entries(FORM) == [
        ("time_place", ["Salen, kl 9", "den 3 maj 2022"]),
        ("present", ["Bo Ek (S)", "Eva Sten (M)"]),
    ]


def test_the_signature_part_is_kept_for_the_signatures():
    assert [one.text for one in front(FORM).signatures if one.text] == [
        "Underskrifter",
        "Sekreterare  ..............   Paragrafer 1-2",
        "Moa Lind",
    ]


def test_an_entry_knows_its_first_and_last_line():
    (one,) = front("\nDeltagare\nBo Ek\nEva Sten").entries
    assert (one.first, one.last) == (2, 4)


def test_a_label_that_a_narrow_column_broke_is_one_label():
    assert entries("Tjänstgörande  Bo Ek\nersättare      Eva Sten\nÖvriga: Ulf Myr") == [
        ("present", ["Bo Ek", "Eva Sten"]),
        ("present", ["Ulf Myr"]),
    ]


@pytest.mark.parametrize(
    "text", ["Namn   Kommun   Närvarande", "Ledamot\tParti\tFrånvarande", "Namn   Närv.   Frånv."]
)
def test_the_head_of_a_table_opens_a_list(text):
    assert table_head(line(text)).kind == "present"


@pytest.mark.parametrize("text", ["Namn   Kommun", "Namn", "Kommun   Närvarande"])
def test_other_columns_do_not(text):
    assert table_head(line(text)) is None


def test_no_lines_are_an_empty_front():
    assert entries("x") == []
