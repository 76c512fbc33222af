import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.exports.cells import could_be_formula, kept_as_text

DANGEROUS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+46 8 123",
    "- Att bygga",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\rAtt",
    "\nAtt",
    "  =1",
    "\0=1",
    "\u200b=1",
    "\ufeff=1",
    "\xa0@x",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "﹦1",
    "−1",
]


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_could_be_a_formula_is_kept_as_text(text):
    assert (could_be_formula(text), kept_as_text(text)) == (True, "'" + text)


@pytest.mark.parametrize(
    "text", ["", "Att bygga", "§ 4", "– Att bygga", "a=1", "(=1)", "1-2", " Att", "\0", "”=1”"]
)
def test_any_other_text_is_as_it_was(text):
    assert (could_be_formula(text), kept_as_text(text)) == (False, text)


def test_a_text_with_an_apostrophe_of_its_own_gets_another():
    assert kept_as_text("'90-talet") == "''90-talet"


@given(st.text())
def test_without_one_apostrophe_each_text_is_as_it_was(text):
    assert kept_as_text(text).removeprefix("'") == text


@given(st.text())
def test_no_cell_could_be_a_formula(text):
    assert not could_be_formula(kept_as_text(text))
