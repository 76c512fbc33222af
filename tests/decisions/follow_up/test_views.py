from datetime import date
from io import BytesIO

import pytest
from docx import Document

from tests import spreadsheet
from tests.factories import (
    a_decision,
    a_draft,
    a_meeting,
    an_assignment,
    an_item,
    an_organization,
    is_about,
)
from tests.pages import Page

pytestmark = pytest.mark.django_db
ADDRESS, DAYS = "/uppfoljning/", "fran=2025-07-01&till=2025-12-31"
SITE = "http://127.0.0.1:8000"


@pytest.fixture(autouse=True)
def _in_march(time_machine):
    time_machine.move_to(date(2026, 3, 1))


@pytest.fixture
def item():
    return an_item(a_meeting(start_date=date(2025, 9, 5)))


def read(client, question: str = "") -> str:
    return Page(client.get(ADDRESS + question)).main


def listed(client, question: str = "") -> list[list[str]]:
    """The texts of each part of the list."""
    parts = client.get(ADDRESS + question).context["asked"].parts
    return [[part.name, *(one.text for one in part.entries)] for part in parts]


def test_without_anything_it_says_so_of_the_half_year_before(as_stranger):
    assert read(as_stranger) == (
        "Uppföljning 1 juli 2025 – 31 december 2025"
        " Arkivet har inga beslut eller uppdrag från perioden."
        " Från och med Till och med Visa perioden"
        " Halvåret före Halvåret efter Word Excel"
    )
    page = Page(as_stranger.get(ADDRESS))
    assert page.link("Halvåret före") == f"{ADDRESS}?fran=2025-01-01&till=2025-06-30"
    assert page.link("Halvåret efter") == f"{ADDRESS}?fran=2026-01-01&till=2026-06-30"
    values = [one["value"] for one in page.all("input") if one.get("type") == "date"]
    assert values == ["2025-07-01", "2025-12-31"]


def test_counts_and_lists_by_topic(as_stranger, item):
    salem = an_organization("Salem")
    decision = a_decision(item, text="Ta fram.")
    an_assignment(decision, responsible_organization=salem, due_date=date(2026, 2, 1))
    an_assignment(decision, printed_responsible="Vera", status="done")
    plain = a_decision(item, text="Till handlingarna.")
    an_assignment(item=item, text="Återkomma.", due_text="senare", responsible_organization=salem)
    an_assignment(item=item, text="Återkomma.", due_text="sedan")
    is_about("Infrastruktur", item, decision)
    is_about("Trygghet", an_item(), decision)
    is_about("Infrastruktur", an_item(), plain)
    at = "5 sep 2025 Ledningsgruppen"
    made = (
        f"{at} Ta fram. Salem: pågår enligt arkivet, skulle vara klart 1 februari 2026 Vera: klart"
    )
    assert read(as_stranger).partition(" Antal ")[2] == (
        "Läget är det som arkivet känner till den 1 mars 2026. Ett beslut räknas i vart och ett"
        " av sina ämnen, och i flera lägen om de ansvariga har kommit olika långt."
        " Ämne Beslut och uppdrag Pågår Över tiden Klart Avfört Ersatt Utan uppdrag"
        " Infrastruktur 3 2 1 1 – – 1"
        " Trygghet 1 1 1 1 – – –"
        " Alla 3 2 1 1 – – 1"
        " Ämne för ämne"
        f" Infrastruktur {at} Återkomma. Salem: pågår, tid enligt källan: ”senare”"
        f" Ansvarig oklar: pågår, tid enligt källan: ”sedan” {made}"
        f" {at} Till handlingarna."
        f" Trygghet {made}"
    )
    assert "2 beslut och 1 uppdrag som bara står i texten." in read(as_stranger)


def test_a_number_leads_to_as_many(as_stranger, item):
    is_about("Trygghet", item, a_decision(item, text="Ett."))
    late = a_decision(item, text="Två.")
    an_assignment(late, due_date=date(2026, 2, 1))
    page = Page(as_stranger.get(ADDRESS))
    here = f"{ADDRESS}?{DAYS}"
    assert [one for one in page.links if one.endswith("#lista")] == [
        f"{here}&amne=trygghet#lista",
        f"{here}&amne=trygghet&status=utan#lista",
        f"{here}&amne=utan#lista",
        f"{here}&amne=utan&status=pagar#lista",
        f"{here}&amne=utan&status=over#lista",
        f"{here}#lista",
        f"{here}&status=pagar#lista",
        f"{here}&status=over#lista",
        f"{here}&status=utan#lista",
    ]
    assert listed(as_stranger, f"?{DAYS}&amne=utan&status=over") == [["Utan ämne", "Två."]]
    assert listed(as_stranger, f"?{DAYS}&status=utan") == [["Trygghet", "Ett."]]
    assert listed(as_stranger, f"?{DAYS}&amne=trygghet&status=over") == []


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("?fran=2025-09-05&till=2025-09-05", ["Utan ämne", "I september."]),
        ("?fran=2025-09-06&till=2025-12-31", []),
        ("?till=2025-12-31", ["Utan ämne", "I september."]),
        ("?fran=2026-01-01", ["Utan ämne", "I januari."]),
        ("?fran=2025-01-01&till=2026-12-31", ["Utan ämne", "I september.", "I januari."]),
    ],
)
def test_the_period_is_asked_for_by_its_days(question, found, as_stranger, item):
    a_decision(item, text="I september.")
    a_decision(an_item(a_meeting(start_date=date(2026, 1, 9))), text="I januari.")
    assert listed(as_stranger, question) == ([found] if found else [])


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("?fran=i+maj", "Från och med: Skriv datumet som 2026-01-31."),
        ("?fran=2026-02-01&till=2026-01-01", "Till och med: Den sista dagen ligger före"),
        ("?fran=2024-01-01&till=2026-01-02", "Till och med: Välj högst två år i taget."),
        ("?fran=0001-01-01", "Från och med: Välj dagar mellan åren 1900 och 2999."),
        ("?till=9999-12-31", "Från och med: Välj dagar mellan åren 1900 och 2999."),
    ],
)
def test_a_wrong_question_is_told_and_not_answered_with_a_file(question, words, as_stranger):
    text = read(as_stranger, question)
    assert text.startswith("Uppföljning 1 juli 2025 – 31 december 2025")
    assert words in text
    for kind in ("docx", "xlsx"):
        answer = as_stranger.get(f"/uppfoljning.{kind}{question}")
        assert (answer.status_code, answer.url.partition("?")[0]) == (302, ADDRESS)


