from datetime import UTC, date, datetime, time, timedelta

import pytest

from minutes import paging
from minutes.publishing import publish
from minutes.states import State
from tests.factories import (
    a_body,
    a_decision,
    a_document,
    a_draft,
    a_meeting,
    a_person,
    a_source,
    an_approval,
    an_assignment,
    an_attendance,
    an_item,
    an_organization,
)
from tests.pages import Page

pytestmark = pytest.mark.django_db
DOORS = " Hämta: JSON Följ: Atom, kalender Så används de"


def read(client, address: str) -> str:
    return Page(client.get(address)).main.removesuffix(DOORS)


class TestMeetings:
    def test_by_year_the_latest_first(self, as_stranger):
        for day in [date(2021, 5, 20), date(2022, 3, 18), date(2021, 9, 2)]:
            an_item(a_meeting(start_date=day, location="Salem"))
        assert read(as_stranger, "/moten/").endswith(
            "3 möten"
            " 2022 18 mar 2022 Ledningsgruppen Salem · 1 punkt · 0 beslut"
            " 2021 2 sep 2021 Ledningsgruppen Salem · 1 punkt · 0 beslut"
            " 20 maj 2021 Ledningsgruppen Salem · 1 punkt · 0 beslut"
        )

    @pytest.mark.parametrize(
        ("question", "result"),
        [
            ("?organ=samarbetskommitten", "1 möte, Samarbetskommittén"),
            ("?ar=2022", "1 möte, 2022"),
            ("?q=trafik", "1 möte, ”trafik”"),
            ("?q=trafik&ar=2021", "0 möten, ”trafik”, 2021"),
            ("", "2 möten"),
        ],
    )
    def test_filters_say_what_they_found(self, question, result, as_stranger):
        an_item(a_meeting(start_date=date(2022, 1, 1)), title="Trafik")
        a_meeting(start_date=date(2021, 1, 1), body=a_body("Samarbetskommittén"))
        assert f" {result} " in read(as_stranger, f"/moten/{question}") + " "

    def test_an_empty_list_tells_what_each_way_out_gives(self, as_stranger):
        an_item(a_meeting(start_date=date(2022, 1, 1)), title="Trafik")
        a_meeting(start_date=date(2021, 1, 1))
        page = Page(as_stranger.get("/moten/?q=trafik&ar=2021&sida=3"))
        assert page.main.endswith(
            "Inga möten matchar. Ta bort ett filter:"
            " utan Sök i mötena: ”trafik” – 1 träff utan År: 2021 – 1 träff Ta bort alla"
        )
        assert page.link("utan År") == "?q=trafik"

    @pytest.mark.parametrize(
        "question", ["?ar=nyss", "?organ=%00", "?q=%00", "?sida=x", "?lage=x"]
    )
    def test_what_cannot_be_understood_takes_no_part(self, question, as_stranger):
        a_meeting()
        assert " 1 möte " in read(as_stranger, f"/moten/{question}")

    def test_a_refused_value_is_named(self, as_stranger):
        a_meeting()
        words = read(as_stranger, "/moten/?ar=nyss")
        assert "År: ”nyss” finns inte att välja." in words

    def test_only_a_secretary_may_ask_for_drafts(self, as_secretary, as_director):
        a_meeting(start_date=date(2022, 1, 1))
        a_draft(start_date=date(2022, 2, 2))
        assert " 1 möte, Utkast " in read(as_secretary, "/moten/?lage=draft")
        assert " 1 möte 2022 " in read(as_director, "/moten/?lage=draft")

    def test_an_empty_archive_says_so(self, as_stranger):
        assert read(as_stranger, "/moten/").endswith("Inga möten är publicerade än.")

    def test_pages_follow_on_each_other(self, as_stranger):
        for days in range(51):
            a_meeting(body=a_body(), start_date=date(2021, 1, 1) + timedelta(days))
        assert Page(as_stranger.get("/moten/?ar=2021")).link("Nästa sida") == "?ar=2021&sida=2"
        assert "Sida 2 av 2" in read(as_stranger, "/moten/?sida=2")


