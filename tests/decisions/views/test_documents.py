from datetime import date, time
from io import BytesIO

import pytest
from docx import Document

from minutes.exports.word import CONTENT_TYPE
from minutes.models import Meeting
from tests.factories import (
    a_decision,
    a_draft,
    a_meeting,
    a_source,
    an_approval,
    an_assignment,
    an_attendance,
    an_item,
    an_organization,
)

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
ORIGIN = (
    "Källa: Tolkad automatiskt, ännu inte granskad, version 1 · original anteckningar.txt"
    f" · {SITE}/moten/ledningsgruppen/2022-10-06/"
)


@pytest.fixture
def meeting() -> Meeting:
    meeting = a_meeting(
        start_date=date(2022, 10, 6),
        start_time=time(13),
        location="Salem",
        title="Minnesanteckningar",
        next_meeting_date=date(2022, 11, 3),
    )
    a_source(meeting)
    haninge, salem = an_organization("Haninge"), an_organization("Salem")
    an_attendance(meeting, printed_name="Vera", organization=haninge, is_chair=True, items=["2-"])
    an_attendance(meeting, printed_name="Bo", organization=salem, status="absent")
    an_approval(meeting, printed_name="Vera", is_done=True)
    an_item(meeting, title="Inledning", text="Alla är välkomna.\n\nKaffe finns.")
    decision = a_decision(
        an_item(meeting, title="Trafik"), text="Att vänta", organizations=[salem], public_id="abc"
    )
    an_assignment(decision, responsible_organization=salem, due_date=date(2022, 12, 1))
    return meeting


def address(meeting: Meeting, is_list: bool = False) -> str:
    path = meeting.get_absolute_url()
    return f"{path}beslutslista.docx" if is_list else path.rstrip("/") + ".docx"


def read(client, path: str):
    return Document(BytesIO(client.get(path).content))


def paragraphs(document) -> list[tuple[str, str]]:
    return [(one.style.name, one.text) for one in document.paragraphs if one.text]


