"""Words of a scan from literal tables, as tesseract writes them."""

from dataclasses import replace

from intake.text.ocr_layout import printed_words
from intake.text.ocr_noise import without_noise
from intake.text.ocr_signs import with_signs
from intake.text.ocr_table import Box, Glyph, boxes_of

HEAD = "level page_num block_num par_num line_num word_num left top width height conf text"
SIZE = 50  # pixels
ROW = (1, 1, 1)


def table(*words):
    """A table of (row, left, top, width, height, confidence, text)."""
    lines = [f"5 1 1 1 {row} 1 {' '.join(map(str, place))} {text}" for row, *place, text in words]
    page = "1 1 0 0 0 0 0 0 2480 3508 -1 "
    return "\n".join("\t".join(line.split(" ")) for line in (HEAD, page, *lines))


def word(text, x0, x1, *, top=-35, bottom=0, confidence=0.95, area=400, stroke=5.0, glyphs=()):
    """A word whose row stands at 0."""
    return Box(text, ROW, x0, top, x1, bottom, confidence, area, stroke, glyphs)


def texts(row):
    return [box.text for box in row]


def test_only_words_of_a_table_become_boxes():
    found = list(boxes_of(table((1, 300, 412, 79, 44, 96.3, "juni"), (1, 1, 1, 9, 9, -1, ""))))

    assert found == [Box("juni", ROW, 300, 412, 379, 456, 0.963)]


def test_a_table_without_words_has_no_boxes():
    assert list(boxes_of("")) == []
    assert printed_words([], 0.24, 0.24) == []


def test_words_with_tails_and_commas_stand_on_the_baseline_of_their_row():
    boxes = boxes_of(
        table(
            (1, 300, 465, 90, 35, 96, "Beslut"),
            (1, 400, 475, 90, 35, 96, "gjorda,"),
            (1, 500, 464, 90, 37, 96, "idag"),
            (2, 300, 565, 90, 46, 96, "Cynthia"),
            (2, 400, 565, 90, 46, 96, "Tyresö"),
        )
    )

    found = [round(one.baseline / 0.24) for one in printed_words(boxes, 0.24, 0.24)]

    assert found == [500, 500, 500, 600, 600]


def test_bold_cells_are_told_beside_regular_ones():
    bold = [word("Plats", 0, 100, stroke=7.5), word("Haninge", 300, 440)]
    regular = [replace(word("möte", 0, 90), row=(1, 1, at)) for at in range(2, 9)]

    found = printed_words([*bold, *regular], 0.24, 0.24)

    assert [one.text for one in found if one.bold] == ["Plats"]


def test_a_page_that_is_mostly_bold_still_has_regular_words():
    rows = [
        replace(word("möte", 0, 90, stroke=5.0 if at < 3 else 7.5), row=(1, 1, at))
        for at in range(10)
    ]

    assert sum(one.bold for one in printed_words(rows, 0.24, 0.24)) == 7


def test_specks_in_the_white_between_cells_go():
    row = [word("Bo", 0, 50), word("=", 150, 165, confidence=0.3), word("Salem", 300, 420)]

    assert texts(without_noise(row, SIZE)) == ["Bo", "Salem"]


def test_signs_before_a_doubtful_word_go():
    row = [word("Bo", 0, 50), word("=<:Salem", 300, 420, confidence=0.07)]

    assert texts(without_noise(row, SIZE)) == ["Bo", "Salem"]


def test_rules_of_a_table_are_no_letters():
    row = [word("|", 0, 4, top=-60, bottom=10), word("Bo", 20, 60), word("Ek", 75, 110)]

    assert texts(without_noise(row, SIZE)) == ["Bo", "Ek"]


def test_marks_before_a_gap_are_the_bullet_that_they_are():
    row = [word("e", 0, 14), word("«", 20, 30), word("Budgeten", 70, 200)]

    assert texts(without_noise(row, SIZE)) == ["•", "Budgeten"]


def test_a_flat_mark_before_a_gap_is_a_dash():
    row = [word("=", 0, 20, top=-15, bottom=-11), word("Budgeten", 70, 200)]

    assert texts(without_noise(row, SIZE)) == ["-", "Budgeten"]


def test_a_letter_close_to_the_next_word_is_no_bullet():
    row = [word("o", 0, 24), word("m", 36, 70), word("punkt", 80, 200)]

    assert texts(without_noise(row, SIZE)) == ["o", "m", "punkt"]


def test_a_row_of_which_nothing_is_trusted_goes():
    row = [word("kGJ", 0, 60, confidence=0.1), word("/", 80, 90, confidence=0.3)]

    assert without_noise(row, SIZE) == []


def test_letters_that_are_flat_are_a_row_of_dots():
    dots = word("sssesn", 200, 500, top=-6, area=400)

    assert texts(without_noise([word("Ordförande", 0, 180), dots], SIZE)) == ["Ordförande", "...."]


def test_a_figure_parts_from_the_word_after_it():
    assert texts(without_noise([word("1oktober", 0, 150)], SIZE)) == ["1 oktober"]


def test_a_sign_that_hangs_below_the_row_before_a_number_is_a_section_sign():
    hanging = word("&2", 0, 70, glyphs=(Glyph(0, -35, 24, 7), Glyph(40, -35, 66, 0)))

    assert texts(with_signs([hanging, word("Val", 80, 130)], 0, SIZE)) == ["§ 2", "Val"]


def test_an_eight_that_stands_on_the_row_stays_an_eight():
    eight = word("8", 0, 24, glyphs=(Glyph(0, -35, 24, 0),))

    assert texts(with_signs([eight, word("12", 40, 90)], 0, SIZE)) == ["8", "12"]


def test_a_glyph_as_wide_as_high_after_a_number_is_a_percent_sign():
    glyphs = (Glyph(0, -35, 24, 0), Glyph(28, -35, 52, 0), Glyph(60, -36, 100, 1))

    assert texts(with_signs([word("6190", 0, 100, glyphs=glyphs)], 0, SIZE)) == ["61%"]


def test_a_number_of_narrow_glyphs_stays_a_number():
    glyphs = tuple(Glyph(28 * at, -35, 28 * at + 24, 0) for at in range(4))

    assert texts(with_signs([word("6190", 0, 108, glyphs=glyphs)], 0, SIZE)) == ["6190"]


def test_the_accent_of_a_committee_is_put_back():
    row = [word("samarbetskommitteé", 0, 300), word("Kommittens", 320, 500)]

    assert texts(with_signs(row, 0, SIZE)) == ["samarbetskommitté", "Kommitténs"]


def test_the_mark_after_a_number_before_a_tab_is_a_full_stop():
    row = [word("4,", 0, 40), word("Nytt", 80, 150)]

    assert texts(without_noise(row, SIZE)) == ["4.", "Nytt"]


def test_a_number_in_a_sentence_keeps_its_comma():
    row = [word("4,", 0, 40), word("Haninge", 52, 150)]

    assert texts(without_noise(row, SIZE)) == ["4,", "Haninge"]
