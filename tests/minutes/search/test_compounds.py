import pytest

from minutes.search.compounds import Compounds
from minutes.search.stemming import stem


@pytest.fixture
def compounds():
    """Of a vocabulary that has no word but these: the rest must be known from elsewhere."""
    return Compounds({"kranskommun", "stock", "nynäs", "rap", "trans"}.__contains__)


def has(compounds: Compounds, word: str, part: str) -> bool:
    letters = stem(part) if part.startswith(stem(part)) else part
    return compounds.has(word, letters, stem(part))


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("plan", "kollektivtrafikplanen"),
        ("plan", "plangruppens"),
        ("plan", "verksamhetsplaner"),
        ("trafik", "kollektivtrafikplan"),
        ("trafik", "lokaltrafikens"),
        ("rum", "sammanträdesrum"),
        ("port", "hamnporten"),
        ("led", "skärgårdsled"),
        ("väg", "vägplanen"),
        ("väg", "cykelvägarna"),
        ("tåg", "pendeltågsstationen"),
        ("möte", "mötesplats"),
        ("möte", "årsmötet"),
        ("skola", "grundskolor"),
        ("skola", "skolskjuts"),
        ("svar", "remissvaren"),
        ("varudistribution", "varudistributionsavtal"),
        ("avtal", "kranskommunavtalet"),
        ("distribution", "blommdistribution"),  # nobody knows "blomm"
        ("mark", "jordbruksmarker"),
        ("hamn", "fiskehamnen"),
        ("lag", "skollagen"),
        ("skola", "förskolan"),
        ("studie", "förstudier"),
        ("konsult", "underkonsulten"),
    ],
)
def test_a_compound_has_its_parts(compounds, part, word):
    assert has(compounds, word, part)


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("port", "rapport"),
        ("port", "årsrapporten"),
        ("port", "transporter"),
        ("port", "portfölj"),
        ("rum", "forum"),
        ("rum", "centrum"),
        ("text", "kontext"),
        ("art", "starten"),
        ("plan", "esplanad"),
        ("plan", "planeten"),
        ("plan", "planeringen"),
        ("led", "ledningen"),
        ("led", "anledning"),
        ("lag", "underlag"),
        ("lag", "förslaget"),
        ("hamn", "nynäshamn"),
        ("holm", "stockholm"),
        ("slag", "förslag"),
        ("ordning", "förordning"),
        ("handling", "upphandling"),
        ("kommun", "kommunikation"),
        ("mark", "marknad"),
        ("mark", "markering"),
        ("vara", "varandra"),
        ("tid", "tidlund"),
        ("tal", "avtal"),
        ("verk", "verksamhet"),
        ("möte", "bemötande"),
        ("person", "personal"),
        ("svar", "ansvar"),
        ("ena", "skolorna"),
        ("ena", "hamnena"),
        ("het", "säkerhet"),
        ("berg", "sandberg"),
        ("ström", "sjöström"),
        ("skola", "omskola"),
    ],
)
def test_letters_in_another_word_are_no_part(compounds, part, word):
    assert not has(compounds, word, part)


@pytest.mark.parametrize(
    ("letters", "word"),
    [("el", "eleffekten"), ("el", "elpriserna"), ("el", "elbil"), ("it", "itsystem")],
)
def test_a_few_words_of_two_letters_begin_compounds(compounds, letters, word):
    assert compounds.begins_with(word, letters)


@pytest.mark.parametrize(
    ("letters", "word"),
    [
        ("el", "elva"),
        ("el", "elev"),
        ("el", "elevers"),
        ("el", "elegant"),
        ("el", "elektronik"),
        ("el", "element"),
        ("el", "eld"),
        ("el", "el"),
        ("eu", "europa"),
        ("tv", "tvätt"),
        ("tv", "tvärförbindelse"),
        ("it", "italien"),
        ("el", "medel"),
    ],
)
def test_most_words_that_begin_with_two_letters_are_no_compounds_of_them(compounds, letters, word):
    assert not compounds.begins_with(word, letters)
