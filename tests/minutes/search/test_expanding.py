"""What is asked of an archive of one short text, made up for all the ways to ask."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.search.analysis import lexemes, tokens
from minutes.search.expanding import MOST_LONGER, Asked, ask
from minutes.search.expression import All, Any, Not, Phrase, Word
from minutes.search.lexicon import Lexicon
from minutes.search.question import MOST_WORDS
from minutes.search.widening import MOST
from tests.minutes.search.brute_force import stands_in

TITLE = "Yttrande över kollektivtrafikplanen 2050"
TEXT = """Den samordnade varudistributionen fortsätter enligt en rapport. Tvärförbindelse Södertörn
och Södertörnskonferensen. Kommundirektörerna fick i uppdrag att ta fram ett e-arkiv och IT-system.
Bio-Driv höll möten mot esplanaden. Kommittén föreslår en transport över 734 490 kr, 83 % enligt
§ 12. Eleffektsituationen. Beslutet gäller båten, bron och hamnstäderna. Pendeltåg på väg i regn.
Mål nås av den som får. Far ville annat. Mal finns inte. Trafik plan."""


def lexicon_of(*texts: str) -> Lexicon:
    return Lexicon(token.word for text in texts for token in tokens(text))


LEXICON = lexicon_of(TITLE, TEXT)


def answers(query: str, title: str = TITLE, text: str = TEXT) -> bool:
    expression = ask(query, LEXICON).expression
    return expression is None or stands_in(expression, lexemes(title), lexemes(text))


@pytest.mark.parametrize(
    "query",
    [
        "trafik",
        "plan",
        "planer",
        "kollektivtrafikplan",
        "kollektivtrafikplan 2050",
        "trafikplan",  # printed apart
        "varudistribution",
        "varor OR varudistribution",
        "kommundirektör",
        "direktörerna",
        "direktor",
        "beslut",
        "besluten",
        "eleffekt",
        "el",
        "tåg",
        "stad",
        "städer",
        "bro",
        "bat",
        "möte",
        "mote",
        "moten",
        "tvarforbindelse",
        "forbindelse",
        "sodertorn",
        "kommitte",
        "kommitteer",
        "earkiv",
        "e-arkiv",
        "e-arkivet",
        "biodriv",
        "bio-driv",
        "itsystem",
        "IT-system",
        "734490",
        "734 490",
        "734\u00a0490 kr",
        "83 %",
        "§ 12",
        "2050",
        "far",
        "mal",
        "södertön",
        "elefektsituationen",
        '"samordnad varudistribution"',
        '"samordnade varudistributionen"',
        '"tvarforbindelse sodertorn"',
        '"plan"',
        "saknas OR trafik",
        "trafik -saknas",
        "-saknas",
        "trafik kommun:haninge",
    ],
)
def test_a_question_is_answered_however_it_is_typed(query):
    assert answers(query)


@pytest.mark.parametrize(
    "query",
    [
        "rum",
        "port",
        "art",
        "trafik saknas",
        "mål -mål",
        "trafik -möte",
        "-mote",
        "trafik -\"samordnad varudistribution\"",
        '"varudistribution samordnad"',
        '"trafik fortsätter"',
        '"eleffekt"',  # nothing longer in quotes
        '"södertön"',  # and no slip
        "2051",
        "205",
        "490",
        "mäl",
        "vård",
    ],
)  # fmt: skip
def test_letters_by_chance_are_no_answer(query):
    assert not answers(query)


def test_a_word_with_dots_is_not_one_without():
    lexicon = lexicon_of("far")
    assert not stands_in(ask("får", lexicon).expression, [], ["far"])


def test_a_word_without_dots_is_no_form_of_one_with_dots():
    assert ask("mark", lexicon_of("märks")).expression == Word("mark", open=True)
    assert ask("krav", lexicon_of("kräver kravet")).expression == Word("krav", open=True)
    assert ask("mal", lexicon_of("mal mål målet")).expression == Any((Word("mal"), Word("mål")))
    assert ask("lage", lexicon_of("läget")).expression == Word("läg")


@pytest.mark.parametrize("word", ["i", "för", "från", "att"])
def test_a_word_that_carries_nothing_is_itself_alone(word):
    lexicon = lexicon_of("i it in för fördel förs från frånvaro att vatten")
    assert (ask(word, lexicon).expression, ask(word, lexicon).longer) == (Word(word), ())


def test_words_that_carry_nothing_are_not_asked_for_beside_others():
    assert ask("trafik och plan", LEXICON) == ask("trafik plan", LEXICON)
    assert answers("trafik i plan att")


def test_the_preposition_is_not_the_meeting():
    assert ask("mote", lexicon_of("mot mötet")).expression == Word("möt")
    assert ask("mot", lexicon_of("mot mötet")).expression == Word("mot")


def test_a_particle_and_a_word_are_no_compound_printed_apart():
    lexicon = lexicon_of("till gång han trafik plan")
    assert ask("hangång", lexicon).expression == Word("hangång", open=True)
    assert ask("tillgång", lexicon).expression == Word("tillgång", open=True)
    assert ask("trafikplan", lexicon).expression == Any(
        (Word("trafikplan", open=True), Phrase((("trafik",), ("plan",))))
    )


def test_longer_words_are_asked_for_by_their_beginning():
    lexicon = lexicon_of("plan planer planet planka plangrupp tidplan esplanad")
    asked = ask("plan", lexicon)
    assert asked.expression == Any((Word("plan"), Word("plang", open=True), Word("tidplan")))
    assert asked.longer == ("planka", "esplanad")


def test_all_words_are_asked_for_and_the_unwanted_excluded():
    lexicon = lexicon_of("buss bil tåg")
    assert ask("tåg OR bil -buss", lexicon).expression == All(
        (Any((Word("tåg"), Word("bil"))), Not(Word("buss", open=True)))
    )


@pytest.mark.parametrize("text", ["", "  ", "- ?", '""', "år:2022", "OR"])
def test_without_words_everything_answers(text):
    asked = ask(text, LEXICON)
    assert (asked.expression, asked.exact, asked.exact_in_title) == (None, None, None)


def holds(query: str, printed: str, beside: str = "skola kommun fråga") -> bool:
    """Whether a text is found, in an archive that has a few more words."""
    lexicon = lexicon_of(printed, beside)
    return stands_in(ask(query, lexicon).expression, [], lexemes(printed))


@pytest.mark.parametrize(
    ("query", "printed"),
    [
        (query, word)
        for query, words in {
            "vunnit": "vinna vinner vann vunnits vunnen",
            "antogs": "anta antar antas antagen antaget antagna antagit antagits",
            "overtog": "övertar övertas övertagit övertagna",
            "foreslogs": "föreslå föreslår föreslagit föreslagna",
            "bordlagda": "bordlägga bordläggs bordlades bordlagt",
            "bordlaggs": "bordlades bordlagd",
            "överenskoms": "överenskommit överenskommet",
            "omhändertogs": "omhändertas omhändertagits omhändertagna",
            "förelåg": "föreligger förelegat",
            "delgav": "delge delger delges delgett delgivits",
            "utsågs": "utses utsedda utsett",
            "hölls": "hålla håller hållits",
            "saldes": "säljer sålts",
            "valdes": "väljer valts vald",
            "använts": "använder användes använda",
            "begärts": "begär begärde begäran",
            "utretts": "utreds utredda utreddes",
            "fortsatte": "fortsätta fortsätter fortsatt",
            "gjordes": "göra gör gjort",
            "kungjorts": "kungör kungjordes",
            "redogjorde": "redogör redogjort",
            "synliggjort": "synliggör",
            "sagts": "sade säger",
            "stor": "större störst",
            "äldsta": "äldre",
            "nytt": "ny nya",
            "avgiftsfritt": "avgiftsfri avgiftsfria",
            "regler": "regeln huvudregeln spelregler",
            "nummer": "numren telefonnumret",
            "cykel": "cyklar elcyklar",
            "bredband": "bredbandsutbyggnad",
            "hållbar": "hållbarhet",
            "nämnd": "nämnderna byggnadsnämnd",
            "skolor": "förskola högskolan grundskolorna",
            "lägesbild": "nulägesbilden",
        }.items()
        for word in words.split()
    ],
)
def test_a_word_is_found_in_every_form(query, printed):
    assert holds(query, printed)


@pytest.mark.parametrize(
    ("query", "printed"),
    [
        (query, word)
        for query, words in {
            "val": "valt validering",
            "lag": "lade lagt",
            "tag": "tagit företag",
            "företog": "företag företagen företaget",
            "råd": "bland",
            "bud": "bjöd",
            "led": "lidit",
            "bidrag": "bidragit bidrog",
            "dialog": "log",
            "steg": "stiger",
            "möttes": "möte mötet",
            "vägde": "väg vägar",
            "nämns": "nämnd nämnden",
            "nämnd": "nämns nämnt",
            "höjt": "höjd höjden",
            "hände": "hand händer",
            "följer": "följden",
            "för": "förts",
            "inför": "införs",
            "enades": "mötena skolorna en",
            "anna": "annan annat",
            "fin": "finns",
            "del": "dels",
            "sen": "procent",
            "helene": "helena",
            "berg": "sandberg sjöberg",
            "bild": "bildades",
        }.items()
        for word in words.split()
    ],
)
def test_a_form_that_only_looks_alike_is_not_found(query, printed):
    assert not holds(query, printed)


def test_a_form_of_a_verb_is_the_same_word_in_quotes():
    assert holds('"höll möte"', "håller möten")
    assert holds('"nya program"', "nytt program")
    assert not holds('"höll möte"', "håller ett möte")


def test_a_past_form_is_no_beginning_of_other_words():
    lexicon = lexicon_of("drivits driver drivhus biodriv")
    asked = ask("drivits", lexicon)
    assert asked.expression == Word("driv")


def test_a_form_of_a_verb_is_no_slip():
    assert ask("företog", lexicon_of("företag")).corrected == ()


@pytest.mark.parametrize(
    ("query", "printed"),
    [
        ("gångväg", "gång- och cykelvägen"),
        ("gångvägar", "gång- eller cykelväg"),
        ("barnomsorg", "barn- samt äldreomsorgen"),
        ("trafikplanering", "trafik- och samhällsplanering"),
        ("planlag", "plan- och bygglagen"),
    ],
)
def test_a_part_that_is_left_to_a_hyphen_is_found(query, printed):
    assert holds(query, printed)


@pytest.mark.parametrize(
    ("query", "printed"),
    [
        ("gångväg", "gång och skog"),
        ("gångväg", "cykelvägen och gång"),
        ("tillväg", "till gång- och cykelvägen"),
        ('"gångväg"', "gång- och cykelvägen"),
    ],
)
def test_only_a_shared_last_part_is_left_to_a_hyphen(query, printed):
    assert not holds(query, printed)


@pytest.mark.parametrize(
    ("query", "printed", "expected"),
    [
        ("digitalt -konferens", "digitala planeringskonferensen", False),
        ("digitalt -konferens", "digitala möten", True),
        ('digitalt -"konferens"', "digitala planeringskonferensen", True),
        ("-bro", "brons", False),
    ],
)
def test_compounds_are_unwanted_with_their_word(query, printed, expected):
    assert holds(query, printed) == expected


def test_what_is_typed_may_be_a_beginning_before_it_is_a_slip():
    lexicon = lexicon_of("trygghetsstudien trygghetsfrågor kvarnhed")
    assert ask("trygghetss", lexicon).expression == Any(
        (Word("trygghets"), Word("trygghetss", open=True))
    )
    assert ask("kvarnh", lexicon).expression == Word("kvarnh", open=True)


def test_of_a_question_only_the_matter_is_asked_for():
    assert ask("vad beslutades om trafiken?", LEXICON) == ask("trafiken", LEXICON)
    assert ask("när ska trafiken få en plan?", LEXICON) == ask("trafiken plan", LEXICON)


def test_filters_are_told_apart():
    asked = ask('trafik kommun:Haninge ämne:"trygg stad"', LEXICON)
    assert asked.filters == (("kommun", "Haninge"), ("amne", "trygg stad"))
    assert asked.expression == ask("trafik", LEXICON).expression


def relevance(query: str, title: str, text: str) -> tuple[bool, bool]:
    asked = ask(query, LEXICON)
    found = (asked.exact_in_title, asked.exact)
    return tuple(stands_in(one, lexemes(title), lexemes(text)) for one in found)


@pytest.mark.parametrize(
    ("query", "title", "text", "expected"),
    [
        ("trafik", "Trafiken", "", (True, True)),
        ("trafik", "Kollektivtrafikplanen", "Om trafik", (False, True)),
        ("trafik", "Kollektivtrafikplanen", "", (False, False)),
        ("far", "Far får", "", (True, True)),
        ("far", "Får", "", (False, False)),
        ("mote", "Mötet", "", (True, True)),
        ("trafik möte", "Möte", "trafik", (False, True)),
        ('"trafik plan"', "Trafik plan", "", (True, True)),
        ('"trafik plan"', "Plan trafik", "Trafik plan", (True, True)),  # near enough
        ("e-arkiv", "E-arkivet", "", (True, True)),
        ("trafik -möte", "Trafikens möte", "", (False, False)),
    ],
)
def test_what_has_the_words_themselves_is_nearer(query, title, text, expected):
    assert relevance(query, title, text) == expected


def test_a_slip_is_corrected_only_where_nothing_matches():
    assert ask("södertön", LEXICON).corrected == (("södertön", "södertörn"),)
    assert ask("södertörn", LEXICON).corrected == ()
    assert ask("vård", lexicon_of("värd")).corrected == ()  # a word that is simply not there


def test_a_name_of_two_words_is_corrected_word_by_word():
    asked = ask("Svea Lndqvist", lexicon_of("Svea"), names=["Svea Lindqvist"])
    assert asked.corrected == (("lndqvist", "lindqvist"),)


def test_a_pasted_text_is_a_small_question():
    lexicon = Lexicon(
        f"{first}plan{last}" for first in ("vatten", "") for last in map(str, range(500))
    )
    asked = ask(" ".join(f"plan{number}" for number in range(100)), lexicon)
    assert len(asked.expression.parts) == MOST_WORDS


def test_a_word_of_many_compounds_is_asked_for_by_the_nearest():
    letters = "abdefghiklmnoprstuvy"
    many = [f"vatten{one}a{two}plan" for one in letters for two in letters]
    asked = ask("plan", Lexicon([*many, *(word.removesuffix("plan") for word in many)]))
    assert len(asked.expression.parts) == MOST
    assert len(ask("plan", Lexicon(f"xz{word}" for word in many)).longer) == MOST_LONGER


@settings(deadline=None)  # the machine may be busy
@given(st.text(alphabet=st.sampled_from('abmotåäö é"-:/ORELkommun12 '), max_size=200))
def test_anything_may_be_asked(text):
    assert isinstance(ask(text, LEXICON), Asked)


@settings(deadline=None)  # the machine may be busy
@given(st.text(max_size=200))
def test_any_letters_may_be_asked(text):
    assert isinstance(ask(text, LEXICON), Asked)


@settings(deadline=None)  # the machine may be busy
@given(st.text(max_size=50), st.text(max_size=50))
def test_any_words_may_be_known(text, known):
    assert isinstance(ask(text, lexicon_of(known, text[:10])), Asked)


@settings(deadline=None)  # the machine may be busy
@given(st.sampled_from([token.word for token in tokens(f"{TITLE} {TEXT}")]))
def test_every_word_of_a_text_finds_it(word):
    assert answers(word)


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.sampled_from([token.word for token in tokens(TEXT)]), min_size=1, max_size=5))
def test_what_is_exact_is_found(words):
    asked = ask(" ".join(words), LEXICON)
    title, text = lexemes(" ".join(words)), lexemes(TEXT)
    if stands_in(asked.exact, title, text):
        assert stands_in(asked.expression, title, text)
    if stands_in(asked.exact_in_title, title, text):
        assert stands_in(asked.exact, title, text)


def test_parts_of_an_expression_are_hashable_and_of_few_kinds():
    assert all(isinstance(part, Word | Phrase) for part in ask("e-arkiv plan", LEXICON).marked)
