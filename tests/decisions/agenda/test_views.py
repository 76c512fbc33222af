from datetime import date, time
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from decisions.models import TakenUp
from minutes.gaps.models import MentionedMeeting
from people.models import Body
from tests.factories import (
    a_body,
    a_decision,
    a_draft,
    a_meeting,
    an_approval,
    an_assignment,
    an_item,
    an_organization,
    is_about,
)
from tests.pages import Page

pytestmark = pytest.mark.django_db
ADDRESS = "/organ/ledningsgruppen/dagordning/"
BEFORE = (
    "Ledningsgruppen Nästa dagordning, Ledningsgruppen"
    " Utkast som programmet har ställt samman av det som är"
    " öppet i arkivet. Gå igenom det och ändra innan det skickas."
)
EMPTY = (
    "Utestående ärenden Bordlagt och utlovat Inget är bordlagt eller utlovat."
    " Ska vara klart längre fram Inget uppdrag ska vara klart då."
    " Tiden har gått ut Inget uppdrag är över tiden."
    " Utan angiven dag Alla öppna uppdrag har en angiven dag."
)


@pytest.fixture(autouse=True)
def _in_march(time_machine):
    time_machine.move_to(date(2026, 3, 1))


@pytest.fixture
def ledningsgruppen() -> Body:
    return a_body()


def read(client, address: str = ADDRESS) -> str:
    return Page(client.get(address)).main


def part(text: str, first: str, after: str) -> str:
    """What stands between two headings."""
    return text.partition(f" {first} ")[2].partition(f" {after} ")[0]


def mention(meeting, day: date, kind: str = "planned", text: str = "Möte i Salem."):
    return MentionedMeeting.objects.create(
        meeting=meeting,
        body=meeting.body,
        date=day,
        kind=kind,
        text=text,
        first_line=3,
        last_line=3,
    )


def test_with_nothing_open_it_says_so(as_staff):
    a_meeting(start_date=date(2026, 2, 6))
    assert read(as_staff) == (
        f"{BEFORE} Tid datum inte bestämt Plats oklart Hämta Word, att skriva vidare i"
        " Mötets öppnande Val av justerare"
        " Föregående anteckningar Anteckningarna från senaste mötet"
        " Ledningsgruppen 6 februari 2026 Oklart om de är justerade"
        f" {EMPTY}"
        " Kommande möten Planerade möten enligt anteckningarna"
        " Inget kommande möte nämns i anteckningarna. Övriga frågor"
        " Nästa möte Datum att bestämma Bestäm dag och plats för nästa möte."
        " Bestäm mötestider därefter: ingen dag nämns i arkivet."
    )


def test_the_day_and_hour_are_what_the_latest_minutes_say(as_staff):
    told = a_meeting(
        start_date=date(2026, 2, 6),
        next_meeting_date=date(2026, 4, 3),
        next_meeting_time=time(8, 30),
    )
    mention(told, date(2026, 4, 3))
    mention(told, date(2026, 5, 8))
    text = read(as_staff)
    assert part(text, "Tid", "Hämta") == (
        "fredag 3 april 2026, kl. 8.30 Plats enligt källan: ”Möte i Salem.”"
    )
    assert part(text, "Planerade möten enligt anteckningarna", "Övriga frågor") == (
        "fredag 3 april 2026, kl. 8.30 Enligt källan: ”Möte i Salem.”"
        " · Ledningsgruppen 6 februari 2026"
        " fredag 8 maj 2026 Enligt källan: ”Möte i Salem.” · Ledningsgruppen 6 februari 2026"
    )
    assert text.endswith("Datum att bestämma Mötestider är bestämda.")


def test_a_day_that_has_passed_is_told_as_that(as_staff):
    a_meeting(start_date=date(2026, 1, 9), next_meeting_date=date(2026, 2, 6))
    assert part(read(as_staff), "Tid", "Plats") == (
        "datum inte bestämt (senaste anteckningarna anger 6 februari 2026, som har passerat)"
    )


