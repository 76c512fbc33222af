from dataclasses import replace

from intake.parsing.side_labels import opened
from intake.text.document import Cell
from tests.intake.parsing.printed import heading, page, word, written


def texts(lines):
    return [one.text for one in written(opened(lines))]


def test_a_label_beside_its_text_stands_above_it():
    rows = word("Beslut\tKartan ritas om.", "Bo tackas.")
    assert texts(rows) == ["Beslut", "Kartan ritas om.", "Bo tackas."]


def test_each_row_below_the_label_is_a_paragraph():
    rows = word("Beslut\tKartan ritas om.", "\tBo tackas.", "\t- Eva ringer.")
    found = written(opened(rows))
    assert [(one.text, one.label) for one in found] == [
        ("Beslut", ""),
        ("Kartan ritas om.", ""),
        ("Bo tackas.", ""),
        ("Eva ringer.", "-"),
    ]


def test_a_line_that_the_column_broke_goes_on():
    rows = page("Beslut\tKartan ritas om av", "\tBo Ek och", "\tEva Sten.", "\tBo tackas.")
    right = (300, 295, 150, 150)
    printed = [
        replace(row, cells=(row.cells[0], Cell(row.cells[1].text, 100, x1)))
        for row, x1 in zip(rows, right, strict=True)
    ]
    assert texts(printed) == ["Beslut", "Kartan ritas om av Bo Ek och Eva Sten.", "Bo tackas."]


def test_other_rows_are_left_as_they_are():
    rows = word("Bo Ek\tSalem", "\tEva Sten", "Beslut", "Kartan\tritas om")
    assert opened(rows) == rows


def test_the_lines_keep_their_numbers():
    rows = word("Läget.", "Beslut\tKartan ritas om.")
    assert [line.no for line in opened(rows)] == [1, 2, 2]


def test_the_number_of_a_part_is_taken_off_its_label():
    rows = word(
        heading("1.2 Beslut"), "Kartan ritas om.", "2.1 Miljoner kronor", "1.10.2 Bakgrund"
    )
    assert texts(rows) == ["Beslut", "Kartan ritas om.", "2.1 Miljoner kronor", "Bakgrund"]


def test_att_with_a_tab_begins_its_clause():
    assert texts(word("att\tkartan ritas om.")) == ["att kartan ritas om."]
