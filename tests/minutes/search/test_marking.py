import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.search.analysis import lexemes, tokens
from minutes.search.expanding import Asked, ask
from minutes.search.lexicon import Lexicon
from minutes.search.marking import Pieces, marked, snippet
from tests.minutes.search.brute_force import stands_in

SENTENCES = [
    "Kommunerna svarar på remissen om trafik.",
    "Mötet höll sig till planen för kollektivtrafiken.",
    "Den samordnade varudistributionen fortsätter, och varudistributionen ökar.",
    "Bio-Driv får 734 490 kr av SL:s medel.",
]
TEXT = " ".join(SENTENCES)
WORDS = sorted({token.word for token in tokens(TEXT)})


def asked_of(query: str, text: str = TEXT) -> Asked:
    return ask(query, Lexicon(token.word for token in tokens(text)))


def hits(pieces: Pieces) -> list[str]:
    return [piece for piece, hit in pieces if hit]


def joined(pieces: Pieces) -> str:
    return "".join(piece for piece, _ in pieces)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("trafik", ["trafik", "kollektivtrafiken"]),
        ("kommun", ["Kommunerna"]),
        ("mote plan", ["Mötet", "planen"]),
        ('"samordnad varudistribution"', ["samordnade", "varudistributionen"]),
        ("varudistribution", ["varudistributionen", "varudistributionen"]),
        ("biodriv", ["Bio", "Driv"]),
        ("734490", ["734 490"]),
        ("sl", ["SL:s"]),
        ("trafik -remiss", ["trafik", "kollektivtrafiken"]),
        ("-remiss", []),
        ("komuner", ["Kommunerna"]),
        ("saknas", []),
        ("", []),
    ],
)
def test_whole_words_are_marked_where_they_stand(query, expected):
    assert hits(marked(TEXT, asked_of(query))) == expected


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("antogs", "Planen är antagen.", ["antagen"]),
        ("bordlades", "Punkten bordläggs.", ["bordläggs"]),
        ("nytt", "Ny plan.", ["Ny"]),
        ("gångväg", "En gång- och cykelväg.", ["gång", "och", "cykelväg"]),
        ("vad beslutades om planen?", "Vad som beslutades om planen.", ["planen"]),
    ],
)
def test_other_forms_are_marked_too(query, text, expected):
    assert hits(marked(text, asked_of(query, text))) == expected


def test_a_mark_covers_what_nobody_sees_in_a_word():
    text = "Kost\u00adnaden och kommitte\u0301n"
    asked = ask("kostnad kommitté", Lexicon(["kostnaden", "kommittén"]))
    assert marked(text, asked) == [
        ("Kost\u00adnaden", True),
        (" och ", False),
        ("kommitte\u0301n", True),
    ]


@pytest.mark.parametrize("query", ["60 %", "60%", "60 procent", '"60 procent"'])
def test_percent_is_a_word_also_as_a_sign(query):
    assert marked("Av 60 % är 40 kr", asked_of(query, "60 %")) == [
        ("Av ", False),
        ("60", True),
        (" ", False),
        ("%", True),
        (" är 40 kr", False),
    ]
    assert not stands_in(asked_of(query, "60 %").expression, [], lexemes("Av 60 kr"))


def test_a_short_text_is_shown_whole():
    assert snippet("Om trafik.", asked_of("trafik")) == [
        ("Om ", False),
        ("trafik", True),
        (".", False),
    ]


def test_a_long_text_is_shown_where_the_hits_are_densest():
    filling = "Ordförande hälsar alla välkomna till dagens sammanträde. " * 10
    text = f"{filling}Trafik nämns. {filling}{SENTENCES[1]} Trafik och plan. {filling}"
    pieces = snippet(text, asked_of("trafik plan", text))
    assert hits(pieces) == ["planen", "kollektivtrafiken", "Trafik", "plan"]
    assert (pieces[0], pieces[-1]) == (("… ", False), (" …", False))
    assert joined(pieces).removeprefix("… ").startswith(("Ordförande", "Mötet"))


def test_without_a_hit_the_beginning_is_shown():
    pieces = snippet("Ett långt stycke. " * 50, asked_of("saknas"))
    assert pieces[0][0].startswith("Ett långt stycke.")
    assert pieces[-1] == (" …", False)


queries = st.lists(st.sampled_from([*WORDS, "saknas", "OR", '"', "-", "tra"]), max_size=5).map(
    " ".join
)


@settings(deadline=None)  # the machine may be busy
@given(queries, st.text())
def test_the_pieces_are_the_text(query, text):
    assert joined(marked(TEXT, asked_of(query))) == TEXT
    assert joined(marked(text, asked_of(query))) == text


@settings(deadline=None)  # the machine may be busy
@given(queries)
def test_a_text_has_marks_only_for_what_was_found(query):
    asked = asked_of(query)
    for sentence in SENTENCES:
        found = [leaf for leaf in asked.marked if stands_in(leaf, [], lexemes(sentence))]
        assert bool(found) == bool(hits(marked(sentence, asked)))


@settings(deadline=None)  # the machine may be busy
@given(queries)
def test_every_marked_word_is_one_that_was_asked_for(query):
    asked = asked_of(query)
    for hit in hits(marked(TEXT, asked)):
        lexeme = lexemes(hit)
        leaves = (leaf for leaf in asked.marked)
        assert any(
            stands_in(leaf, [], lexeme)
            or any(lexeme[0] in place for place in getattr(leaf, "words", ()))
            for leaf in leaves
        )


@settings(deadline=None)  # the machine may be busy
@given(queries, st.integers(20, 400), st.text(alphabet="ab .\nåTrafik", max_size=1000))
def test_a_snippet_is_about_as_long_as_was_asked(query, length, text):
    for whole in (TEXT * 3, text):
        pieces = snippet(whole, asked_of(query), length)
        inner = [piece for piece in pieces if piece[0] not in {"… ", " …"}]
        assert joined(inner) in whole
        assert len(joined(inner)) <= length