def cells(table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_a_meeting_is_told_as_on_its_page(meeting, as_stranger):
    told = paragraphs(read(as_stranger, address(meeting)))
    assert told == [
        ("Title", "Ledningsgruppen, torsdag 6 oktober 2022"),
        ("Normal", "Rubrik: Minnesanteckningar"),
        ("Normal", "Slag: Ordinarie möte"),
        ("Normal", "Tid: torsdag 6 oktober 2022 kl. 13.00"),
        ("Normal", "Plats: Salem"),
        ("Normal", "Ordförande: Vera (Haninge)"),
        ("Normal", "Justeras av: Vera, justerat"),
        ("Normal", "Nästa möte: torsdag 3 november 2022"),
        ("Heading 1", "Närvaro"),
        (
            "Normal",
            (
                "Nämns varken som närvarande eller frånvarande:"
                " Botkyrka, Huddinge, Nykvarn, Nynäshamn, Södertälje, Tyresö"
            ),
        ),
        ("Heading 2", "Företrädda när besluten fattades"),
        ("Heading 1", "Punkter"),
        ("Heading 2", "1. Inledning"),
        ("Normal", "Alla är välkomna."),
        ("Normal", "Kaffe finns."),
        ("Heading 2", "2. Trafik"),
        (
            "Boxed",
            (
                f"Att vänta\nBeslut 1 · Gäller Salem · {SITE}/beslut/abc/"
                "\nAnsvarig: Salem, klart senast 1 december 2022, pågår"
            ),
        ),
        ("Small", ORIGIN),
    ]


def test_its_tables_tell_who_was_there_and_who_was_represented(meeting, as_stranger):
    names, matrix = read(as_stranger, address(meeting)).tables
    assert cells(names) == [
        ["Organisation", "Närvarande", "Frånvarande"],
        ["Haninge", "Vera, ordförande, från punkt 2", ""],
        ["Salem", "", "Bo"],
    ]
    assert cells(matrix)[0] == ["Kommun", "punkt 2"]
    assert {tuple(row) for row in cells(matrix)} >= {
        ("Botkyrka", "nämns inte"),
        ("Haninge", "ja"),
        ("Salem", "nej"),
    }


def test_a_list_tells_who_is_to_do_what_by_when(meeting, as_stranger):
    document = read(as_stranger, address(meeting, is_list=True))
    (table,) = document.tables
    assert cells(table) == [
        ["Punkt", "Beslut", "Vem det gäller", "Ansvarig", "Klart senast"],
        ["2. Trafik\nbeslut 1", "Att vänta", "Gäller Salem", "Salem: pågår", "1 december 2022"],
    ]
    title = "Beslutslista: Ledningsgruppen, torsdag 6 oktober 2022"
    assert document.core_properties.title == title
    assert paragraphs(document)[0] == ("Title", title)
    assert paragraphs(document)[-1] == ("Small", ORIGIN)


def test_of_a_meeting_of_which_little_is_known_they_say_so(as_secretary):
    draft = a_draft(body=None, start_date=None, title="")
    told = [text for _, text in paragraphs(read(as_secretary, address(draft)))]
    assert {"Oklart organ, datum oklart", "Plats: oklart", "Ordförande: oklart"} < set(told)
    assert "Källan säger inte vilka som deltog." in told
    listed = paragraphs(read(as_secretary, address(draft, is_list=True)))
    assert ("Normal", "Inga beslut är registrerade.") in listed


def test_signs_that_no_document_can_hold_do_not_break_it(as_stranger):
    # A database server takes no \x00, and so no such text comes from there.
    meeting = a_meeting(title="Rub\x0brik", location="Sal\ufffeem")
    an_attendance(meeting, printed_name="Ve\x01ra", note="\x02ej")
    a_decision(an_item(meeting, title="Tra\x1ffik", text="E\x0ctt"), text="A\x08tt vänta")
    told = [text for _, text in paragraphs(read(as_stranger, address(meeting)))]
    assert {"Rubrik: Rubrik", "Plats: Salem", "1. Trafik", "Ett"} < set(told)
    (table,) = read(as_stranger, address(meeting, is_list=True)).tables
    assert cells(table)[1][:2] == ["1. Trafik\nbeslut 1", "Att vänta"]


NAMES = {False: "ledningsgruppen-2022-10-06", True: "ledningsgruppen-2022-10-06-beslutslista"}


@pytest.mark.parametrize("is_list", [False, True])
def test_a_browser_saves_it_under_a_name(is_list, meeting, as_stranger):
    got = as_stranger.get(address(meeting, is_list))
    asked = as_stranger.head(address(meeting, is_list))
    for answer in (got, asked):
        assert answer["Content-Type"] == CONTENT_TYPE
        assert answer["Content-Disposition"] == f'attachment; filename="{NAMES[is_list]}.docx"'
    assert (got.content[:2], asked.status_code, asked.content) == (b"PK", 200, b"")


@pytest.mark.parametrize("is_list", [False, True])
def test_the_words_are_the_archives_own(is_list, meeting, as_stranger):
    swedish = as_stranger.get(address(meeting, is_list))
    as_stranger.cookies["django_language"] = "en"
    english = as_stranger.get(address(meeting, is_list))
    assert paragraphs(Document(BytesIO(english.content))) == paragraphs(
        Document(BytesIO(swedish.content))
    )
    assert english["Content-Language"] == "sv"


@pytest.mark.parametrize("is_list", [False, True])
def test_a_draft_has_none_for_others(is_list, as_stranger, as_director, as_secretary):
    path = address(a_draft(), is_list)
    clients = [as_stranger, as_director, as_secretary]
    assert [client.get(path).status_code for client in clients] == [404, 404, 200]


@pytest.mark.parametrize("day", ["2022-10-07", "2022-13-40", "x"])
def test_an_address_of_no_meeting_is_not_found(day, meeting, as_stranger):
    for ending in (".docx", "/beslutslista.docx"):
        assert as_stranger.get(f"/moten/ledningsgruppen/{day}{ending}").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("is_list", [False, True])
def test_it_asks_the_same_of_the_database_however_much_it_holds(
    is_list, count, meeting, as_stranger, django_assert_num_queries
):
    for _ in range(count - 1):
        decision = a_decision(an_item(meeting), organizations=[an_organization("Salem")])
        an_assignment(decision, responsible_organization=an_organization("Salem"))
    with django_assert_num_queries(6):
        assert as_stranger.get(address(meeting, is_list)).status_code == 200


def test_the_page_leads_to_them(meeting, as_stranger):
    page = as_stranger.get(meeting.get_absolute_url()).content.decode()
    assert f'href="{address(meeting)}"' in page
    assert f'href="{address(meeting, is_list=True)}"' in page
    bare = as_stranger.get(a_meeting().get_absolute_url()).content.decode()
    assert "beslutslista" not in bare
