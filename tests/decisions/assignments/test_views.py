from datetime import date

import pytest
import time_machine
from django.urls import reverse

from decisions.assignments.models import Assignment, Report
from decisions.assignments.reporting import report
from minutes.states import State
from tests.decisions.assignments.making import TODAY, a_task
from tests.factories import (
    a_decision,
    a_document,
    a_draft,
    a_meeting,
    a_source,
    an_assignment,
    an_item,
    an_organization,
)
from tests.pages import Page

pytestmark = pytest.mark.django_db
DOORS = " Hämta: CSV Följ: kalender Så används de"
YESTERDAY = date(2026, 3, 11)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


def read(client, address: str) -> str:
    return Page(client.get(address)).main


def standing(assignment: Assignment) -> str:
    return Assignment.objects.get(pk=assignment.pk).status


class TestList:
    def test_what_one_sentence_asks_of_several_stands_together(self, as_stranger):
        meeting = a_meeting(start_date=date(2022, 10, 6))
        decision = a_decision(an_item(meeting), text="Alla svarar.")
        for name in ("Haninge", "Salem"):
            organization = an_organization(name)
            an_assignment(
                decision, responsible_organization=organization, due_date=YESTERDAY, kind="reply"
            )
        page = Page(as_stranger.get("/uppdrag/"))
        assert page.main.endswith(
            "2 öppna uppdrag Utskrivet 12 mars 2026 Tiden har gått ut"
            " 2 uppdrag skulle ha varit klara"
            " 11 mar 2026 Alla svarar. Svar som väntas · Ledningsgruppen 6 okt 2022"
            " · föreslaget av programmet, inte granskat Haninge: pågår Salem: pågår" + DOORS
        )
        assert page.problems == []

    def test_the_sentence_and_the_source_are_one_click_away(self, as_stranger):
        one = a_task("Att svara.", first_line=4, last_line=5)
        source = a_source(one.item.meeting)
        page = Page(as_stranger.get("/uppdrag/"))
        assert page.link("Att svara.") == one.get_absolute_url()
        lines = reverse("source_lines", args=[source.sha256, 4, 5])
        assert page.link("rad 4") == f"{lines}#rad-4"
        assert page.link("Ledningsgruppen") == one.decision.get_absolute_url()

    @pytest.mark.parametrize(
        ("due", "words"),
        [
            ({"due_date": YESTERDAY, "due_text": "senast i går"}, "11 mar 2026 Att svara."),
            (
                {"due_date": date(2026, 3, 31), "due_precision": "month", "due_text": "i mars"},
                "mar 2026 ”i mars” Att svara.",
            ),
            ({"due_precision": "meeting", "due_text": "nästa möte"}, "”nästa möte” Att svara."),
            ({}, "oklart när Att svara."),
        ],
    )
    def test_the_printed_words_stand_where_they_tell_more_than_the_day(
        self, due, words, as_stranger
    ):
        a_task("Att svara.", **due)
        assert words in read(as_stranger, "/uppdrag/")

    def test_the_latest_that_was_said_stands_on_the_row(self, as_stranger):
        one = a_task()
        made = report(one, status="open", note="Påbörjat.", said_date=YESTERDAY, seen=0)
        report(one, status="open", note="Före.", said_date=date(2026, 3, 1), seen=made.pk)
        assert " Haninge: pågår 11 mar 2026: pågår, Påbörjat." in read(as_stranger, "/uppdrag/")

    def test_nothing_found_tells_the_ways_out_and_an_empty_archive_says_so(self, as_stranger):
        assert read(as_stranger, "/uppdrag/").endswith("Inga öppna uppdrag finns i arkivet.")
        a_task(kind="reply")
        a_task(responsible_organization=an_organization("Salem"))
        assert read(as_stranger, "/uppdrag/?kommun=salem&slag=svar").endswith(
            "Inga uppdrag matchar. Ta bort ett filter:"
            " utan Kommun: Salem – 1 träff utan Slag: Svar som väntas – 1 träff Ta bort alla"
        )

    def test_the_whole_list_of_a_body_is_one_page_to_print(self, as_stranger):
        for _ in range(51):
            a_task()
        assert "Sida 1 av 2" in read(as_stranger, "/uppdrag/")
        whole = read(as_stranger, "/uppdrag/?organ=ledningsgruppen")
        assert "Utskrivet 12 mars 2026" in whole
        assert (whole.count("Haninge: pågår"), "Sida" in whole) == (51, False)

    @pytest.mark.parametrize("rows", [1, 3])
    @pytest.mark.parametrize(
        ("who", "number"), [("as_stranger", 5), ("as_staff", 7), ("as_secretary", 7)]
    )
    def test_it_asks_the_same_of_the_database_for_one_row_and_three(
        self, who, number, rows, request, django_assert_num_queries
    ):
        client = request.getfixturevalue(who)
        for _ in range(rows):
            one = a_task()
            a_source(one.item.meeting)
            report(one, status="open", note="Påbörjat.", said_date=YESTERDAY, seen=0)
        with django_assert_num_queries(number):
            client.get("/uppdrag/")

    @pytest.mark.parametrize("who", ["as_stranger", "as_director", "as_staff", "as_secretary"])
    def test_only_staff_and_secretaries_are_asked_how_it_goes(self, who, request):
        one = a_task()
        client = request.getfixturevalue(who)
        may = who in {"as_staff", "as_secretary"}
        assert ("Ändra läge" in read(client, "/uppdrag/")) == may
        assert ("Berätta hur det går" in read(client, one.get_absolute_url())) == may

    def test_a_script_is_answered_with_the_part_that_changes(self, as_stranger):
        a_task()
        answer = as_stranger.get("/uppdrag/?kommun=haninge", headers={"HX-Request": "true"})
        assert "<h1>" not in answer.content.decode()
        assert answer["HX-Push-Url"] == "/uppdrag/?kommun=haninge"