@pytest.fixture
def meeting():
    meeting = a_meeting(
        start_date=date(2022, 10, 6),
        start_time=time(13),
        end_time=time(13, 45),
        location="Teams",
        next_meeting_date=date(2022, 11, 3),
        source_lines={"location": [2, 2]},
    )
    text = "Minnesanteckningar\nPlats Teams\nHaninge: Vera\n1. Trafik\nBeslut: Att vänta\n"
    a_source(meeting, text, document=a_document(text), remarks=[{"message": "Vem?", "line": 3}])
    an_attendance(
        meeting,
        person=a_person("Vera Lindqvist"),
        organization=an_organization("Haninge"),
        is_chair=True,
        items=["4-"],
        first_line=3,
        last_line=3,
    )
    an_attendance(
        meeting, printed_name="Bo", status="absent", organization=an_organization("Salem")
    )
    an_approval(meeting, printed_name="Vera Lindqvist", is_done=True)
    item = an_item(meeting, title="Trafik", text="Ett.\n\nTvå.", first_line=4, last_line=5)
    a_decision(item, text="Att vänta", first_line=5, last_line=5, due_date=date(2022, 12, 1))
    return meeting


class TestMeeting:
    def test_tells_all_that_the_minutes_say(self, meeting, as_stranger):
        assert read(as_stranger, meeting.get_absolute_url()) == (
            "Möten · Ledningsgruppen · Ordinarie möte Ledningsgruppen, torsdag 6 oktober 2022"
            " Tolkad automatiskt, ännu inte granskad, version 1 · original anteckningar.txt"
            " Rubrik Minnesanteckningar"
            " Tid torsdag 6 oktober 2022 kl. 13.00–13.45"
            " Plats Teams rad 2"
            " Ordförande Vera Lindqvist (Haninge) rad 3"
            " Justeras av Vera Lindqvist, justerat"
            " Nästa möte torsdag 3 november 2022"
            " Original anteckningar.txt (74 byte) Visa källans text bredvid"
            f" Kontrollsumma {meeting.source_files.get().sha256[:16]}…"
            " Hämta Word beslutslista (Word) kalender"
            " Innehåll – Närvaro 1 Trafik 1 beslut"
            " Närvaro Närvarande Haninge Vera Lindqvist, ordförande, från punkt 4 rad 3"
            " Frånvarande Salem Bo"
            " Nämns varken som närvarande eller frånvarande:"
            " Botkyrka, Huddinge, Nykvarn, Nynäshamn, Södertälje, Tyresö."
            " Företrädda när besluten fattades Kommun punkt 1 Trafik"
            " Botkyrka nämns inte Haninge inte företrädd Huddinge nämns inte Nykvarn nämns inte"
            " Nynäshamn nämns inte Salem inte företrädd Södertälje nämns inte Tyresö nämns inte"
            " inte företrädd nämns inte"
            " Företrädd betyder att någon som står på kommunens rad var med vid punkten."
            " Det följer av vad källan säger om punkter, dagar och distans;"
            " där den inte säger det står det oklart."
            " Punkter 1. Trafik rad 4 beslut Ett. Två."
            " Beslut 1 · Gemensamt för organet Att vänta"
            " klart senast 1 december 2022"
            " Beslutets egen sida Visa i originalet, rad 5"
            f" 127.0.0.1:8000{meeting.items.get().decisions.get().get_absolute_url()}"
            " Tolkad automatiskt, ännu inte granskad, version 1 · original anteckningar.txt"
            " · 127.0.0.1:8000/moten/ledningsgruppen/2022-10-06/"
        )

    def test_each_fact_leads_to_its_line(self, meeting, as_stranger):
        page = Page(as_stranger.get(meeting.get_absolute_url()))
        source = meeting.source_files.get()
        assert page.link("rad 3") == f"/original/{source.sha256}/rader/3-3/#rad-3"
        assert page.link("rad 4") == f"/original/{source.sha256}/rader/4-5/#rad-4"

    def test_beside_the_source_each_fact_leads_to_its_line_there(self, meeting, as_stranger):
        page = Page(as_stranger.get(f"{meeting.get_absolute_url()}?kalla=1"))
        assert page.link("rad 3") == "#rad-3"

    def test_the_source_is_shown_beside_when_asked_for(self, meeting, as_stranger):
        page = Page(as_stranger.get(f"{meeting.get_absolute_url()}?kalla=1"))
        assert page.main.endswith(
            "Källans text Dölj källan"
            " Rader med ett streck i kanten har blivit en uppgift eller text i mötet."
            " 1 Minnesanteckningar 2 Plats Teams 3 Haninge: Vera"
            " 4 1. Trafik 5 Beslut: Att vänta"
            " Tolkad automatiskt, ännu inte granskad, version 1 · original anteckningar.txt"
            " · 127.0.0.1:8000/moten/ledningsgruppen/2022-10-06/"
        )
        anchors = [a["id"] for a in page.all("li") if a.get("id", "").startswith("rad-")]
        assert anchors == ["rad-1", "rad-2", "rad-3", "rad-4", "rad-5"]

    def test_leads_to_the_versions_that_it_showed_before(self, meeting, as_stranger):
        replaced = datetime(2022, 5, 3, tzinfo=UTC)
        names = {"forsta.pdf": replaced, "avbojd.pdf": None}
        for number, (name, at) in enumerate(names.items(), start=2):
            a_source(
                meeting, name, file_name=name, revision=number, is_current=False, replaced_at=at
            )
        words = read(as_stranger, meeting.get_absolute_url())
        assert "Äldre version: forsta.pdf, visades till 3 maj 2022" in words
        assert "avbojd.pdf" not in words

    def test_what_has_been_answered_is_nothing_to_check(self, meeting, as_secretary):
        source = meeting.source_files.get()
        source.remarks = [{"message": "Vem?", "line": 3, "answer": "seen"}]
        source.save()
        assert "Att kontrollera" not in read(as_secretary, meeting.get_absolute_url())

    def test_secretaries_are_led_to_the_review(self, meeting, as_secretary, as_director):
        expected = f"/granska/{meeting.pk}/"
        assert Page(as_secretary.get(meeting.get_absolute_url())).link("Granska och") == expected
        assert "Granska" not in Page(as_director.get(meeting.get_absolute_url())).text

    def test_what_to_check_is_for_secretaries(self, meeting, as_secretary, as_director):
        address = meeting.get_absolute_url()
        assert "Att kontrollera Syns bara för sekreterare. Vem? rad 3" in read(
            as_secretary, address
        )
        assert "Vem?" not in read(as_director, address)

    def test_items_and_decisions_have_anchors(self, meeting, as_stranger):
        page = Page(as_stranger.get(meeting.get_absolute_url()))
        decision = meeting.items.get().decisions.get()
        ids = {attributes.get("id") for _, attributes in page.tags}
        assert {"punkt-1", f"beslut-{decision.public_id}"} <= ids
        assert page.link("Beslutets egen sida") == decision.get_absolute_url()

    def test_the_ones_before_and_after_are_of_the_same_body_and_visible(
        self, meeting, as_stranger, as_secretary
    ):
        a_meeting(start_date=date(2022, 9, 1))
        a_draft(start_date=date(2022, 9, 20))
        a_meeting(start_date=date(2022, 10, 6), sequence=2)
        a_meeting(start_date=date(2022, 10, 7), body=a_body("Samarbetskommittén"))
        page = Page(as_stranger.get(meeting.get_absolute_url()))
        assert page.link("Föregående möte") == "/moten/ledningsgruppen/2022-09-01/"
        assert page.link("Nästa möte, ") == "/moten/ledningsgruppen/2022-10-06-2/"
        page = Page(as_secretary.get(meeting.get_absolute_url()))
        assert page.link("Föregående möte") == "/moten/ledningsgruppen/2022-09-20/"

    def test_a_meeting_of_which_little_is_known_says_what_is_missing(self, as_secretary):
        draft = a_draft(body=None, start_date=None, title="")
        assert read(as_secretary, draft.get_absolute_url()) == (
            "Möten · Ordinarie möte Utkast Granska och ändra Oklart organ, datum oklart"
            " Utan originalfil, ännu inte granskad"
            " Tid datum oklart Plats oklart Ordförande oklart Hämta Word"
            " Närvaro Källan säger inte vilka som deltog. Inga punkter är registrerade."
            " Utan originalfil, ännu inte granskad"
            f" · 127.0.0.1:8000/moten/oklart/utan-datum-{draft.pk}/"
        )

    @pytest.mark.parametrize(
        "address",
        [
            "ledningsgruppen/2022-10-07/",
            "ledningsgruppen/2022-13-40/",
            "x/2022-10-06/",
            "oklart/x/",
        ],
    )
    def test_an_unknown_address_is_not_found(self, address, meeting, as_stranger):
        assert as_stranger.get(f"/moten/{address}").status_code == 404

    def test_text_of_a_source_never_becomes_markup(self, as_stranger):
        meeting = a_meeting(title="<script>x</script>")
        an_attendance(meeting, printed_name="<b>Vera", note="<i>", person=a_person("<u>"))
        an_item(meeting, title="<b>", text="<img src=x>")
        page = Page(as_stranger.get(meeting.get_absolute_url()))
        scripts = [one for one in page.all("script") if "src" not in one]
        assert [scripts, *(page.all(tag) for tag in ("b", "i", "img", "u"))] == [[]] * 5


