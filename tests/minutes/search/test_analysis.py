import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.search.analysis import LONGEST, MOST_BYTES, MOST_WORDS, lexemes, tokens, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("”Att, 4 § (RUFS_2050) – e-tjänst”", ["att", "4", "rufs", "2050", "e", "tjänst"]),
        ("734 490 kr", ["734490", "kr"]),
        ("734\u00a0490 och 1\u202f234\u202f567", ["734490", "och", "1234567"]),
        ("2022 123", ["2022", "123"]),  # a year, and something else
        ("kl. 10.30 100 personer", ["kl", "10", "30", "100", "personer"]),
        ("08-123 456", ["08", "123", "456"]),
        ("den 2022-10-06", ["den", "2022", "10", "06"]),
        ("83 %, § 12", ["83", "procent", "12"]),
        ("60% av %20x", ["60", "procent", "av", "20x"]),
        ("SL:s bussar, PM:et, den 3:e", ["sl", "bussar", "pm", "den", "3"]),
        ("kl 10:30", ["kl", "10", "30"]),
        ("kost\u00adnad", ["kostnad"]),
        ("kommitte\u0301n", ["kommittén"]),
        ("anna.berg@exempel.se", ["anna", "berg", "exempel", "se"]),
        ("Straße", ["strasse"]),
        ("", []),
        (" –—\u00ad\u0301", []),
    ],
)
def test_a_text_is_words_in_small_letters(text, expected):
    assert words(text) == expected


def test_a_word_keeps_its_place_in_the_text_as_it_stands():
    text = "Om kost\u00adnad på 734 490 kr i SL:s regi"
    assert [text[token.start : token.end] for token in tokens(text)] == [
        "Om",
        "kost\u00adnad",
        "på",
        "734 490",
        "kr",
        "i",
        "SL:s",
        "regi",
    ]


@given(st.text() | st.text("aå% 1\u00ad\u0301:s_"))
def test_words_are_the_same_with_their_places(text):
    assert [token.word for token in tokens(text)] == words(text)


@given(st.text())
def test_places_are_in_order_and_within_the_text(text):
    places = [place for token in tokens(text) for place in (token.start, token.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


def test_lexemes_are_the_stems_in_order():
    assert lexemes("Kommunerna beslutade om kollektivtrafikplanen 2050") == [
        "kommun",
        "beslut",
        "om",
        "kollektivtrafikplan",
        "2050",
    ]


def test_no_text_is_too_long_for_an_index():
    assert len(lexemes("ord " * (MOST_WORDS + 1))) == MOST_WORDS
    assert max(map(len, lexemes("å" * 1000))) == LONGEST
    letters = "".join(chr(0x1D552 + number) for number in range(20))
    many = " ".join(f"{letters}x{number}" for number in range(MOST_WORDS))
    assert sum(len(lexeme.encode()) for lexeme in lexemes(many)) <= MOST_BYTES