def test_a_meeting_that_the_archive_already_has_is_not_the_next(as_staff):
    a_meeting(start_date=date(2026, 2, 6), next_meeting_date=date(2026, 3, 1))
    a_meeting(start_date=date(2026, 3, 1))
    assert part(read(as_staff), "Tid", "Plats") == "datum inte bestämt"


@pytest.mark.parametrize(
    ("approvals", "words"),
    [
        ([{"is_done": True}], "justerade enligt arkivet"),
        ([{"is_done": True}, {"is_done": False}], "ännu inte justerade enligt källan"),
        ([{"is_done": False, "approved_date": date(2026, 2, 9)}], "justerade enligt arkivet"),
        ([{"is_done": None}], "oklart om de är justerade"),
        ([{"role": "recorder", "is_done": True}], "oklart om de är justerade"),
    ],
)
def test_whether_the_previous_minutes_are_approved(approvals, words, as_staff):
    meeting = a_meeting(start_date=date(2026, 2, 6))
    for one in approvals:
        an_approval(meeting, **one)
    told = part(read(as_staff), "Anteckningarna från senaste mötet", "Utestående ärenden")
    assert told == f"Ledningsgruppen 6 februari 2026 {words.capitalize()}"


class TestOutstanding:
    def test_a_tabled_item_tells_when_and_in_which_words(self, as_staff):
        meeting = a_meeting(start_date=date(2026, 2, 6))
        item = an_item(meeting, title="Eleffekt", outcome="tabled")
        an_assignment(
            item=item, text="Tas upp sedan.", kind="postponed", first_line=9, last_line=9
        )
        an_item(meeting, title="Vattenplan", outcome="withdrawn")
        assert part(read(as_staff), "Bordlagt och utlovat", "Ska vara klart längre fram") == (
            "Eleffekt Bordlades 6 februari 2026: ”Tas upp sedan.”"
            " · Ledningsgruppen 6 februari 2026, punkt 1"
            " Vattenplan Utgick 6 februari 2026 · Ledningsgruppen 6 februari 2026, punkt 2"
        )
        page, read_page = "/moten/ledningsgruppen/2026-02-06/", Page(as_staff.get(ADDRESS))
        assert read_page.link("Eleffekt") == f"{page}#punkt-1"
        assert (
            read_page.link("Ledningsgruppen 6 februari 2026, punkt 1") == f"{page}?kalla=1#rad-9"
        )

    @pytest.fixture
    def twice(self):
        """An item that was tabled, and one that seems to take it up."""
        earlier = an_item(
            a_meeting(start_date=date(2025, 9, 5)), title="Skärgårdstrafik", outcome="tabled"
        )
        later = an_item(a_meeting(start_date=date(2026, 2, 6)), title="Skärgårdstrafik")
        is_about("Infrastruktur", earlier)
        is_about("Infrastruktur", later)
        return {"earlier": earlier, "later": later}

    def put_off(self, client) -> str:
        return part(read(client), "Bordlagt och utlovat", "Ska vara klart längre fram")

    def test_what_was_taken_up_since_is_not_outstanding(self, twice, as_staff):
        assert self.put_off(as_staff) == "Inget är bordlagt eller utlovat."

    def test_nor_are_the_words_that_tabled_it(self, twice, as_staff):
        text = "Punkten bordläggs."
        an_assignment(item=twice["earlier"], text=text, kind="postponed")
        assert self.put_off(as_staff) == "Inget är bordlagt eller utlovat."
        an_assignment(item=twice["later"], text="Tas upp sedan.", kind="postponed")
        assert self.put_off(as_staff).startswith("Tas upp sedan.")

    def test_unless_a_person_says_that_it_was_something_else(self, twice, as_staff, secretary):
        TakenUp.objects.create(**twice, standing="rejected", by=secretary)
        assert self.put_off(as_staff).startswith("Skärgårdstrafik Bordlades 5 september 2025")

    def test_nor_is_what_a_person_says_was_taken_up(self, as_staff, secretary):
        earlier = an_item(a_meeting(start_date=date(2025, 9, 5)), title="A", outcome="tabled")
        later = an_item(a_meeting(start_date=date(2026, 2, 6)), title="B")
        TakenUp.objects.create(earlier=earlier, later=later, standing="confirmed", by=secretary)
        assert self.put_off(as_staff) == "Inget är bordlagt eller utlovat."

    def test_a_draft_that_takes_it_up_is_not_known_to_staff(self, twice, as_staff, as_secretary):
        twice["later"].meeting.state = "draft"
        twice["later"].meeting.save()
        assert self.put_off(as_staff).startswith("Skärgårdstrafik")
        assert self.put_off(as_secretary) == "Inget är bordlagt eller utlovat."

    def test_assignments_stand_by_when_they_are_due(self, as_staff):
        meeting = a_meeting(start_date=date(2026, 2, 6), next_meeting_date=date(2026, 4, 3))
        item = an_item(meeting)
        decision = a_decision(item, text="Alla svarar.")
        for name in ("Salem", "Haninge"):
            an_assignment(
                decision, responsible_organization=an_organization(name), due_date=date(2026, 4, 3)
            )
        sentences = {
            "Före.": {"due_date": date(2026, 2, 28), "due_text": "i februari"},
            "Till nästa.": {"due_precision": "meeting", "due_text": "till nästa möte"},
            "Efter.": {"due_date": date(2026, 4, 4)},
            "Klart.": {"due_date": date(2026, 2, 27), "status": "done"},
            "Nej.": {"due_date": date(2026, 2, 27), "standing": "rejected"},
            "Någon gång.": {"printed_responsible": "Vera"},
        }
        for text, fields in sentences.items():
            an_assignment(item=item, text=text, **fields)
        where = "Ledningsgruppen 6 februari 2026, punkt 1"
        assert part(read(as_staff), "Ska vara klart till mötet", "Kommande möten") == (
            "Alla svarar."
            f" Ansvarig: Salem och Haninge, senast 3 april 2026 · {where}"
            f" Till nästa. Ansvarig: oklart, tid enligt källan: ”till nästa möte” · {where}"
            f" Tiden har gått ut Före. Ansvarig: oklart, senast 28 februari 2026 · {where}"
            f" Utan angiven dag Någon gång. Ansvarig: Vera · {where}"
        )

    def test_what_another_body_gave_it_is_before_it_too(self, as_staff, ledningsgruppen):
        a_meeting(start_date=date(2026, 2, 6))
        other = an_item(a_meeting(body=a_body("Samarbetskommittén")))
        an_assignment(item=other, text="Föreslå mått.", responsible_body=ledningsgruppen)
        an_assignment(item=other, text="Något annat.")
        text = part(read(as_staff), "Utan angiven dag", "Kommande möten")
        assert text.startswith("Föreslå mått. Ansvarig: Ledningsgruppen · Samarbetskommittén")
        assert "Något annat." not in text


