"""Beginnings of words, as the words of a lexicon."""

from minutes.search.closing import MOST_WORDS, closed
from minutes.search.expression import All, Any, Not, Phrase, Tag, Word
from minutes.search.lexicon import Lexicon

LEXICON = Lexicon(["trafik", "trafiken", "trafikplanen", "kollektivtrafik", "plan"])


def test_a_beginning_is_the_stems_of_the_words_that_begin_so():
    assert closed(Word("trafik", open=True), LEXICON) == Any((Word("trafik"), Word("trafikplan")))


def test_a_beginning_that_no_word_has_is_only_itself():
    assert closed(Word("brand", open=True), LEXICON) == Any((Word("brand"),))


def test_a_beginning_in_the_title_stays_there():
    assert closed(Word("plan", open=True, title=True), LEXICON) == Any((Word("plan", title=True),))


def test_what_is_no_beginning_stays_as_it_is():
    asked = All((Word("plan"), Tag("y2022"), Not(Phrase((("trafik",), ("plan",))))))
    assert closed(asked, LEXICON) == asked


def test_a_beginning_of_very_many_words_stays_open():
    many = Lexicon(f"plan{number}" for number in range(MOST_WORDS + 1))
    assert closed(Word("plan", open=True), many) == Word("plan", open=True)