class TestPeople:
    def test_in_swedish_order_with_where_they_were_last(self, as_stranger):
        for name in ["Östen Ek", "Adam Ek", "Åke Ek", "Zara Ek", "Ängla Ek"]:
            an_attendance(person=a_person(name), organization=an_organization("Salem"))
        assert read(as_stranger, "/personer/").endswith(
            "5 personer A Z Å Ä Ö A Adam Ek Salem Z Zara Ek Salem Å Åke Ek Salem"
            " Ä Ängla Ek Salem Ö Östen Ek Salem"
        )

    def test_found_by_a_part_of_the_name(self, as_stranger):
        for name in ["Åke Ek", "Vera Lind"]:
            an_attendance(person=a_person(name))
        assert read(as_stranger, "/personer/?namn=ake").endswith("1 person, ”ake” Å Å Åke Ek")

    def test_a_name_that_nobody_has_leads_on(self, as_stranger):
        for name in ["Åke Ek", "Vera Lind"]:
            an_attendance(person=a_person(name))
        page = Page(as_stranger.get("/personer/?namn=xy"))
        assert page.main.endswith(
            "0 personer, ”xy” Ingen med det namnet nämns i mötena."
            " Visa alla 2 personer Sök i hela arkivet i stället"
        )
        assert page.link("Visa alla 2 personer") == "?"
        assert page.link("Sök i hela arkivet i stället") == "/sok/?q=xy"

    def test_nobody_yet(self, as_stranger):
        a_person("Finns Bara Här")
        assert read(as_stranger, "/personer/").endswith("Inga personer är registrerade än.")


