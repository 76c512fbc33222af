from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from decisions.exports.columns import COLUMNS
from decisions.exports.xlsx import cut, write
from tests import spreadsheet
from tests.decisions.exports.test_cells import DANGEROUS

NOTHING = dict.fromkeys((column.key for column in COLUMNS), None)
TEXT = [column.key for column in COLUMNS].index("text")


def made(*rows: dict, **options) -> bytes:
    file = BytesIO()
    write([{**NOTHING, **row} for row in rows], file, "Beslut, 2022", **options)
    return file.getvalue()


def read(*rows: dict, **options) -> spreadsheet.Sheet:
    return spreadsheet.read(made(*rows, **options))


def test_each_value_has_its_type():
    row = {"date": date(2022, 10, 6), "item_number": "4", "decision_number": 2}
    assert read({**row, "topics": ["El", "Vatten"]}).rows[1] == [
        *[date(2022, 10, 6), "", "4", "", 2, "", "", "", "El, Vatten"]
    ]


def test_the_headings_stay_and_every_column_can_be_filtered():
    sheet = read({"text": "Att"}, {"text": "Att"})
    assert sheet.rows[0] == [str(column.heading) for column in COLUMNS]
    assert (sheet.frozen_rows, sheet.filtered) == (1, "A1:N3")


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_is_never_a_formula_not_even_when_it_is_edited(text):
    sheet = read({"text": text})
    assert (sheet.formulas, sheet.quoted, sheet.rows[1][TEXT]) == ([], [text], text)


def test_an_address_is_text_too():
    assert read({"url": "https://arkiv.example/beslut/x/"}).rows[1][-1].startswith("https://")
    assert b"hyperlink" not in made({"url": "https://arkiv.example/beslut/x/"})


def test_the_workbook_is_called_by_its_filters():
    assert "<dc:title>Beslut, 2022</dc:title>" in spreadsheet.everything(made())


def test_a_day_that_excel_does_not_know_is_written_out():
    assert read({"date": date(1862, 3, 21)}).rows[1] == ["1862-03-21"]


def test_a_sheet_that_is_full_says_so():
    rows = [{"text": f"Att {number}"} for number in range(5)]
    sheet = read(*rows, most=4)
    assert [row[TEXT] for row in sheet.rows[1:-1]] == ["Att 0", "Att 1"]
    assert sheet.rows[-1] == ["Här slutar kalkylbladet, men inte listan: dela upp den."]
    assert len(read(*rows, most=6).rows) == 6


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so():
    (text,) = read({"text": "å" * 40_000}).rows[1][TEXT:]
    assert (len(text), text[-36:]) == (32_767, "å [… resten finns på beslutets sida]")


@pytest.mark.parametrize(("text", "most"), [("x" * 50, 50), ("😀" * 25, 50)])
def test_a_text_that_just_fits_is_whole(text, most):
    assert cut(text, most) == text


def test_a_sign_of_two_parts_is_not_cut_in_the_middle():
    assert cut("😀" * 26, 50) == "😀" * 7 + " [… resten finns på beslutets sida]"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_and_is_no_formula(text):
    sheet = read({"text": text, "url": "x"})
    assert (sheet.rows[1][TEXT], sheet.formulas) == (text, [])


def test_the_parts_are_sound_xml():
    whole = spreadsheet.everything(made({"text": "\0\x0b\ufffe_x0041_ <&>"}))
    parts = [etree.fromstring(f"<?xml {part}".encode()) for part in whole.split("<?xml ")[1:]]
    assert {etree.QName(part).localname for part in parts} >= {"workbook", "worksheet"}
