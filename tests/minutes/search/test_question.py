import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.search.question import MOST_WORDS, Question, Term, TypedFilter, parse, typed_filters


def word(*words: str) -> Term:
    return Term(words)


def quoted(*words: str) -> Term:
    return Term(words, quoted=True)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Trafik plan", [[word("trafik")], [word("plan")]]),
        ('"samordnad inköp" plan', [[quoted("samordnad", "inköp")], [word("plan")]]),
        ("”samordnad varor”", [[quoted("samordnad", "varor")]]),
        ('"plan"', [[quoted("plan")]]),
        ("plan OR remiss", [[word("plan"), word("remiss")]]),
        ("plan ELLER remiss svar", [[word("plan"), word("remiss")], [word("svar")]]),
        ("a b OR c OR d", [[word("a")], [word("b"), word("c"), word("d")]]),
        ("plan eller remiss", [[word("plan")], [word("remiss")]]),
        ("a AND b OCH c", [[word("a")], [word("b")], [word("c")]]),
        ("a och b", [[word("a")], [word("b")]]),
        ("Trafik på väg till Berg", [[word("trafik")], [word("väg")], [word("berg")]]),
        ("trafik pa vag", [[word("trafik")], [word("vag")]]),
        ("plan OR i", [[word("plan")]]),
        ('plan "i"', [[word("plan")], [quoted("i")]]),
        ('"på väg"', [[quoted("på", "väg")]]),
        ("i och för", [[word("i")], [word("och")], [word("för")]]),
        ("i-bruk", [[word("i", "bruk")]]),
        ("e-arkiv", [[word("e", "arkiv")]]),
        ("2022-10-06 nr 22/123", [[word("2022", "10", "06")], [word("nr")], [word("22", "123")]]),
        ("och/eller", [[word("och")], [word("eller")]]),
        ("kultur- och fritid", [[word("kultur")], [word("fritid")]]),
        ("734 490 kr", [[word("734490")], [word("kr")]]),
        ("anna@exempel.se", [[word("anna", "exempel", "se")]]),
        ("a - b", [[word("a")], [word("b")]]),
        ("OR a OR", [[word("a")]]),
        ('"trafik plan', [[word("trafik")], [word("plan")]]),
        ("nyckel:plan", [[word("nyckel")], [word("plan")]]),
        ('"" - -- " OR ELLER ?!', []),
        ("", []),
    ],
)  # fmt: skip
def test_words_phrases_and_alternatives_are_wanted(text, wanted):
    assert parse(text) == Question(wanted=tuple(map(tuple, wanted)))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("vem ansvarar för brandskyddet", "ansvarar brandskyddet"),
        ("när antogs budgeten?", "antogs budgeten"),
        ("vilka remisser har besvarats", "remisser besvarats"),
        ("vad beslutades om lekparken", "lekparken"),
        ("beslutades lekparken", "beslutades lekparken"),
        ("vilka beslut har fattats om lekparken", "beslut lekparken"),
        ("beslut fattade av nämnden", "beslut fattade nämnden"),
        ("hur går det med bron", "bron"),
        ("hur många deltog", "deltog"),
        ("många deltog", "många deltog"),
        ("var hölls konferensen", "hölls konferensen"),
        ("finns det en tidplan för bron", "tidplan bron"),
        ("är planen klar?", "planen klar"),
        ("ar planen klar?", "planen klar"),
        ("vad säger polisen om bullret", "polisen bullret"),
        ("till vem skickades svaret", "skickades svaret"),
        ("och vad hände med bron", "bron"),
        ("har vi fått svar", "svar"),
        ("möte om hur vi ska arbeta", "möte arbeta"),
        ("vad hände", "hände"),
        ("vad är det", "vad"),
        ("när och var", "när var"),
        ("vem", "vem"),
        ("var", "var"),
        ("under", "under"),
        ("över bron", "över bron"),
        ("utan lekpark", "utan lekpark"),
        ("under hösten", "under hösten"),
        ("bron finns", "bron finns"),
        ("vår", "vår"),
    ],
)
def test_in_a_question_what_only_asks_is_left_out(text, left):
    assert [group[0].words[0] for group in parse(text).wanted] == left.split()


def test_what_is_quoted_is_asked_for_also_in_a_question():
    assert parse('vem sa "hur går det"').wanted == ((quoted("hur", "går", "det"),),)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("-remiss", [Term(("remiss",), unwanted=True)]),
        ("−remiss", [Term(("remiss",), unwanted=True)]),
        ('-"en plan"', [Term(("en", "plan"), quoted=True, unwanted=True)]),
        ("-e-arkiv", [Term(("e", "arkiv"), unwanted=True)]),
        ("- remiss", []),
        ("e-arkiv", []),
    ],
)
def test_what_stands_behind_a_minus_is_not_wanted(text, unwanted):
    assert parse(f"plan {text}").unwanted == tuple(unwanted)


def test_an_unwanted_word_is_no_alternative():
    question = parse("plan OR -remiss OR svar")
    assert (question.wanted, question.unwanted) == (
        ((word("plan"), word("svar")),),
        (Term(("remiss",), unwanted=True),),
    )


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("kommun:haninge", [("kommun", "haninge")]),
        ("Kommun:Haninge ämne:trygghet", [("kommun", "Haninge"), ("amne", "trygghet")]),
        ('organ:"Södra rådet" år:2022', [("organ", "Södra rådet"), ("ar", "2022")]),
        ("ar:2022-2023", [("ar", "2022-2023")]),
        ("A\u0308mne:skola A\u030aR:2022", [("amne", "skola"), ("ar", "2022")]),
        ("kommun:Va\u0308rlinge", [("kommun", "Värlinge")]),
    ],
)
def test_a_filter_is_typed_before_a_colon(text, filters):
    assert parse(f"plan {text} remiss") == Question(
        wanted=((word("plan"),), (word("remiss"),)), filters=tuple(filters)
    )


def test_a_typed_filter_knows_its_place_in_the_text_as_it_stands():
    text = "plan a\u0308mne:skola remiss"
    assert typed_filters(text) == [TypedFilter("amne", "skola", 5, 16)]
    assert text[5:16] == "a\u0308mne:skola"


def test_a_filter_without_a_value_is_a_word():
    assert parse("kommun: plan").wanted == ((word("kommun"),), (word("plan"),))


def test_a_pasted_text_is_asked_for_by_its_first_words():
    asked = parse(" ".join(f"ord{number}" for number in range(100))).wanted
    assert [group[0].words[0] for group in asked] == [f"ord{n}" for n in range(MOST_WORDS)]


@given(st.text(alphabet=st.sampled_from('ab å"”-−:/.ORELkommunår '), max_size=200))
def test_nothing_that_is_typed_is_wrong(text):
    question = parse(text)
    terms = [term for group in question.wanted for term in group]
    assert all(term.words and not term.unwanted for term in terms)