def test_an_unknown_status_is_told(as_stranger):
    assert "Läge: " in read(as_stranger, "?status=kanske")


def test_the_document_has_the_counts_and_the_list(as_stranger, item):
    decision = a_decision(item, text="Ta fram.", public_id="abc")
    an_assignment(decision, printed_responsible="Vera", due_text="snart")
    a_decision(item, text="Vänta.", public_id="abd")
    answer = as_stranger.get("/uppfoljning.docx")
    name = "uppfoljning-2025-07-01--2025-12-31.docx"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    document = Document(BytesIO(answer.content))
    counts, listing = ([[c.text for c in row.cells] for row in t.rows] for t in document.tables)
    numbers = ["2", "1", "–", "–", "–", "–", "1"]
    assert counts[1:] == [["Utan ämne", *numbers], ["Alla", *numbers]]
    assert listing[1:] == [
        [
            "Ledningsgruppen 5 september 2025, punkt 1",
            f"Ta fram.\n{SITE}/beslut/abc/",
            "Vera: pågår, tid enligt källan: ”snart”",
        ],
        [
            "Ledningsgruppen 5 september 2025, punkt 1",
            f"Vänta.\n{SITE}/beslut/abd/",
            "Utan uppdrag",
        ],
    ]
    assert document.paragraphs[0].text == "Uppföljning 1 juli 2025 – 31 december 2025"
    assert document.paragraphs[-1].text == f"Källa: {SITE}{ADDRESS}?{DAYS}"


def test_the_document_of_an_empty_period_says_so(as_stranger):
    document = Document(BytesIO(as_stranger.get("/uppfoljning.docx").content))
    assert document.paragraphs[1].text == "Arkivet har inga beslut eller uppdrag från perioden."
    assert document.tables == []


def test_the_spreadsheet_has_a_row_for_each_with_types_and_no_formulas(as_stranger, item):
    decision = a_decision(item, text="=1+1", public_id="abc")
    an_assignment(decision, printed_responsible="Vera", due_date=date(2026, 2, 1))
    is_about("Trygghet", item, decision)
    is_about("Infrastruktur", an_item(), decision)
    an_assignment(item=item, text="Återkomma.")
    answer = as_stranger.get("/uppfoljning.xlsx")
    sheet = spreadsheet.read(b"".join(answer))
    known = [date(2025, 9, 5), "Ledningsgruppen", "1", "Lägesrapport"]
    assert sheet.rows[1:] == [
        [
            *known,
            "Uppdrag i texten",
            "Återkomma.",
            "Trygghet",
            "",
            "",
            "Pågår",
            f"{SITE}/moten/ledningsgruppen/2025-09-05/#punkt-1",
        ],
        [
            *known,
            "Beslut",
            "=1+1",
            "Infrastruktur, Trygghet",
            "Vera",
            date(2026, 2, 1),
            "Pågår, Över tiden",
            f"{SITE}/beslut/abc/",
        ],
    ]
    assert (sheet.formulas, sheet.quoted, sheet.filtered) == ([], ["=1+1"], "A1:K3")


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("address", [ADDRESS, "/uppfoljning.docx", "/uppfoljning.xlsx"])
def test_asks_the_same_however_much_was_decided(
    address, rows, as_stranger, django_assert_num_queries
):
    for number in range(rows):
        item = an_item(a_meeting(start_date=date(2025, 9, number + 1)))
        decision = a_decision(item)
        an_assignment(decision, responsible_organization=an_organization("Salem"))
        an_assignment(item=item, text="Uppdrag.")
        is_about("Trygghet", item, decision)
    with django_assert_num_queries(5):
        b"".join(as_stranger.get(address))


@pytest.mark.parametrize("address", [ADDRESS, "/uppfoljning.docx", "/uppfoljning.xlsx"])
def test_nothing_of_a_draft_is_counted(address, as_stranger, as_secretary, item):
    is_about("Trygghet", item, a_decision(item))
    before = b"".join(as_stranger.get(address))
    hidden = an_item(a_draft(start_date=date(2025, 9, 6)))
    an_assignment(a_decision(hidden, text="Hemligt."))
    an_assignment(item=hidden, text="Hemligt uppdrag.")
    is_about("Infrastruktur", hidden)
    assert told(b"".join(as_stranger.get(address))) == told(before)
    shown = told(b"".join(as_secretary.get(address)))
    assert "Hemligt." in shown
    assert "Hemligt uppdrag." in shown


def told(content: bytes) -> str:
    return spreadsheet.everything(content) if content.startswith(b"PK") else content.decode()