def test_the_points_are_those_of_the_body(as_staff, ledningsgruppen):
    ledningsgruppen.standing_items = ["Upprop", "Utestående frågor", "Utestående ärenden m.m."]
    ledningsgruppen.save()
    a_meeting(start_date=date(2026, 2, 6))
    page = as_staff.get(ADDRESS)
    assert part(Page(page).main, "vidare i", "Bordlagt och utlovat") == (
        "Upprop Utestående frågor Utestående ärenden m.m."
    )
    titles = [one.title for one in page.context["draft"].points]
    added = ["Föregående anteckningar", "Kommande möten", "Nästa möte"]
    assert titles == [*ledningsgruppen.standing_items, *added]


def test_in_english_the_groups_stand_under_the_same_points(as_staff, ledningsgruppen):
    ledningsgruppen.standing_items = ["Upprop", "Utestående ärenden"]
    ledningsgruppen.save()
    a_meeting(start_date=date(2026, 2, 6))
    as_staff.cookies["django_language"] = "en"
    points = as_staff.get(ADDRESS).context["draft"].points
    assert [len(one.groups) for one in points] == [0, 4, 1, 1, 1]


def test_the_document_says_the_same_with_addresses(as_staff):
    meeting = a_meeting(start_date=date(2026, 2, 6))
    an_item(meeting, title="Eleffekt", outcome="tabled")
    answer = as_staff.get(reverse("agenda_docx", args=["ledningsgruppen"]))
    assert (
        answer["Content-Disposition"] == 'attachment; filename="ledningsgruppen-dagordning.docx"'
    )
    paragraphs = [(p.style.name, p.text) for p in Document(BytesIO(answer.content)).paragraphs]
    site = "http://127.0.0.1:8000"
    assert paragraphs[:4] == [
        ("Title", "Dagordning: Ledningsgruppen"),
        ("Normal", BEFORE.partition(", Ledningsgruppen ")[2]),
        ("Normal", "Tid: datum inte bestämt"),
        ("Normal", "Plats: oklart"),
    ]
    at = paragraphs.index(("Heading 2", "Bordlagt och utlovat"))
    where = "Ledningsgruppen 6 februari 2026, punkt 1"
    page = f"{site}/moten/ledningsgruppen/2026-02-06/#punkt-1"
    assert paragraphs[at + 1 : at + 3] == [
        ("List Bullet", "Eleffekt"),
        ("List Continue", f"Bordlades 6 februari 2026 · {where} · {page}"),
    ]
    assert paragraphs[-1] == ("Small", f"Källa: {site}{ADDRESS}")


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("name", ["agenda", "agenda_docx"])
def test_asks_the_same_however_much_is_open(name, rows, as_staff, django_assert_num_queries):
    for number in range(rows):
        meeting = a_meeting(
            start_date=date(2026, 2, number + 1), next_meeting_date=date(2026, 4, number + 1)
        )
        mention(meeting, date(2026, 5, number + 1))
        item = an_item(meeting, title=f"Eleffekt {number}", outcome="tabled")
        is_about("Infrastruktur", item)
        an_assignment(a_decision(item))
        an_assignment(item=item, text="Tas upp sedan.", kind="postponed")
    with django_assert_num_queries(8):
        as_staff.get(reverse(name, args=["ledningsgruppen"]))


