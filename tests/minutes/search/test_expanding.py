import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.search.analysis import lexemes, tokens
from minutes.search.expanding import ask
from minutes.search.lexicon import Lexicon
from tests.minutes.search.brute_force import stands_in

TEXT = """Yttrande över kollektivtrafikplanen 2050. Den samordnade varudistributionen fortsätter
enligt rapport. Tvärförbindelse Södertörn och Södertörnskonferensen. Kommundirektörerna fick i
uppdrag att ta fram e-arkivet. Bio-Driv höll möten mot esplanaden. Kommittén föreslår en transport
över 734 490 kr, 83 % enligt § 12. Eleffektsituationen. Beslutet gäller."""
LEXICON = Lexicon(token.word for token in tokens(TEXT))


def answers(query: str, text: str = TEXT) -> bool:
    expression = ask(query, LEXICON).expression
    return expression is None or stands_in(expression, [], lexemes(text))


@pytest.mark.parametrize(
    "query",
    [
        "trafik",
        "plan",
        "varudistribution",
        "mote",
        "tvarforbindelse",
        "sodertorn",
        "earkiv",
        "e-arkiv",
        "biodriv",
        "kommitte",
        "kommundirektör",
        "beslut",
        "eleffekt",
        "734490",
        "734 490",
        "83 %",
        "§ 12",
        "södertön",
        '"samordnad varudistribution"',
        "finnsinte OR trafik",
        "-finnsinte",
    ],
)
def test_a_question_is_answered_in_spite_of_how_it_is_typed(query):
    assert answers(query)


@pytest.mark.parametrize("query", ["rum", "port", '"varudistribution samordnad"', "-möte", "far"])
def test_letters_by_chance_are_no_answer(query):
    assert not answers(query)


@given(st.text(max_size=200))
def test_anything_may_be_asked(text):
    ask(text, LEXICON)
