import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.search.lexicon import Lexicon
from minutes.search.nearest import MOST, nearest

LEXICON = Lexicon(
    ["södertörn", "kommunerna", "kommunens", "polisen", "polisens", "möte", "mot", "trafikverket"],
    witnesses=["polin"],
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("södertön", ("södertörn",)),
        ("sodertron", ("södertörn",)),
        ("komunerna", ("kommunerna",)),
        ("komuner", ("kommunens",)),  # by the stem; of its forms the shortest
        ("plosien", ()),
        ("polsien", ("polisen",)),
        ("oplisen", ("polisen",)),  # the first two letters exchanged
        ("ttrafikverkt", ("trafikverket",)),
        ("moet", ("möte",)),
        ("mott", ()),  # a preposition is not what anybody asks for
        ("röte", ()),
        ("rolisen", ()),
        ("polin", ()),  # a word that is simply not there
        ("avtal", ()),
        ("söd", ()),
        ("2050", ()),
    ],
)
def test_few_slips_are_forgiven_in_a_long_word(typed, meant):
    assert nearest(typed, LEXICON) == meant


def test_a_name_may_be_meant():
    assert nearest("lndqvist", LEXICON, names=["Svea Lindqvist"]) == ("lindqvist",)


def test_at_most_three_are_taken_and_one_of_each_lexeme():
    lexicon = Lexicon(["xplanas", "xplanbs", "xplands", "xplanes", "xplanese"])
    assert len(nearest("xplanxs", lexicon)) == MOST


@settings(deadline=None)  # the machine may be busy
@given(st.text(max_size=20))
def test_anything_may_be_mistyped(typed):
    assert len(nearest(typed, LEXICON, [typed])) <= MOST
