"""Text that a line is drawn through, as office programs print what was deleted."""

import pytest

from intake.text.pdf import Pdf
from intake.text.pdf_struck import strikes
from intake.text.ruled import Rule
from tests.intake.text.pdf_writer import Sheet, pdf
from tests.intake.text.setting import put

OPENED = "Ordföranden öppnar mötet och hälsar alla välkomna."
RAISED = 3  # points: a line through letters of 11 points


def printed(sheet):
    sheet.put(70, 60, OPENED)
    return [line.raw for line in Pdf().read(pdf(sheet)).lines if line.raw][1:]


def struck(*pieces, x=70, y=100):
    """A sheet with the pieces (text, width, whether struck) after each other."""
    sheet = Sheet()
    for text, width, through in pieces:
        sheet.put(x, y, text)
        if through:
            sheet.rule(x - 0.5, y - RAISED, x + width + 0.5, y - RAISED)
        x += width
    return sheet


def test_words_that_are_struck_through_are_gone_and_leave_no_column():
    sheet = struck(
        ("Gruppen ", 45.3, False), ("bland annat nog", 76, True), (" antar planen.", 70, False)
    )
    assert printed(sheet) == ["Gruppen antar planen."]


def test_a_new_word_right_after_the_struck_one_stands_by_itself():
    sheet = struck(("Klockan ", 43.4, False), ("10.30", 27.5, True), ("10.45", 27.5, False))
    assert printed(sheet) == ["Klockan 10.45"]


def test_letters_that_are_struck_in_a_word_are_gone():
    sheet = struck(("1", 6.1, True), ("15 mars", 40, False))
    assert printed(sheet) == ["15 mars"]


def test_a_line_that_is_struck_leaves_nothing():
    assert printed(struck((OPENED, 256.8, True)).put(70, 114, "Budget")) == ["Budget"]


@pytest.mark.parametrize("above", [-2, -1, 0, 1, 6, 9])
def test_a_line_under_or_over_words_does_not_strike_them(above):
    sheet = Sheet().put(70, 100, "Budget").rule(70, 100 - above, 105, 100 - above)
    assert printed(sheet) == ["Budget"]


@pytest.mark.parametrize(("start", "end"), [(40, 105), (70, 300), (20, 575)])
def test_a_rule_of_the_page_that_goes_on_beyond_words_does_not_strike_them(start, end):
    sheet = Sheet().put(70, 100, "Budget").rule(start, 100 - RAISED, end, 100 - RAISED)
    assert printed(sheet) == ["Budget"]


def test_a_line_to_write_on_between_words_strikes_neither():
    sheet = Sheet().put(70, 100, "Namn:").put(250, 100, "Ort:")
    sheet.rule(100, 100 - RAISED, 248, 100 - RAISED)
    assert printed(sheet) == ["Namn:\tOrt:"]


def test_a_word_is_struck_where_most_of_it_is():
    (word,) = put(100, 100, "kommun")
    assert [word in strikes([Rule(97, 100, end)], [word]) for end in (115, 124, 126, 131)] == [
        False, False, True, True,
    ]  # fmt: skip
