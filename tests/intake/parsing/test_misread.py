from dataclasses import replace

import pytest

from intake.parsing.misread import restored
from tests.intake.parsing.printed import page


def scanned(*rows):
    return [replace(line, origin="ocr") for line in page(*rows)]


def texts(lines):
    return [line.text for line in restored(lines) if line.text]


@pytest.mark.parametrize("sign", ["$ ", "$", "&", "• ", "8 ", "8", "S ", "% "])
def test_the_section_sign_is_put_back_where_the_numbers_count(sign):
    lines = scanned(f"{sign}11 Val", "Bo Ek väljs.", f"{sign}12 Budget", "Bo Ek talar.")
    assert texts(lines) == ["§ 11 Val", "Bo Ek väljs.", "§ 12 Budget", "Bo Ek talar."]


def test_one_such_line_tells_nothing():
    assert texts(scanned("$ 11 Val", "Bo Ek väljs.")) == ["$ 11 Val", "Bo Ek väljs."]


def test_numbers_that_do_not_count_tell_nothing():
    assert texts(scanned("$ 40 Kronor", "$ 12 Budget")) == ["$ 40 Kronor", "$ 12 Budget"]


def test_typed_text_is_left_alone():
    assert texts(page("$ 1 Val", "$ 2 Budget")) == ["$ 1 Val", "$ 2 Budget"]


def test_the_paragraphs_of_a_person_get_their_sign_too():
    lines = scanned("Eva Sten, Salem, $ 1-2", "$ 1 Val", "$ 2 Budget")
    assert texts(lines)[0] == "Eva Sten, Salem, § 1-2"


@pytest.mark.parametrize(("read", "printed"), [("12 maj 2O21", "12 maj 2021"), ("2oO8", "2008")])
def test_a_year_has_no_letters(read, printed):
    assert texts(page(read)) == [printed]


@pytest.mark.parametrize("text", ["H2O21", "2OB1", "2021", "CO2"])
def test_other_signs_with_letters_are_left(text):
    assert texts(page(text)) == [text]
