import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.models import Topic
from decisions.topics import suggest

TOPICS = {
    "varor": ["samordnad varudistribution"],
    "kollektivtrafik": ["kollektivtrafik*", "SL"],
    "trygghet": ["trygghet"],
    "vag": ["väg 73"],
    "regional": ["regional* utvecklingsplan*"],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Den samordnade varudistributionen fortsätter.", ["varor"]),
        ("Samordning av varudistribution", []),  # the words of a term stand in a row
        ("Yttrande över kollektivtrafikplanen 2050", ["kollektivtrafik"]),
        ("KOLLEKTIVTRAFIK", ["kollektivtrafik"]),
        ("Möte med SL.", ["kollektivtrafik"]),
        ("Slutsats", []),  # a term is a word, not a part of one, unless it ends with *
        ("Tryggheten i centrum", ["trygghet"]),
        ("Trygghetsarbetet", []),
        ("Trafikplats längs väg 73, Nynäshamn", ["vag"]),
        ("väg 730", []),
        ("Den regionala utvecklingsplanen", ["regional"]),
        ("Trygghet på väg\n73", ["trygghet", "vag"]),
        ("", []),
    ],
)
def test_a_topic_is_suggested_by_its_words(text, expected):
    assert suggest(text, TOPICS) == expected


@pytest.mark.parametrize("terms", [[], [""], ["*"], [" - "]])
def test_a_topic_without_words_is_never_suggested(terms):
    assert suggest("Vad som helst * -", {"tomt": terms}) == []


@given(st.text(), st.lists(st.text()))
def test_any_text_and_any_terms_will_do(text, terms):
    assert suggest(text, {"a": terms}) in ([], ["a"])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tvärförbindelse Södertörn", {"tvarforbindelse-sodertorn"}),
        ("Eleffektsituationen i Stockholms län", {"elektrifiering"}),
        ("Remiss: kollektivtrafikplan 2050", {"kollektivtrafik", "remisser"}),
        ("Samordnad varudistribution", {"samordnad-varudistribution"}),
        ("Nytt utvecklingsprogram", {"utvecklingsprogram"}),
        ("Verksamhetsplan och budget 2023", {"verksamhetsplan-och-budget"}),
        ("Trygghetsfrågor", {"trygghet"}),
        ("Ett brandförsvarsförbund", {"brandforsvar"}),
        ("RUFS 2060", {"rufs-och-regional-planering"}),
        ("Södertörnskonferensen 2022", {"sodertornskonferensen"}),
        ("BioDriv Öst", {"klimat-och-energi"}),
        ("Ledningsgruppen är på väg", set()),
    ],
)
def test_the_seeded_topics_know_the_matters_of_the_group(text, expected):
    topics = dict(Topic.objects.in_order().values_list("slug", "terms"))
    assert set(suggest(text, topics)) == expected