class TestPerson:
    def test_roles_assignments_meetings_and_signatures(self, as_stranger):
        person = a_person("Vera Lindqvist")
        for year, name in [(2019, "Tyresö"), (2022, "Salem")]:
            meeting = a_meeting(start_date=date(year, 5, 2))
            an_attendance(meeting, person=person, organization=an_organization(name))
        an_approval(meeting, person=person)
        decision = a_decision(an_item(meeting), text="Att skriva.", kind="assigned")
        an_assignment(decision, responsible_person=person, due_text="före jul")
        a_decision(decision.item, text="Att tacka Vera Lindqvist.")
        assert read(as_stranger, "/personer/vera-lindqvist/") == (
            "Personer Vera Lindqvist Nämns i 2 möten: 2 maj 2019 – 2 maj 2022"
            " Roller enligt protokollen Från det första till det sista mötet där rollen nämns."
            " Vad som gällde däremellan säger inte arkivet."
            " 2 maj 2022 Salem Ledningsgruppen: närvarande vid 1 möte"
            " 2 maj 2022 Justerare Ledningsgruppen: vid 1 möte"
            " 2 maj 2019 Tyresö Ledningsgruppen: närvarande vid 1 möte"
            " Uppdrag enligt beslut"
            " 2 maj 2022 Ledningsgruppen Att skriva. Pågår, tid enligt källan: ”före jul”"
            " Andra beslut där namnet står"
            " 2 maj 2022 Ledningsgruppen Att tacka Vera Lindqvist. Lägesrapport"
            " Möten 2 maj 2022 Ledningsgruppen Närvarande för Salem; justerare"
            " 2 maj 2019 Ledningsgruppen Närvarande för Tyresö"
        )

    def test_little_is_known_of_somebody_who_only_signed(self, as_stranger):
        an_approval(a_meeting(start_date=date(2022, 5, 2)), person=a_person("Vera Lindqvist"))
        assert read(as_stranger, "/personer/vera-lindqvist/").endswith(
            " 2 maj 2022 Justerare Ledningsgruppen: vid 1 möte"
            " Uppdrag enligt beslut Inget beslut ger personen ett uppdrag."
            " Möten 2 maj 2022 Ledningsgruppen Justerare"
        )

    def test_a_long_list_says_so_and_leads_to_all_of_it(self, as_stranger, monkeypatch):
        monkeypatch.setattr(paging, "LATEST", 1)
        person = a_person("Vera Lindqvist")
        for year in (2019, 2022):
            an_attendance(a_meeting(start_date=date(year, 5, 2)), person=person)
        page = Page(as_stranger.get("/personer/vera-lindqvist/"))
        assert page.main.endswith("2 maj 2022 Ledningsgruppen Närvarande Här visas 1. Visa alla")
        whole = read(as_stranger, "/personer/vera-lindqvist/" + page.link("Visa alla"))
        assert whole.endswith("2 maj 2019 Ledningsgruppen Närvarande")

    def test_nothing_that_only_a_draft_says(self, as_director, as_secretary):
        person = a_person("Vera Lindqvist")
        an_attendance(a_meeting(state=State.INTERNAL), person=person, is_secretary=True)
        an_attendance(a_draft(), person=person, is_chair=True)
        assert "Ordförande" not in read(as_director, "/personer/vera-lindqvist/")
        assert "Ordförande" in read(as_secretary, "/personer/vera-lindqvist/")


def test_an_address_that_was_shown_leads_on_when_the_day_is_corrected(as_stranger):
    meeting = a_meeting(start_date=date(2022, 10, 6))
    meeting.start_date = date(2022, 10, 7)
    meeting.save()
    answer = as_stranger.get("/moten/ledningsgruppen/2022-10-06/")
    assert (answer.status_code, answer.url) == (302, "/moten/ledningsgruppen/2022-10-07/")
    a_meeting(start_date=date(2022, 10, 6))
    assert as_stranger.get("/moten/ledningsgruppen/2022-10-06/").status_code == 200


def test_an_address_that_only_a_draft_had_leads_nowhere_but_for_secretaries(
    as_stranger, as_secretary
):
    meeting = a_meeting(start_date=date(2022, 10, 6), state=State.DRAFT)
    meeting.start_date = date(2022, 10, 7)
    meeting.save()
    publish(meeting, State.PUBLIC)
    old = "/moten/ledningsgruppen/2022-10-06/"
    assert (as_stranger.get(old).status_code, as_secretary.get(old).status_code) == (404, 302)
