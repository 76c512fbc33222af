from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from minutes.gaps.models import SettledGap
from tests.factories import a_body, a_draft, a_meeting, a_source
from tests.minutes.gaps.making import DAY, SAID, TODAY, a_mention, a_settled_gap
from tests.pages import Page

pytestmark = pytest.mark.django_db
COVERAGE = "/moten/tackning/"
SETTLE = f"{COVERAGE}ledningsgruppen/{DAY}/"
TAKE_BACK = f"{SETTLE}angra/"
BACK = f"{COVERAGE}#ledningsgruppen-{DAY}"
KNOWN = {"verdict": "never_held", "note": "Ingen kom.", "seen": ""}
BASIS = (
    "Ett möte är känt när anteckningarna från ett annat möte nämner det med dag. Det som inget"
    " protokoll här nämner syns inte, så ett år utan luckor kan ändå sakna möten."
)
COLUMNS = "Möten per organ och år År Finns Saknas Kommande Utredda"
OF_COLUMNS = "Utredda är de som aldrig hölls, och de vars anteckningar inte finns längre."


@pytest.fixture(autouse=True)
def _in_march():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def meeting():
    return a_meeting(start_date=SAID)


@pytest.fixture
def mention(meeting):
    return a_mention(meeting, text="Nästa gång ses vi den 17 juni.", first_line=4, last_line=5)


def read(client: Client) -> str:
    return Page(client.get(COVERAGE)).main


def stored() -> list[tuple]:
    return list(SettledGap.objects.values_list("verdict", "note", "by__username"))


def page_of(answer) -> tuple[int, str]:
    return answer.status_code, Page(answer).main


