import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.search.lexicon import Lexicon
from minutes.words import fold

WORDS = ["möte", "mötesplan", "mot", "plan", "översiktsplan", "kommittén", "får", "far", "łódź"]
LETTERS = st.text(alphabet="abmotåäöé", min_size=1, max_size=6)


@pytest.fixture
def lexicon():
    return Lexicon(WORDS)


def test_it_has_the_words_that_it_was_given(lexicon):
    assert [word in lexicon for word in [*WORDS, "mote", "", "plane", 1]] == [True] * 9 + [
        False
    ] * 4
    assert len(lexicon) == len(WORDS)


def test_words_begin_with_letters_as_they_are_printed(lexicon):
    assert sorted(lexicon.beginning("mö")) == ["möte", "mötesplan"]
    assert sorted(lexicon.beginning("mo")) == ["mot"]
    assert list(lexicon.beginning("x")) == []


def test_words_hold_letters_anywhere(lexicon):
    assert sorted(lexicon.holding("plan")) == ["mötesplan", "plan", "översiktsplan"]
    assert sorted(lexicon.holding("mot")) == ["mot"]
    assert sorted(lexicon.holding("möt")) == ["möte", "mötesplan"]


def test_only_words_with_dots_or_accents_fold_to_others(lexicon):
    assert list(lexicon.folding_to("mote")) == ["möte"]
    assert list(lexicon.folding_to("far")) == ["får"]
    assert list(lexicon.folding_to("plan")) == []


def test_words_begin_with_or_hold_letters_without_their_dots(lexicon):
    assert sorted(lexicon.beginning_folded("mot")) == [
        ("mot", "mot"),
        ("mote", "möte"),
        ("motesplan", "mötesplan"),
    ]
    assert sorted(lexicon.holding_folded("sikts")) == ["översiktsplan"]
    assert sorted(lexicon.holding_folded("kommitte")) == ["kommittén"]


def test_new_words_are_found_beside_the_old(lexicon):
    before = lexicon.version
    lexicon.add(["mötesrum", "plan", "", "two=one", "a\nb"])
    assert sorted(lexicon.beginning("mötes")) == ["mötesplan", "mötesrum"]
    assert len(lexicon) == len(WORDS) + 1
    assert lexicon.version != before


def test_a_witness_is_known_but_stands_nowhere():
    lexicon = Lexicon(["plan"], witnesses=["kon"])
    assert (lexicon.knows("kon"), "kon" in lexicon, lexicon.knows("plan")) == (True, False, True)
    assert list(lexicon.holding("kon")) == []


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.lists(LETTERS)), LETTERS)
def test_it_does_not_matter_in_how_many_steps_words_come(steps, letters):
    grown = Lexicon()
    for words in steps:
        grown.add(words)
    words = {word for step in steps for word in step}
    assert len(grown) == len(words)
    assert all(word in grown for word in words)
    assert sorted(grown.holding(letters)) == sorted(word for word in words if letters in word)
    assert sorted(grown.beginning(letters)) == sorted(
        word for word in words if word.startswith(letters)
    )
    assert sorted(grown.folding_to(fold(letters))) == sorted(
        word for word in words if fold(word) == fold(letters) != word
    )
