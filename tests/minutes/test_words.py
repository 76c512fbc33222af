from hypothesis import given
from hypothesis import strategies as st

from minutes.words import fold, words


def test_folding_takes_away_case_dots_and_line_breaks():
    assert fold("  Tvärförbindelse\n\tSödertörn, kommittén Åø ") == (
        "tvarforbindelse sodertorn, kommitten ao"
    )


@given(st.text())
def test_what_is_folded_stays_as_it_is(text):
    assert fold(fold(text)) == fold(text)


def test_words_are_without_punctuation_and_in_order():
    assert words("”Att, 4 § (RUFS_2050) – e-tjänst”") == [
        "att",
        "4",
        "rufs",
        "2050",
        "e",
        "tjänst",
    ]