class TestCoverage:
    def test_tells_what_there_is_and_what_is_missing(self, mention, meeting, as_stranger):
        source = a_source(meeting)
        page = Page(as_stranger.get(COVERAGE))
        assert page.main == (
            "Möten Vad arkivet har och vad som saknas 1 känt möte saknas."
            f" Underlaget är det möte i arkivet som du kan läsa. {BASIS}"
            f" {COLUMNS} Ledningsgruppen 2022 1 1 0 0 {OF_COLUMNS}"
            " Ledningsgruppen: 1 möte saknas"
            " 17 jun 2022 Saknas: Ledningsgruppen Nästa gång ses vi den 17 juni."
            " planerades enligt Ledningsgruppen 6 maj 2022 · rad 4"
        )
        assert page.link("Ledningsgruppen 6 maj") == meeting.get_absolute_url()
        assert page.link("rad 4") == f"/original/{source.sha256}/rader/4-5/#rad-4"
        assert {"class": "said", "lang": "sv"} in page.all("p")

    def test_coming_meetings_stand_by_day_whichever_body_meets(self, meeting, as_stranger):
        for day, name in {9: "Ledningsgruppen", 16: "Samarbetskommittén", 23: ""}.items():
            body = a_body(name or "Ledningsgruppen")
            a_mention(meeting, body=body, date=date(2023, 3, day), text="Möte.")
        coming = read(as_stranger).partition(" Kommande möten ")[2]
        days = ["9 mar 2023 Kommer: L", "16 mar 2023 Kommer: S", "23 mar 2023 Kommer: L"]
        assert sorted(days, key=coming.index) == days

    def test_numbers_lead_to_what_they_count(self, mention, as_stranger):
        page = Page(as_stranger.get(COVERAGE))
        assert "/moten/?organ=ledningsgruppen&ar=2022" in page.links
        assert f"#ledningsgruppen-{DAY}" in page.links

    @pytest.mark.parametrize(
        ("kind", "words"),
        [("held", "hölls enligt"), ("planned", "planerades enligt")],
    )
    def test_says_how_it_is_known(self, kind, words, meeting, as_stranger):
        a_mention(meeting, kind=kind, text="Så.")
        assert read(as_stranger).endswith(f" Så. {words} Ledningsgruppen 6 maj 2022")

    def test_a_next_meeting_without_a_sentence_says_where_it_is_named(self, as_stranger):
        a_meeting(start_date=SAID, next_meeting_date=DAY)
        assert read(as_stranger).endswith(
            "Saknas: Ledningsgruppen anges som nästa möte i Ledningsgruppen 6 maj 2022"
        )

    @pytest.mark.parametrize(
        ("kind", "words"), [("moved", "Flyttades:"), ("cancelled", "Ställdes in:")]
    )
    def test_what_was_moved_or_cancelled_is_told_apart(self, kind, words, mention, as_stranger):
        a_mention(a_meeting(start_date=SAID + timedelta(7)), kind=kind, text="Inte då.")
        told = read(as_stranger)
        assert " Inget känt möte saknas. " in told
        assert f" Flyttade eller inställda 17 jun 2022 {words} Ledningsgruppen Nästa" in told
        assert f" Inte då. {words[:-1].lower()} enligt Ledningsgruppen 13 maj 2022" in told

    def test_what_is_ahead_is_told_the_soonest_first(self, meeting, as_stranger):
        for days in (40, 5):
            a_mention(meeting, date=TODAY + timedelta(days), text="Sedan.")
        told = read(as_stranger)
        assert " 2023 0 0 2 0 " in told
        assert told.index("6 mar 2023 Kommer:") < told.index("10 apr 2023 Kommer:")

    def test_what_is_settled_is_told_apart_with_its_note(self, mention, secretary, as_stranger):
        a_settled_gap(secretary, note="Ingen kom.")
        told = read(as_stranger)
        assert " Ledningsgruppen 2022 1 0 0 1 " in told
        assert " Utredda 17 jun 2022 Hölls aldrig: Ledningsgruppen Nästa" in told
        assert told.endswith(" Ingen kom. hölls aldrig, antecknat 1 mars 2023")

    def test_what_is_known_to_be_missing_stays_missing(self, mention, secretary, as_director):
        a_settled_gap(secretary, verdict="missing")
        told = read(as_director)
        assert " 1 känt möte saknas. " in told
        assert told.endswith(" saknas i arkivet, antecknat av sekreteraren 1 mars 2023")

    def test_drafts_that_belong_nowhere_are_counted_for_secretaries(
        self, meeting, as_secretary, as_staff
    ):
        a_draft(body=None)
        words = "1 möte utan organ eller datum är inte med i tabellen."
        assert (words in read(as_secretary), words in read(as_staff)) == (True, False)

    def test_an_empty_archive_says_so(self, as_stranger):
        assert read(as_stranger).endswith(" Inga möten är publicerade än.")

    @pytest.mark.parametrize("who", ["as_stranger", "as_director", "as_staff"])
    def test_only_a_secretary_is_asked(self, who, mention, as_secretary, request):
        page = Page(request.getfixturevalue(who).get(COVERAGE))
        assert [form for form in page.all("form") if form.get("action") == SETTLE] == []
        page = Page(as_secretary.get(COVERAGE))
        assert len([form for form in page.all("form") if form.get("action") == SETTLE]) == 1
        assert page.link("Ladda upp protokollet") == "/ladda-upp/"