class TestAssignment:
    @pytest.fixture
    def one(self):
        meeting = a_meeting(start_date=date(2022, 10, 6))
        text = "\n".join(f"Rad {number}" for number in range(1, 10))
        a_source(meeting, text, document=a_document(text))
        item = an_item(meeting, title="Trafik")
        an_assignment(item=item, text="Någon annan återkommer.")
        return an_assignment(
            a_decision(item, text="Haninge svarar."),
            responsible_organization=an_organization("Haninge"),
            due_date=date(2022, 11, 30),
            due_precision="month",
            due_text="i november",
            first_line=5,
            last_line=5,
        )

    def test_tells_what_is_to_be_done_where_it_stands_and_what_was_said(self, one, as_stranger):
        held = a_meeting(start_date=date(2022, 11, 10))
        report(
            one,
            status="done",
            note="Svaret är sänt.",
            said_date=held.start_date,
            meeting=held,
            seen=0,
        )
        page = Page(as_stranger.get(one.get_absolute_url()))
        assert page.main == (
            "Uppdrag Haninge svarar. Ansvarig Haninge"
            " När november 2022 (i källan: ”i november”) Läge Klart"
            " Granskning Föreslaget av programmet, inte granskat Slag Uppdrag"
            " Gavs torsdag 6 oktober 2022 Organ Södertörnskommunernas ledningsgrupp"
            " Punkt 1. Trafik Beslut Södertörnskommunernas ledningsgrupp 2022-10-06, punkt 1,"
            " beslut 1"
            " Så står det i källan 2 Rad 2 3 Rad 3 4 Rad 4 5 Rad 5 6 Rad 6 7 Rad 7 8 Rad 8"
            " Visa i originalet · Hela källans text · Hämta originalet"
            " Hänvisa till uppdraget Hänvisning och fast adress"
            " Södertörnskommunernas ledningsgrupp 2022-10-06, punkt 1, beslut 1, uppdrag: Haninge"
            f" http://testserver/uppdrag/{one.public_id}/ Kopiera hänvisning"
            " Vad som har sagts 10 nov 2022 Klart Svaret är sänt."
            " sades vid Ledningsgruppen 10 nov 2022 läst av programmet"
            " Andra uppdrag under samma punkt Någon annan återkommer. oklart vem: pågår"
        )
        assert page.problems == []

    def test_a_confirmed_one_says_so_and_a_secretary_is_led_to_the_review(self, one, as_secretary):
        Assignment.objects.update(standing="confirmed")
        page = Page(as_secretary.get(one.get_absolute_url()))
        assert "Granskning Bekräftat · Ändra i granskningen" in page.main
        review = reverse("review", args=[one.item.meeting_id])
        assert page.link("Ändra i granskningen") == f"{review}#assignment-{one.pk}"

    def test_who_wrote_a_report_is_told_to_those_who_are_signed_in(
        self, one, staff, as_director, as_stranger
    ):
        report(one, status="done", said_date=YESTERDAY, by=staff, seen=0)
        assert "antecknat av handlaggaren 12 mar 2026" in read(as_director, one.get_absolute_url())
        shown = read(as_stranger, one.get_absolute_url())
        assert ("antecknat 12 mar 2026" in shown, "handlaggaren" in shown) == (True, False)

    def test_what_a_draft_tells_is_shown_to_secretaries_alone(
        self, one, as_stranger, as_staff, as_secretary
    ):
        draft = a_draft(start_date=YESTERDAY)
        Report.objects.create(
            assignment=one, status="open", note="Hemligt.", said_date=YESTERDAY, meeting=draft
        )
        shown = [
            "Hemligt." in read(who, address)
            for who in (as_stranger, as_staff, as_secretary)
            for address in (one.get_absolute_url(), "/uppdrag/", "/uppdrag.csv")[:2]
        ]
        assert shown == [False, False, False, False, True, True]

    @pytest.mark.parametrize("rejected", [False, True])
    def test_a_hidden_one_and_a_rejected_one_are_unknown(self, rejected, as_stranger):
        state = State.PUBLIC if rejected else State.DRAFT
        one = a_task(standing="rejected" if rejected else "proposed", of={"state": state})
        assert as_stranger.get(one.get_absolute_url()).status_code == 404

    @pytest.mark.parametrize("rows", [1, 3])
    @pytest.mark.parametrize(
        ("who", "number"), [("as_stranger", 4), ("as_staff", 7), ("as_secretary", 7)]
    )
    def test_it_asks_the_same_of_the_database_for_one_report_and_three(
        self, who, number, rows, one, request, django_assert_num_queries
    ):
        client = request.getfixturevalue(who)
        seen = 0
        for day in range(1, rows + 1):
            said = date(2026, 3, day)
            seen = report(one, status="open", note="Så.", said_date=said, seen=seen).pk
            an_assignment(one.decision, responsible_organization=an_organization("Salem"))
        with django_assert_num_queries(number):
            client.get(one.get_absolute_url())


