from datetime import date

import pytest

from intake.models import SourceState
from minutes.states import State
from tests.factories import (
    a_decision,
    a_document,
    a_draft,
    a_meeting,
    a_printed_document,
    a_source,
    an_approval,
    an_assignment,
    an_attendance,
    an_item,
)
from tests.pages import Page

pytestmark = pytest.mark.django_db
TEXT = (
    "Minnesanteckningar\nPlats Teams\nVera Lindqvist\n1. Trafik\nBeslut: Att vänta\nVid pennan: Bo"
)
QUESTION = {"code": "x", "message": "Vem är Vera?", "line": 3, "open": True}


def read(client, address: str) -> str:
    return Page(client.get(address)).main


def a_printed_draft(day=date(2022, 10, 6), **source):
    """A draft with one of everything, from a PDF of one page."""
    meeting = a_draft(start_date=day, source_lines={"location": [2, 2]})
    fields = {"media_type": "application/pdf", "document": a_printed_document(TEXT)}
    a_source(meeting, f"{TEXT}{meeting.pk}", remarks=[QUESTION], **{**fields, **source})
    an_attendance(meeting, printed_name="Vera Lindqvist", first_line=3, last_line=3)
    item = an_item(meeting, title="Trafik", first_line=4, last_line=5)
    decision = a_decision(item, text="Att vänta", first_line=5, last_line=5)
    an_assignment(decision, printed_responsible="Bo Ek")
    an_approval(meeting, printed_name="Bo Ek", first_line=6, last_line=6)
    return meeting


class TestQueue:
    def test_holds_what_waits_the_oldest_first(self, as_secretary):
        a_meeting(title="Visas redan")
        for title, day in [("Först", date(2023, 1, 1)), ("Sedan", date(2022, 1, 1))]:
            a_source(a_draft(title=title, start_date=day), title, file_name=f"{title}.txt")
        words = read(as_secretary, "/granska/")
        assert words.startswith("Granska Möten 1 jan 2023 Ledningsgruppen: Först inga frågor")
        assert "1 jan 2022 Ledningsgruppen: Sedan inga frågor · Sedan.txt, inkom" in words
        assert "Visas redan" not in words

    def test_tells_what_is_asked_and_what_blocks(self, as_secretary):
        draft = a_draft(body=None, title="Okänt")
        a_source(draft, remarks=[QUESTION, {**QUESTION, "open": False}, QUESTION])
        words = read(as_secretary, "/granska/")
        assert "2 frågor att svara på" in words
        assert "Det framgår inte vilket organ som möttes. Kan inte publiceras än." in words

    def test_a_published_meeting_comes_back_with_a_new_version(self, as_secretary):
        meeting = a_meeting()
        a_source(meeting)
        newer = a_source(
            meeting,
            file_name="nyare.pdf",
            is_current=False,
            revision=2,
            state=SourceState.NEEDS_REVIEW,
        )
        page = Page(as_secretary.get("/granska/"))
        assert "nyare.pdf kan vara en ny version. Jämför" in page.main
        assert page.link("Jämför") == f"/granska/{meeting.pk}/version/{newer.pk}/"

    def test_a_rejected_file_says_why_and_can_be_thrown_away(self, as_secretary):
        file = a_source(
            file_name="bild.docx",
            state=SourceState.REJECTED,
            reason_code="format",
            reason="Filen är en bild.",
        )
        page = Page(as_secretary.get("/granska/"))
        assert "bild.docx Avvisad: Filen är en bild. Lägg i papperskorgen: bild.docx" in page.main
        assert f"/papperskorg/fil/{file.pk}/" in {f.get("action") for f in page.all("form")}

    def test_an_empty_one_says_so(self, as_secretary):
        assert read(as_secretary, "/granska/") == (
            "Granska Inget väntar på att granskas. Ladda upp protokoll eller minnesanteckningar"
        )

    def test_the_menu_says_how_many_wait(self, as_secretary):
        a_draft()
        a_source(state=SourceState.REJECTED, reason_code="x")
        for address in ("/granska/", f"/granska/{a_meeting().pk}/"):
            assert " Granska (2) " in Page(as_secretary.get(address)).text

    @pytest.mark.parametrize("rows", [1, 3])
    def test_asks_the_same_for_one_and_three(self, rows, as_secretary, django_assert_num_queries):
        for number in range(rows):
            a_printed_draft(date(2022, 1, 1 + number))
            a_draft(body=None, title=f"{number}")
            a_source(text=f"x{number}", state=SourceState.REJECTED, reason_code="x")
            versions = {"is_current": False, "revision": 2, "state": SourceState.NEEDS_REVIEW}
            a_source(a_meeting(), f"ny {number}", **versions)
        with django_assert_num_queries(7):
            assert as_secretary.get("/granska/").status_code == 200