class TestSettling:
    def test_keeps_what_is_known_and_says_so(self, mention, as_secretary):
        answer = as_secretary.post(SETTLE, KNOWN)
        assert (answer.status_code, answer["Location"]) == (302, BACK)
        assert stored() == [("never_held", "Ingen kom.", "sekreteraren")]
        assert "Antecknat: Ledningsgruppen 17 juni 2022, hölls aldrig." in read(as_secretary)

    def test_the_later_of_two_is_shown_both_and_may_send_it_again(
        self, mention, staff, as_secretary
    ):
        earlier = a_settled_gap(staff, verdict="gone", note="Brann upp.")
        answer = as_secretary.post(SETTLE, KNOWN)
        status, told = page_of(answer)
        assert (status, stored()) == (409, [("gone", "Brann upp.", "handlaggaren")])
        assert "Det som är sparat Brann upp. finns inte längre, antecknat av handlagg" in told
        assert "Det du skrev hölls aldrig Vad du vet Ingen kom." in told
        fields = {one["name"]: one.get("value") for one in Page(answer).all("input")}
        assert fields["seen"] == earlier.token
        as_secretary.post(SETTLE, {name: fields[name] for name in KNOWN})
        assert stored() == [("never_held", "Ingen kom.", "sekreteraren")]

    def test_what_was_taken_back_meanwhile_is_said_to_be(self, mention, staff, as_secretary):
        seen = a_settled_gap(staff).token
        SettledGap.objects.all().delete()
        status, told = page_of(as_secretary.post(SETTLE, {**KNOWN, "seen": seen}))
        assert status == 409
        assert "Det som är sparat Uppgiften är borttagen. Det du skrev hölls aldrig" in told

    @pytest.mark.parametrize("verdict", ["", "bortglömt"])
    def test_an_answer_that_is_none_is_asked_for_again(self, verdict, mention, as_secretary):
        answer = as_secretary.post(SETTLE, {**KNOWN, "verdict": verdict})
        status, told = page_of(answer)
        assert (status, stored()) == (422, [])
        assert "Uppgiften är inte sparad än: Vad som gäller: Välj ett av svaren" in told
        assert " Ingen kom. " in told
        ids = {one.get("id") for one in Page(answer).all("select")}
        assert Page(answer).link("Vad som gäller")[1:] in ids

    def test_a_note_that_is_too_long_stays_on_the_page(self, mention, as_secretary):
        status, told = page_of(as_secretary.post(SETTLE, {**KNOWN, "note": "x" * 2001}))
        assert (status, stored()) == (422, [])
        assert "Vad du vet: Texten är för lång: högst 2000 tecken." in told
        assert "x" * 2001 in told

    def test_of_a_meeting_that_has_come_meanwhile_the_text_stays(self, mention, as_secretary):
        a_draft(start_date=DAY)
        status, told = page_of(as_secretary.post(SETTLE, KNOWN))
        assert (status, stored()) == (409, [])
        assert "Mötet saknas inte längre Det har kommit till arkivet" in told
        assert "Vad du vet Ingen kom." in told

    @pytest.mark.parametrize(
        "address",
        [
            f"{COVERAGE}finns-inte/{DAY}/",
            f"{COVERAGE}ledningsgruppen/2022-02-30/",
            f"{COVERAGE}ledningsgruppen/i-juni/",
        ],
    )
    def test_what_can_be_no_meeting_is_unknown(self, address, as_secretary):
        assert as_secretary.post(address, KNOWN).status_code == 404
        assert as_secretary.post(f"{address}angra/").status_code == 404

    def test_what_was_written_when_the_session_had_expired_stays(self, mention, as_stranger):
        answer = as_stranger.post(SETTLE, KNOWN)
        assert answer.status_code == 401
        assert "Ingen kom." in answer.content.decode()


class TestTakingBack:
    def test_removes_the_answer_and_repeats_it(self, mention, secretary, as_secretary):
        seen = a_settled_gap(secretary, note="Ingen kom.").token
        answer = as_secretary.post(TAKE_BACK, {"seen": seen})
        assert (answer.status_code, answer["Location"], stored()) == (302, BACK, [])
        told = read(as_secretary)
        assert "Borttaget: Ledningsgruppen 17 juni 2022, hölls aldrig. Ingen kom." in told

    def test_what_has_been_changed_since_is_shown_instead(self, mention, staff, as_secretary):
        a_settled_gap(staff, note="Nytt.")
        status, told = page_of(as_secretary.post(TAKE_BACK, {"seen": "1-7"}))
        assert status == 409
        assert told.endswith("antecknat av handlaggaren 1 mars 2023 Behåll det sparade")
        assert stored() == [("never_held", "Nytt.", "handlaggaren")]

    def test_twice_is_as_good_as_once(self, mention, as_secretary):
        assert as_secretary.post(TAKE_BACK, {"seen": "1-1"}).status_code == 302

    def test_secretaries_alone_are_told_what_was_said_before(
        self, mention, as_secretary, as_director, as_stranger
    ):
        as_secretary.post(SETTLE, KNOWN)
        seen = SettledGap.objects.get().token
        as_secretary.post(TAKE_BACK, {"seen": seen})
        told = read(as_secretary)
        assert told.endswith(
            "Vad som har sagts förut Ledningsgruppen 17 juni 2022"
            " Borttaget av sekreteraren 1 mars 2023"
            " Ingen kom. hölls aldrig, antecknat av sekreteraren 1 mars 2023"
        )
        assert ["Ingen kom." in read(client) for client in (as_director, as_stranger)] == [
            False,
            False,
        ]

    @pytest.mark.parametrize("rows", [1, 3])
    def test_what_was_said_before_takes_one_question(
        self, rows, meeting, as_secretary, secretary, django_assert_num_queries
    ):
        for number in range(rows):
            day = DAY + timedelta(number)
            a_mention(meeting, date=day, text="Så.")
            a_settled_gap(secretary, date=day)
        with django_assert_num_queries(7):
            as_secretary.get(COVERAGE)


