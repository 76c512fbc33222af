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


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("värnlund", "wernlund"),
        ("qvarnstroem", "kvarnström"),
        ("jungval", "ljungwall"),
        ("karl", "carl"),
        ("emill", "emil"),
        ("erixon", "ericsson"),
        ("hegg", "hägg"),
        ("sakarias", "zackarias"),
    ],
)
def test_a_name_may_be_typed_as_it_sounds(typed, printed):
    assert nearest(typed, Lexicon([printed])) == (printed,)


@pytest.mark.parametrize(
    ("typed", "printed"), [("läder", "leder"), ("kall", "kal"), ("värd", "vård"), ("ven", "wen")]
)
def test_a_short_word_that_sounds_like_another_is_another(typed, printed):
    assert nearest(typed, Lexicon([printed])) == ()


def test_what_sounds_the_same_is_nearer_than_what_looks_alike():
    assert nearest("värnlund", Lexicon(["wernlund", "värnlind"])) == ("wernlund",)


def test_a_name_may_be_meant():
    assert nearest("lndqvist", LEXICON, names=["Svea Lindqvist"]) == ("lindqvist",)


def test_at_most_three_are_taken_and_one_of_each_lexeme():
    lexicon = Lexicon(["xplanas", "xplanbs", "xplands", "xplanes", "xplanese"])
    assert len(nearest("xplanxs", lexicon)) == MOST


@settings(deadline=None)  # the machine may be busy
@given(st.text(max_size=20))
def test_anything_may_be_mistyped(typed):
    assert len(nearest(typed, LEXICON, [typed])) <= MOST