class TestReview:
    def test_has_every_part_in_the_order_of_the_minutes(self, as_secretary):
        meeting = a_printed_draft()
        page = Page(as_secretary.get(f"/granska/{meeting.pk}/"))
        kinds = [div["class"].split() for div in page.all("div") if "data-part" in div]
        assert [" ".join(kind[1:]) for kind in kinds] == [
            "meeting",
            "attendance",
            "attendance new",
            "item",
            "decision",
            "assignment",
            "assignment new",
            "decision new",
            "assignment new",
            "item new",
            "approval",
            "approval new",
        ]

    def test_says_of_each_part_how_sure_it_is(self, as_secretary):
        meeting = a_printed_draft()
        words = read(as_secretary, f"/granska/{meeting.pk}/")
        assert "Vera Lindqvist närvarande · ingen organisation" in words
        assert "ingen person vald ○ saknas" in words
        assert "Att vänta Beslut ✓ säker Ändra" in words

    def test_asks_its_questions_first_with_the_answers_as_buttons(self, as_secretary):
        meeting = a_printed_draft()
        page = Page(as_secretary.get(f"/granska/{meeting.pk}/"))
        assert "Kontrollera ? Att svara på: Vem är Vera? rad 3" in page.main
        answers = [one for one in page.all("button") if one.get("name") == "answer"]
        assert [one["value"] for one in answers] == ["seen"]
        assert page.main.index("Vem är Vera?") < page.main.index("Närvaro")

    def test_tells_how_many_proposals_nobody_has_seen_and_offers_to_agree(self, as_secretary):
        meeting = a_printed_draft()
        item = meeting.items.get()
        task = an_assignment(item=item, text="Bo Ek ringer.", first_line=4, last_line=4)
        rejected = an_assignment(item=item, text="Vi åt lunch.", standing="rejected")
        page = Page(as_secretary.get(f"/granska/{meeting.pk}/"))
        assert "2 förslag till uppdrag är inte sedda." in page.main
        assert "Bekräfta punktens 2 förslag" in page.main
        judged = [one.get("value") for one in page.all("button") if one.get("name") == "do"]
        assert [judged.count(do) for do in ("confirm", "reject", "restore")] == [2, 4, 1]
        parts = {div["id"]: div for div in page.all("div") if "data-part" in div}
        assert parts[f"assignment-{task.pk}"]["data-lines"] == "4-4"
        assert "data-check" in parts[f"assignment-{task.pk}"]
        assert "data-check" not in parts[f"assignment-{rejected.pk}"]
        assert "Avvisat: Vi åt lunch." in page.main

    def test_asks_nothing_of_assignments_that_a_person_has_seen(self, as_secretary):
        meeting = a_draft()
        an_assignment(item=an_item(meeting), text="Bo ringer.", standing="confirmed")
        words = read(as_secretary, f"/granska/{meeting.pk}/")
        assert "förslag till uppdrag" not in words
        assert "Inga frågor." in words

    def test_every_form_tells_which_version_it_was_made_from(self, as_secretary):
        meeting = a_printed_draft()
        page = Page(as_secretary.get(f"/granska/{meeting.pk}/"))
        own = [f for f in page.all("form") if f.get("action", "").startswith("/granska/")]
        versions = [f["value"] for f in page.all("input") if f.get("name") == "version"]
        assert versions == [str(meeting.version)] * len(own)

    def test_nobody_publishes_by_pressing_enter(self, as_secretary):
        page = Page(as_secretary.get(f"/granska/{a_printed_draft().pk}/"))
        tags = [(tag, given) for tag, given in page.tags if tag in {"form", "button"}]
        form = next(
            at for at, (_, given) in enumerate(tags) if "/lage/" in given.get("action", "")
        )
        assert tags[form + 1] == ("button", {"disabled": "", "hidden": ""})

    def test_a_part_leads_to_its_lines_and_each_line_back_to_its_part(self, as_secretary):
        meeting = a_printed_draft()
        page = Page(as_secretary.get(f"/granska/{meeting.pk}/"))
        decision = meeting.items.get().decisions.get()
        parts = {div["id"]: div.get("data-lines") for div in page.all("div") if "data-part" in div}
        assert parts[f"decision-{decision.pk}"] == "5-5"
        assert {box["id"] for box in page.all("rect")} == {f"rad-{line}" for line in range(1, 7)}
        leads = [link["href"] for link in page.all("a") if "data-leads" in link]
        assert leads == [
            "#id_meeting-location",
            f"#attendance-{meeting.attendances.get().pk}",
            f"#item-{decision.item_id}",
            f"#decision-{decision.pk}",
            f"#approval-{meeting.approvals.get().pk}",
        ]
        assert page.link("Visa i källan: rad 4–5") == "#rad-4"

    def test_shows_a_text_as_numbered_lines(self, as_secretary):
        meeting = a_printed_draft(media_type="text/plain", document=a_document(TEXT))
        page = Page(as_secretary.get(f"/granska/{meeting.pk}/"))
        assert page.all("img", "rect") == []
        lines = [line["id"] for line in page.all("li") if "data-line" in line]
        assert lines == [f"rad-{number}" for number in range(1, 7)]

    def test_shows_the_pages_of_a_long_file_a_few_at_a_time(self, as_secretary):
        document = a_printed_document(TEXT)
        document["pages"] = [{"no": n, "width": 595, "height": 842} for n in range(1, 31)]
        meeting = a_printed_draft(document=document)
        page = Page(as_secretary.get(f"/granska/{meeting.pk}/"))
        assert len(page.all("img")) == 25
        assert page.link("Sidorna efter") == "?sida=2#kalla"
        rest = Page(as_secretary.get(f"/granska/{meeting.pk}/?sida=2"))
        assert [figure["id"] for figure in rest.all("figure")] == [
            f"sida-{number}" for number in range(26, 31)
        ]

    def test_a_meeting_without_a_file_can_be_reviewed_too(self, as_secretary):
        words = read(as_secretary, f"/granska/{a_draft().pk}/")
        assert "Inga frågor. Läs igenom mötet mot källan innan du publicerar." in words
        assert words.endswith("Mötet har ingen fil.") or "Mötet har ingen fil." in words

    def test_a_new_version_is_announced(self, as_secretary):
        meeting = a_printed_draft()
        newer = a_source(
            meeting,
            file_name="nyare.pdf",
            is_current=False,
            revision=2,
            state=SourceState.NEEDS_REVIEW,
        )
        page = Page(as_secretary.get(f"/granska/{meeting.pk}/"))
        assert "nyare.pdf kan vara en ny version av mötets anteckningar." in page.main
        expected = f"/granska/{meeting.pk}/version/{newer.pk}/"
        assert page.link("Jämför och ta ställning") == expected

    @pytest.mark.parametrize("what", ["trashed", "unknown"])
    def test_what_is_not_there_is_not_found(self, what, as_secretary):
        pk = a_meeting(state=State.TRASHED).pk if what == "trashed" else 10**6
        assert as_secretary.get(f"/granska/{pk}/").status_code == 404

    @pytest.mark.parametrize("rows", [1, 3])
    def test_asks_the_same_for_one_row_and_three(
        self, rows, as_secretary, django_assert_num_queries
    ):
        meeting = a_printed_draft()
        for number in range(rows - 1):
            an_attendance(meeting, printed_name=f"Bo {number}")
            an_approval(meeting, printed_name=f"Bo {number}")
            item = an_item(meeting, title=f"Punkt {number}")
            for text in ("Att göra", "Att vänta"):
                an_assignment(a_decision(item, text=text), printed_responsible="Bo")
        with django_assert_num_queries(16):
            assert as_secretary.get(f"/granska/{meeting.pk}/").status_code == 200


