"""Each engine says of every expression what brute force says of the same lexemes."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.search.analysis import lexemes
from minutes.search.engines import engine
from minutes.search.expression import (
    EVERYTHING,
    NOTHING,
    All,
    Any,
    Expression,
    Not,
    Phrase,
    Tag,
    Word,
)
from minutes.search.models import SearchEntry
from minutes.search.rows import row_of
from tests import factories
from tests.minutes.search.entries import Known, expected, indexed, places, places_in_turn

pytestmark = pytest.mark.django_db

ENTRIES = [
    Known("plan", "möt plan led", "b1 n3 y2022"),
    Known("möt", "planlägg av väg", "b1 n33 y2022"),
    Known("budget plan", "led", "b2 y2023"),
    Known("", "plan", "y2023"),
    Known("plan", "", ""),
    Known("", "", "b1"),
    Known("and not", "or near", "sopen"),  # what FTS5 reserves
    Known("title text", "tags", "title"),
    Known("å ä ö", "åäö åä é", ""),
    Known("734490 2022", "2 22", "y2"),
    Known("σχεδι", "план 計画 𐍈", ""),
    Known("b" * 60, "b" * 59, ""),
    Known("a b", "c a c b", ""),
    Known("b a", "a b c", ""),
]
WORDS = sorted({word for one in ENTRIES for word in f"{one.title} {one.text}".split()})
TAGS = sorted({tag for one in ENTRIES for tag in one.tags.split()})

PLAN, LED, Y2022 = Word("plan"), Word("led"), Tag("y2022")
EXPRESSIONS = {
    "a word": PLAN,
    "a word of the title": Word("plan", title=True),
    "the beginning of words": Word("plan", open=True),
    "the beginning of words of the title": Word("pl", open=True, title=True),
    "a word that is nowhere": Word("saknas"),
    "a tag": Y2022,
    "a tag is not the beginning of one": Tag("n3"),
    "a tag is no word": Word("y2022"),
    "a word is no tag": Tag("plan"),
    "the mark of every entry is no word": Word("x"),
    "what an engine reserves": All((Word("and"), Word("or"), Word("not"), Word("near"))),
    "what an engine reserves, opened": Word("no", open=True),
    "names of columns": All((Word("title"), Word("tags"), Tag("title"))),
    "a phrase": Phrase((("a",), ("b",))),
    "a phrase the other way round": Phrase((("b",), ("a",))),
    "a phrase with alternatives": Phrase((("a", "c"), ("b",))),
    "a phrase over the border of title and text": Phrase((("b",), ("c",))),
    "a phrase of one word": Phrase((("led",),)),
    "a phrase of no words": Phrase(()),
    "a phrase with a place for nothing": Phrase((("a",), ())),
    "both": All((PLAN, LED)),
    "either": Any((Word("möt"), LED)),
    "one without the other": All((PLAN, Not(LED))),
    "one without others": All((PLAN, Not(LED), Not(Tag("b1")))),
    "not one": Not(PLAN),
    "neither": All((Not(PLAN), Not(LED))),
    "not both": Not(All((PLAN, LED))),
    "not not": Not(Not(PLAN)),
    "not a phrase": Not(Phrase((("a",), ("b",)))),
    "one or not another": Any((Y2022, Not(PLAN))),
    "not in an alternative in both": All((Any((Not(PLAN), LED)), Any((Y2022, Tag("b2"))))),
    "everything": EVERYTHING,
    "nothing": NOTHING,
    "not everything": Not(EVERYTHING),
    "not nothing": Not(NOTHING),
    "everything among others": All((EVERYTHING, PLAN)),
    "nothing among alternatives": Any((NOTHING, PLAN)),
    "many alternatives": Any((*(Word(f"ord{number}") for number in range(2000)), LED)),
    "the first and the last of many": Any((PLAN, *(Word(f"ord{n}") for n in range(9)), LED)),
    "many conditions": All((*(Not(Word(f"ord{number}")) for number in range(500)), LED)),
}


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_an_expression_means_what_it_says(name):
    entries = indexed(ENTRIES)
    assert places(EXPRESSIONS[name]) == expected(entries, EXPRESSIONS[name])
    assert places_in_turn(EXPRESSIONS[name]) == expected(entries, EXPRESSIONS[name])


def test_each_word_and_each_beginning_is_found_where_it_stands():
    entries = indexed(ENTRIES)
    asked = [Word(word[:length], length < len(word)) for word in WORDS for length in (1, 2, 60)]
    asked += [Word(one.lexeme, one.open, title=True) for one in asked]
    asked += [Tag(tag) for tag in TAGS]
    assert {one: places(one) for one in asked} == {one: expected(entries, one) for one in asked}


def _any_expression(chance: random.Random, depth: int = 4) -> Expression:
    kind = chance.choice("wwwttp" + "aaoon" * (depth > 0))
    if kind == "w":
        word = chance.choice(WORDS)
        is_open, title = chance.random() < 0.3, chance.random() < 0.2
        return Word(word[: chance.randint(1, 4)] if is_open else word, is_open, title)
    if kind == "t":
        return Tag(chance.choice(TAGS))
    if kind == "p":
        length = chance.randint(1, 3)
        return Phrase(tuple(tuple(chance.sample(WORDS, 2)) for _ in range(length)))
    if kind == "n":
        return Not(_any_expression(chance, depth - 1))
    parts = tuple(_any_expression(chance, depth - 1) for _ in range(chance.randint(0, 3)))
    return All(parts) if kind == "a" else Any(parts)


def test_500_expressions_inside_each_other_mean_what_they_say():
    entries = indexed(ENTRIES)
    chance = random.Random(4)  # noqa: S311 - the same every time
    for _ in range(500):
        one = _any_expression(chance)
        assert places(one) == expected(entries, one), one
        assert places_in_turn(one) == expected(entries, one), one


# The analyser gives letters and digits alone; whatever else comes is refused or answered, and
# never an error.
ODD = ["'", '"', "\\", "a'b", 'a"b', "a\\b", "a b", "*", "a*", ":", "a:b", "(", ")", "&", "|", "!"]
ODD += [
    "<->",
    "-",
    "^",
    "+",
    "{",
    "}",
    "NEAR",
    "AND",
    "%",
    "%s",
    "?",
    ";--",
    "🚲",
    "a🚲b",
    "\u202eab",
]


@pytest.mark.parametrize("odd", ODD)
def test_no_sign_of_the_engine_is_taken_for_more_than_itself(odd):
    indexed(ENTRIES)
    for one in (Word(odd), Word(odd, open=True), Phrase(((odd,), ("a",))), Tag(odd)):
        assert places(All((one, Word("saknas")))) == []
        assert places(Any((one, LED))) >= [0]


@given(st.text() | st.text("aåÄ0 :-'\\\"*\x00\u00ad\u202e\ufeffe\u0301🚲ﬁİß", max_size=30))
def test_the_analyser_gives_letters_and_digits_alone(text):
    for lexeme in lexemes(text):
        assert lexeme
        assert not any(sign.isascii() and not sign.isalnum() for sign in lexeme)
        assert not any(sign.isascii() and sign.isupper() for sign in lexeme)


def test_the_longest_text_keeps_its_places():
    """PostgreSQL tells 16,383 places apart; title and text together have fewer."""
    words = [f"ord{number}" for number in range(20_000)]
    row = row_of({}, " ".join(words), " ".join(words))
    assert (len(row.title), len(row.text)) == (1000, 15_000)
    known = indexed([Known(" ".join(row.title), " ".join(row.text)), *ENTRIES])
    ends = [Phrase(((row.text[place],), (row.text[place + 1],))) for place in (0, 999, 14_998)]
    ends += [Phrase((("ord999",), ("ord0",))), Phrase((("ord14999",), ("ord15000",)))]
    assert [places(one) for one in ends] == [[0], [0], [0], [], []]
    assert [expected(known, one) for one in ends] == [[0], [0], [0], [], []]


@pytest.mark.parametrize("times", [249, 250, 251, 256, 257, 5000])
def test_a_word_that_stands_hundreds_of_times_is_found_at_each_place(times):
    """A tsvector keeps 256 places of a lexeme."""
    text = " ".join(f"och x{number}" for number in range(times))
    known = indexed([Known("och", text), Known("x1", "och")])
    last = Phrase((("och", "eller"), (f"x{times - 1}",), ("och",)))
    asked = [Phrase((("och",), (f"x{times - 1}",))), Phrase(((f"x{times - 2}",), ("och",))), last]
    asked += [Word("och"), Word("och", title=True), Word("oc", open=True)]
    assert [places(one) for one in asked] == [expected(known, one) for one in asked]
    assert places(asked[0]) == [0]


def _many_texts() -> Iterator[tuple[str, str]]:
    yield "200,000 distinct words", " ".join(f"ord{number}x" for number in range(200_000))
    yield "a line of a megabyte", "a" * 1_000_000
    yield "long words of long letters", " ".join(chr(0x10330) * 59 + f"{n}" for n in range(20_000))
    yield "a word a hundred thousand times", "plan " * 100_000


@pytest.mark.parametrize("text", dict(_many_texts()).values(), ids=dict(_many_texts()))
def test_no_text_is_too_much(text):
    """PostgreSQL refuses a tsvector of a megabyte; the beginning of the text is found."""
    item = factories.an_item(title=text, text=text)
    first = lexemes(text)[0]
    assert places(All((Word(first), Word(first, title=True)))) == [item.position * 10_000 - 1]
    row = row_of({"tags": ""}, text, text)
    key = SearchEntry.objects.get().pk
    assert engine().stored([key])[key] is not None
    assert sum(len(one.encode()) for one in (*row.title, *row.text)) < 700_000


@pytest.mark.parametrize(
    ("printed", "lexeme"),
    [
        ("Mo\u0308te", "möt"),  # NFD
        ("\ufeffmöte", "möt"),  # a byte order mark
        ("\u202emöte\u202c", "möt"),  # the other direction
        ("mö\u00adte", "möt"),  # a hyphenation point
        ("🚲möte🚲", "möt"),
        ("MÖTE", "möt"),
    ],
)
def test_what_is_not_seen_is_not_in_the_way(printed, lexeme):
    factories.an_item(title="Rubrik", text=printed)
    assert len(places(Word(lexeme))) == 1


def test_a_phrase_in_too_many_ways_is_asked_in_some_of_them():
    words = tuple(tuple(f"{place}{way}" for way in "abcd") for place in range(10))
    phrase = Phrase(words)
    ways = 1
    for place in phrase.ways:
        ways *= len(place)
    assert (len(phrase.ways), phrase.ways[0], ways <= 500) == (10, words[0], True)
    known = indexed([Known(text=" ".join(one[0] for one in words)), *ENTRIES])
    assert places(phrase) == expected(known, phrase) == [0]