def test_a_body_that_is_called_like_the_page_has_its_meetings(as_stranger):
    body = a_body("Täckning")
    assert body.slug == "tackning"
    meeting = a_meeting(body=body, start_date=SAID)
    assert as_stranger.get(meeting.get_absolute_url()).status_code == 200


class TestAmongMeetings:
    """The list of meetings, /moten/."""

    def test_a_gap_stands_in_its_year_and_says_who_speaks_of_it(self, mention, as_stranger):
        a_meeting(start_date=DAY + timedelta(30))
        page = Page(as_stranger.get("/moten/"))
        told = page.main.partition(" 2 möten ")[2]
        assert told.startswith(
            "1 känt möte saknas. Vad arkivet har och vad som saknas"
            " 2022 17 jul 2022 Ledningsgruppen 0 punkter · 0 beslut"
            " 17 jun 2022 Saknas: Ledningsgruppen nämns i Ledningsgruppen 6 maj 2022"
            " 6 maj 2022 Ledningsgruppen 0 punkter · 0 beslut"
        )
        assert page.link("Saknas") == BACK
        assert page.link("Vad arkivet har") == COVERAGE

    @pytest.mark.parametrize(
        ("question", "is_told"),
        [
            ("", True),
            ("?organ=ledningsgruppen", True),
            ("?organ=samarbetskommitten", False),
            ("?ar=2022&organ=ledningsgruppen", True),
            ("?ar=2021", False),
            ("?q=minnesanteckningar", False),
            ("?lage=public", False),
        ],
    )
    def test_only_bodies_and_years_narrow_them(self, question, is_told, mention, as_secretary):
        a_meeting(start_date=SAID - timedelta(400), body=a_body("Samarbetskommittén"))
        told = Page(as_secretary.get(f"/moten/{question}")).main
        assert ("Saknas:" in told, "1 känt möte saknas." in told) == (is_told, is_told)

    @pytest.mark.parametrize("kind", ["moved", "cancelled"])
    def test_what_was_not_held_is_only_led_to(self, kind, mention, meeting, as_stranger):
        a_mention(meeting, kind=kind, first_line=9, last_line=9)
        told = Page(as_stranger.get("/moten/")).main
        assert "Saknas:" not in told
        assert " Inget känt möte saknas. Vad arkivet har och vad som saknas " in told

    def test_where_nothing_is_spoken_of_nothing_is_said(self, meeting, as_stranger):
        assert "saknas" not in Page(as_stranger.get("/moten/")).main

    def test_each_gap_stands_on_the_page_of_its_neighbours(self, meeting, as_stranger):
        first = SAID - timedelta(101)
        for days in range(51):
            a_meeting(body=meeting.body, start_date=first + timedelta(2 * days))
        for days in (3, 5, 99):
            a_mention(meeting, date=first + timedelta(days))
        told = [Page(as_stranger.get(f"/moten/?sida={page}")).main for page in (1, 2)]
        assert [one.count("Saknas:") for one in told] == [2, 1]
        assert ["3 kända möten saknas." in one for one in told] == [True, True]