class TestRefused:
    def test_a_bad_field_is_named_on_top_with_what_was_written(self, as_secretary):
        meeting = a_printed_draft()
        form = {"version": meeting.version, "meeting-start_date": "igår", "meeting-title": "Ny"}
        answer = as_secretary.post(f"/granska/{meeting.pk}/motet/", form)
        page = Page(answer)
        assert answer.status_code == 422
        assert "Inget är sparat. Rätta det här och spara igen: Datum: Skriv dagen" in page.main
        assert page.link("Datum") == "#id_meeting-start_date"
        values = {field.get("name"): field.get("value") for field in page.all("input")}
        assert (values["meeting-start_date"], values["meeting-title"]) == ("igår", "Ny")

    def test_a_day_that_makes_no_sense_stays_as_it_was_typed(self, as_secretary):
        meeting = a_draft(start_date=None)
        a_source(meeting, remarks=[{**QUESTION, "code": "date-missing", "line": None}])
        form = {"version": meeting.version, "day": "i torsdags"}
        answer = as_secretary.post(f"/granska/{meeting.pk}/fragor/0/", form)
        assert answer.status_code == 422
        page = Page(answer)
        assert [f["value"] for f in page.all("input") if f.get("name") == "day"] == ["i torsdags"]
        assert page.link("Datum") == "#question-0"