class TestReporting:
    @pytest.fixture
    def one(self):
        return a_task(of={"start_date": date(2022, 10, 6)})

    def tell(self, client, one, **more):
        data = {"status": "done", "note": "Klart nu.", "seen": 0, **more}
        return client.post(reverse("report_assignment", args=[one.public_id]), data)

    @pytest.mark.parametrize(
        ("who", "status"),
        [("as_stranger", 401), ("as_director", 404), ("as_staff", 302), ("as_secretary", 302)],
    )
    def test_only_staff_and_secretaries_may_tell(self, who, status, one, request):
        answer = self.tell(request.getfixturevalue(who), one)
        assert answer.status_code == status
        assert standing(one) == ("done" if status == 302 else "open")

    def test_an_expired_session_keeps_what_was_written(self, one, as_stranger):
        assert "Klart nu." in Page(self.tell(as_stranger, one)).text

    def test_it_is_kept_with_whoever_told_it_and_today(self, one, as_staff, staff):
        answer = self.tell(as_staff, one)
        assert answer.url == one.get_absolute_url()
        assert "Antecknat (Haninge): Klart." in read(as_staff, answer.url)
        kept = one.reports.values_list("status", "note", "said_date", "meeting", "by")
        assert list(kept) == [("done", "Klart nu.", TODAY, None, staff.pk)]

    def test_who_told_it_in_the_list_is_back_at_the_row(self, one, as_staff):
        answer = self.tell(as_staff, one, next="/uppdrag/?kommun=haninge")
        assert answer.url == f"/uppdrag/?kommun=haninge#uppdrag-{one.public_id}"

    @pytest.mark.parametrize(
        "elsewhere", ["https://ond.example/", "//ond.example/", "javascript:x"]
    )
    def test_nobody_is_sent_elsewhere(self, elsewhere, one, as_staff):
        assert self.tell(as_staff, one, next=elsewhere).url == one.get_absolute_url()

    def test_what_was_said_at_a_meeting_is_of_its_day(self, one, as_staff):
        held = a_meeting(start_date=date(2023, 1, 12))
        self.tell(as_staff, one, meeting=held.pk, note="")
        assert one.reports.get().said_date == held.start_date

    def test_what_was_said_before_says_that_the_later_still_holds(self, one, as_staff):
        first = report(one, status="open", note="Nytt.", said_date=YESTERDAY, seen=0)
        self.tell(as_staff, one, said_date="2023-01-01", seen=first.pk)
        assert "Antecknat (Haninge): Klart. Läget är ändå Pågår, som sades senare." in read(
            as_staff, one.get_absolute_url()
        )
        assert standing(one) == "open"

    @pytest.mark.parametrize(
        ("sent", "told"),
        [
            (
                {"status": "open", "note": " "},
                "Skriv vad som har hänt, eller välj ett annat läge.",
            ),
            ({"status": "x"}, "Välj ett av lägena i listan."),
            ({"said_date": "2026-03-13"}, "Dagen har inte varit än."),
            (
                {"said_date": "2022-10-05"},
                "Uppdraget gavs 6 oktober 2022. Skriv en dag efter det.",
            ),
            ({"said_date": "i går"}, "Skriv dagen som 2022-10-06: år, månad och dag."),
            ({"note": "x" * 2001}, "Texten är för lång: högst 2000 tecken."),
            ({"meeting": "0"}, "Välj ett av mötena i listan."),
        ],
    )
    def test_what_cannot_be_is_said_and_what_was_written_stays(self, sent, told, one, as_staff):
        answer = self.tell(as_staff, one, **{"note": "Skrivet.", **sent})
        assert answer.status_code == 422
        page = Page(answer)
        assert told in page.main
        assert sent.get("note", "Skrivet.").strip() in page.main
        assert (standing(one), one.reports.count()) == ("open", 0)

    def test_a_day_that_is_not_the_meetings_is_said(self, one, as_staff):
        held = a_meeting(start_date=date(2023, 1, 12))
        answer = self.tell(as_staff, one, meeting=held.pk, said_date="2023-01-13")
        assert "Mötet hölls 12 januari 2023. Lämna dagen tom, eller välj" in Page(answer).main

    @pytest.mark.parametrize(
        ("given", "states"),
        [
            ("public", {"public"}),
            ("internal", {"internal", "public"}),
            ("draft", {"draft", "internal", "public"}),
        ],
    )
    def test_no_meeting_can_be_named_that_is_hidden_from_those_who_see_it(
        self, given, states, as_secretary
    ):
        one = a_task(of={"state": given, "start_date": date(2022, 10, 6)})
        held = {
            state: a_meeting(state=state, start_date=date(2023, 1, day))
            for day, state in enumerate(["public", "internal", "draft", "trashed"], start=1)
        }
        a_meeting(start_date=date(2021, 1, 1))
        page = Page(as_secretary.get(one.get_absolute_url()))
        offered = {field.get("value") for field in page.all("option")}
        assert {state for state, meeting in held.items() if str(meeting.pk) in offered} == states

    def test_the_later_of_two_is_shown_both_and_may_save_once_more(self, one, as_staff, secretary):
        report(
            one,
            status="dropped",
            note="Det behövs inte.",
            said_date=YESTERDAY,
            by=secretary,
            seen=0,
        )
        answer = self.tell(as_staff, one, next="/uppdrag/?sida=1")
        assert answer.status_code == 409
        page = Page(answer)
        for words in ("Det behövs inte.", "antecknat av sekreteraren", "Klart nu."):
            assert words in page.main
        assert (standing(one), one.reports.count()) == ("dropped", 1)
        again = {field["name"]: field["value"] for field in page.all("input") if "name" in field}
        again.pop("q", None)
        answer = as_staff.post(reverse("report_assignment", args=[one.public_id]), again)
        assert answer.url == f"/uppdrag/?sida=1#uppdrag-{one.public_id}"
        assert (standing(one), one.reports.count()) == ("done", 2)

    def test_a_double_click_is_kept_once(self, one, as_staff):
        assert [self.tell(as_staff, one).status_code for _ in range(2)] == [302, 302]
        assert one.reports.count() == 1

    @pytest.mark.parametrize("state", [State.DRAFT, State.TRASHED])
    def test_nothing_is_told_of_what_is_hidden(self, state, as_staff):
        one = a_task(of={"state": state})
        assert self.tell(as_staff, one).status_code == 404
