"""A dictionary of the server's, in the forms that such files have."""

import pytest

from minutes.search.vocabulary import lexicon_for
from minutes.search.witnesses import witnesses


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_words_stand_before_their_flags(settings, tmp_path, encoding):
    settings.WORD_LIST = tmp_path / f"sv-{encoding}.dic"
    settings.WORD_LIST.write_bytes("3\navtal/AHDY\nÅsna/X\nvägg\tpo:noun\n1:a\n".encode(encoding))
    assert witnesses() == {"avtal", "åsna", "vägg"}


def test_without_a_dictionary_there_are_none(settings):
    settings.WORD_LIST = None
    assert witnesses() == set()


def test_a_word_of_the_dictionary_is_known_but_stands_nowhere(settings, tmp_path, stranger, db):
    settings.WORD_LIST = tmp_path / "sv.dic"
    settings.WORD_LIST.write_text("skarv/A\n", encoding="utf-8")
    lexicon = lexicon_for(stranger)
    assert (lexicon.knows("skarv"), "skarv" in lexicon) == (True, False)
