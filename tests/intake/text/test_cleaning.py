import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.text.cleaning import clean, squeeze, take_bullet


@pytest.mark.parametrize(
    "bullet",
    ["\uf0b7", "\uf0a7", "\uf0d8", "\uf0fc", "▪", "•", "●", "◦", "-", "–", "*"],
)
def test_a_bullet_is_taken_off_its_line(bullet):
    assert take_bullet(f"  {bullet} Hyra lokal") == (bullet, "Hyra lokal")


@pytest.mark.parametrize("bullet", ["\uf0b7", "▪", "•", "-", "*"])
def test_a_bullet_may_stand_alone_on_its_line(bullet):
    assert take_bullet(bullet + " ") == (bullet, "")


@pytest.mark.parametrize(
    "text", ["-5 grader", "o Bo Ek", "Ek-Lund", "*fet*", "o", "—tankstreck", "1. Öppnande"]
)
def test_a_sign_that_belongs_to_the_word_is_no_bullet(text):
    assert take_bullet(text) == ("", text)


def test_a_round_letter_with_a_column_after_it_is_a_bullet():
    assert take_bullet("o   Hyra lokal") == ("o", "Hyra lokal")


def test_a_letter_with_a_single_space_is_a_word():
    assert take_bullet("o andra sidan") == ("", "o andra sidan")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("sam\u00adarbete", "samarbete"),
        ("nytt\u200bord", "nyttord"),
        ("\ufeffProtokoll", "Protokoll"),
        ("\u202eProtokoll\u202c", "Protokoll"),
        ("\u2067Bo Ek\u2069\u200e", "Bo Ek"),
        ("e\ufb00ekt", "effekt"),
        ("\ufb01nns i \ufb02era", "finns i flera"),
        ("o\ufb03ciell", "officiell"),
        ("ja\u00a0och\u202fnej", "ja och nej"),
        ("stråk\u0002", "stråk-"),
        ("stråk\ufffe", "stråk-"),
        ("stråk\u2011 och nod", "stråk- och nod"),
        ("Bo\x00 Ek\x07", "Bo Ek"),
        ("Bo\x85 Ek\x9f", "Bo Ek"),
        ("rad \t ", "rad"),
        ("A\u030asa O\u0308st", "Åsa Öst"),
    ],
)
def test_what_no_reader_sees_goes_and_the_words_stay(raw, expected):
    assert clean(raw) == expected


def test_a_minus_between_digits_is_a_hyphen():
    assert clean("12\u221213") == "12-13"


def test_a_minus_elsewhere_is_a_minus():
    assert clean("\u22125 grader") == "\u22125 grader"


def test_compatibility_characters_stay_as_printed():
    assert clean("4½ m², § 3, ①") == "4½ m², § 3, ①"


def test_tabs_and_columns_stay():
    assert clean("Tid\tkl 9   Plats") == "Tid\tkl 9   Plats"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(raw):
    assert clean(clean(raw)) == clean(raw)


@given(st.text())
def test_clean_text_is_composed(raw):
    assert unicodedata.is_normalized("NFC", clean(raw))


def test_squeezing_leaves_single_spaces():
    assert squeeze("  Bo \t Ek\n\n Salem ") == "Bo Ek Salem"