class TestHidden:
    @pytest.mark.parametrize("name", ["agenda", "agenda_docx"])
    def test_a_body_that_only_drafts_know_is_unknown(self, name, as_staff, as_secretary):
        a_draft(body=a_body("Nätverket"), start_date=date(2026, 2, 6))
        address = reverse(name, args=["natverket"])
        assert as_staff.get(address).status_code == 404
        assert as_secretary.get(address).status_code == 200

    def test_nothing_of_a_draft_stands_in_it(self, as_staff, as_secretary):
        shown = a_meeting(start_date=date(2026, 1, 9))
        an_item(shown, title="Öppen", outcome="tabled")
        before = read(as_staff)
        hidden = a_draft(start_date=date(2026, 2, 6), next_meeting_date=date(2026, 4, 3))
        mention(hidden, date(2026, 5, 8), text="Hemligt.")
        item = an_item(hidden, title="Hemlig", outcome="tabled")
        an_assignment(a_decision(item, text="Hemligt beslut."))
        an_approval(hidden, is_done=True)
        assert read(as_staff) == before
        shown = read(as_secretary)
        where = "Ledningsgruppen 6 februari 2026 (utkast), punkt 1"
        assert f"Hemlig Bordlades 6 februari 2026 · {where}" in shown
        assert f"Hemligt beslut. Ansvarig: oklart · {where}" in shown


@pytest.mark.parametrize("name", ["agenda", "agenda_docx"])
def test_it_is_for_staff(name, as_director, as_stranger):
    a_meeting()
    address = reverse(name, args=["ledningsgruppen"])
    assert as_director.get(address).status_code == 404
    assert as_stranger.get(address).status_code == 302


def test_a_body_leads_those_to_it_who_prepare_its_meetings(as_staff, as_director):
    a_meeting()
    page = "/organ/ledningsgruppen/"
    assert Page(as_staff.get(page)).link("Utkast till nästa dagordning") == ADDRESS
    assert ADDRESS not in Page(as_director.get(page)).links