class TestSaved:
    def test_says_so_with_a_button_that_takes_it_back(self, as_secretary):
        meeting = a_printed_draft()
        form = {"version": meeting.version, "meeting-title": "Ny rubrik"}
        answer = as_secretary.post(f"/granska/{meeting.pk}/motet/", form, follow=True)
        page = Page(answer)
        assert "Sparat. Ångra" in page.main
        as_secretary.post(f"/granska/{meeting.pk}/angra/", {"version": meeting.version + 1})
        meeting.refresh_from_db()
        assert meeting.title == "Minnesanteckningar"


class TestConflict:
    @pytest.fixture
    def late(self, as_secretary, secretary):
        """Somebody has changed the title and the text; this comes from the page before that."""
        meeting = a_printed_draft()
        item = meeting.items.get()
        first = {"version": meeting.version}
        form = {f"item-{item.pk}-title": "Hennes rubrik", f"item-{item.pk}-number": "1"}
        address = f"/granska/{meeting.pk}/punkter/{item.pk}/"
        assert as_secretary.post(address, {**first, **form}).status_code == 303
        mine = {f"item-{item.pk}-title": "Trafik", f"item-{item.pk}-text": "Min text\n\nTvå"}
        return as_secretary.post(address, {**first, **mine, "do": "save"})

    def test_shows_both_texts_and_who_was_first(self, late):
        page = Page(late)
        assert late.status_code == 409
        assert "sekreteraren sparade mötet " in page.main
        assert "Text Din text Min text Två Den sparade" in page.main
        assert "Behåll den sparade" in page.main

    def test_saving_anyway_changes_only_what_one_has_touched(self, late, as_secretary):
        page = Page(late)
        (form,) = [f for f in page.all("form") if "/punkter/" in f.get("action", "")]
        fields = {f["name"]: f.get("value", "") for f in page.all("input") if "name" in f}
        assert as_secretary.post(form["action"], fields).status_code == 303
        item = late.context["meeting"].items.get()
        assert (item.title, item.text) == ("Hennes rubrik", "Min text\n\nTvå")

    def test_keeping_leads_back_to_the_part(self, late):
        meeting = late.context["meeting"]
        item = meeting.items.get()
        expected = f"/granska/{meeting.pk}/#item-{item.pk}"
        assert Page(late).link("Behåll den sparade") == expected

    def test_of_a_part_that_is_gone_still_shows_what_was_written(self, as_secretary):
        meeting = a_printed_draft()
        row = meeting.attendances.get()
        address = f"/granska/{meeting.pk}/narvaro/{row.pk}/"
        as_secretary.post(address, {"version": meeting.version, "do": "remove"})
        form = {"version": meeting.version, f"attendance-{row.pk}-note": "En lång not"}
        page = Page(as_secretary.post(address, form))
        assert "Den del du ändrade finns inte längre." in page.main
        assert "En lång not" in page.main
        assert "Spara min text ändå" not in page.main

    def test_of_a_press_on_a_button_offers_to_do_it_anyway(self, as_secretary):
        meeting = a_printed_draft()
        row = meeting.attendances.get()
        address = f"/granska/{meeting.pk}/narvaro/{row.pk}/"
        page = Page(as_secretary.post(address, {"version": meeting.version + 7, "do": "remove"}))
        assert "Titta på mötet som det är nu innan du gör om det." in page.main
        assert "Gör det ändå" in page.main
