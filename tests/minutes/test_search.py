import pytest

from decisions.models import Decision
from minutes.models import AgendaItem, Meeting
from minutes.search import needles
from tests.factories import a_decision, a_meeting, an_item

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("trafik", "Kollektivtrafikplan 2050"),
        ("kommundirektör", "Kommundirektörerna ställer sig bakom"),
        ("tvarforbindelse", "Tvärförbindelse Södertörn"),
        ("TVÄRFÖRBINDELSE", "tvärförbindelse"),
        ("beslut", "Beslutet skickas ut"),
        ("mötet", "Nästa möte"),
        ("sodertorn", "Södertörnskommunerna"),
        ("eleffekt", "eleffektsituationen"),
        ("734 490", "en avgift på 734 490 kr"),
        ("plan, trafik!", "Trafikplanen"),
        ("", "Vad som helst"),
        ("?!", "Vad som helst"),
    ],
)
def test_a_question_finds_the_item(question, text):
    item = an_item(title="Punkt", text=text)
    assert list(AgendaItem.objects.search(question)) == [item]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("trafik budget", "Kollektivtrafikplan"),  # every word is needed
        ("brand", "Tvärförbindelse"),
    ],
)
def test_a_question_leaves_out_the_rest(question, text):
    an_item(title="Punkt", text=text, number="")
    assert list(AgendaItem.objects.search(question)) == []


def test_a_meeting_is_found_by_words_of_heading_and_items_together():
    meeting = a_meeting(title="Planeringskonferens", location="Slottet")
    an_item(meeting, title="Eleffekt")
    an_item(meeting, title="Trygghet")
    a_meeting(title="Planeringskonferens")
    assert list(Meeting.objects.search("konferens eleffekt trygghet slottet")) == [meeting]


def test_a_decision_is_found_by_its_text_and_the_title_of_its_item():
    decision = a_decision(an_item(title="Brandförsvar"), text="Att bordlägga frågan.")
    a_decision(text="Att bordlägga frågan.")
    assert list(Decision.objects.search("brandförsvaret bordlägga")) == [decision]


def test_signs_that_a_database_reads_as_wildcards_are_no_part_of_a_word():
    assert needles("a%b_c\\d") == ["a", "b", "c", "d"]


def test_a_pasted_page_becomes_no_endless_query():
    assert len(needles(" ".join(f"ord{number}" for number in range(500)))) == 20


def test_the_search_text_follows_when_one_field_is_saved():
    item = an_item(title="Trygghet")
    item.title = "Eleffekt"
    item.save(update_fields=["title"])
    assert list(AgendaItem.objects.search("eleffekt")) == [item]
