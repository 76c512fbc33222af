from datetime import date, time

import pytest

from tests.factories import (
    a_body,
    a_decision,
    a_draft,
    a_meeting,
    a_source,
    an_assignment,
    an_item,
    an_organization,
    is_about,
)
from tests.minutes.gaps.making import a_mention
from tests.pages import Page

pytestmark = pytest.mark.django_db
BEFORE = (
    "Vad kommunerna har beslutat tillsammans Här finns de samverkande kommunernas möten, beslut"
    " och närvaro, hämtade ur protokollen och med varje uppgift ett klick från sin rad i"
    " originalet. Sök i hela arkivet Sök "
)


def read(client) -> str:
    return Page(client.get("/")).main.removeprefix(BEFORE)


def test_an_empty_archive_says_what_to_do(as_stranger, as_secretary):
    assert read(as_stranger) == (
        "Arkivet är tomt än så länge. Möten visas här så snart kansliet har publicerat dem."
    )
    assert read(as_secretary) == (
        "Arkivet är tomt än så länge Så här fyller du det:"
        " Ladda upp protokoll eller minnesanteckningar: PDF, Word, inskannade sidor eller ren"
        " text, en fil eller många."
        " Granska det som programmet är osäkert på. Frågorna står överst, med källan bredvid."
        " Publicera mötet, för alla eller bara för inloggade. Till dess är det ett utkast som"
        " bara sekreterare ser."
        " Finns det en hel mapp med filer kan den läsas in på servern:"
        " python manage.py import_minutes MAPP --publish"
    )
    page = Page(as_secretary.get("/"))
    assert {"/ladda-upp/", "/granska/"} <= set(page.links)


def test_an_archive_of_drafts_is_empty_to_others(as_director):
    a_decision(an_item(a_draft(next_meeting_date=date(2999, 1, 1))))
    assert read(as_director).startswith("Arkivet är tomt än så länge.")


def test_the_latest_and_the_coming(as_stranger, time_machine):
    time_machine.move_to("2022-10-10")
    for number in range(1, 8):
        meeting = a_meeting(start_date=date(2022, number, 1), location="Salem")
    a_decision(an_item(meeting, title="Trafik"), text="Att vänta.")
    committee = a_body("Samarbetskommittén")
    earlier = [{"start_date": date(2021, 9, day)} for day in range(1, 5)]
    a_meeting(next_meeting_date=date(2022, 10, 9), **earlier[0])
    a_meeting(next_meeting_date=date(2022, 11, 3), next_meeting_time=time(8, 30), **earlier[1])
    a_meeting(next_meeting_date=date(2022, 11, 3), **earlier[2])
    a_meeting(next_meeting_date=date(2022, 10, 10), body=committee, **earlier[3])
    words = read(as_stranger)
    latest, _, rest = words.partition(" Kommande möten ")
    coming, _, meetings = rest.partition(" Senaste mötena ")
    assert latest == (
        "Senaste besluten 1 jul 2022 Att vänta. Ledningsgruppen · Trafik · Gemensamt för organet"
        " Alla beslut Uppdrag Utestående Uppföljning Luckor"
    )
    assert coming.startswith("10 okt 2022 Samarbetskommittén enligt anteckningarna från ")
    assert coming.count("3 nov 2022 Ledningsgruppen") == 1
    assert "9 okt 2022" not in coming
    assert meetings.startswith(
        "1 jul 2022 Ledningsgruppen Salem · 1 punkt · 1 beslut"
        " 1 jun 2022 Ledningsgruppen Salem · 0 punkter · 0 beslut"
    )
    assert meetings.count("Salem") == 5


class TestMentioned:
    @pytest.fixture(autouse=True)
    def _in_october(self, time_machine):
        time_machine.move_to("2022-10-10")

    def coming(self, client) -> str:
        words = read(client).partition(" Kommande möten ")[2]
        return words.partition(" Senaste mötena ")[0]

    def test_a_planned_meeting_that_minutes_mention_is_coming_too(self, as_stranger):
        telling = a_meeting(start_date=date(2022, 9, 2), next_meeting_date=date(2022, 11, 4))
        where = {"date": date(2022, 12, 1), "first_line": 7, "last_line": 7}
        a_mention(telling, body=a_body("Samarbetskommittén"), **where)
        a_mention(telling, date=date(2022, 10, 9))
        told = "enligt anteckningarna från 2 september 2022"
        assert self.coming(as_stranger) == (
            f"4 nov 2022 Ledningsgruppen {told} 1 dec 2022 Samarbetskommittén {told}"
        )
        links = Page(as_stranger.get("/")).links
        assert "/moten/ledningsgruppen/2022-09-02/?kalla=1#rad-7" in links

    def test_not_one_that_was_called_off_later(self, as_stranger):
        day = date(2022, 12, 1)
        a_mention(a_meeting(start_date=date(2022, 9, 2)), date=day)
        a_mention(a_meeting(start_date=date(2022, 9, 30)), date=day, kind="cancelled")
        assert self.coming(as_stranger) == "Inget kommande möte nämns i anteckningarna."

    def test_not_one_that_the_archive_has(self, as_stranger, as_secretary):
        day = date(2022, 10, 11)
        a_mention(a_meeting(start_date=date(2022, 9, 2)), date=day)
        a_draft(start_date=date(2022, 10, 10), end_date=day)
        assert self.coming(as_stranger).startswith("11 okt 2022 Ledningsgruppen")
        assert self.coming(as_secretary) == "Inget kommande möte nämns i anteckningarna."

    def test_not_what_a_draft_says(self, as_stranger, as_secretary):
        a_meeting(start_date=date(2022, 9, 2))
        a_mention(a_draft(start_date=date(2022, 9, 30)), date=date(2022, 12, 1))
        assert self.coming(as_stranger) == "Inget kommande möte nämns i anteckningarna."
        assert self.coming(as_secretary) == (
            "1 dec 2022 Ledningsgruppen enligt anteckningarna från 30 september 2022 Utkast"
        )


def test_what_rests_on_each_municipality_is_told_to_everybody(as_stranger, as_secretary):
    decision = a_decision()
    for name, due in {"Salem": date(2021, 2, 1), "Haninge": None}.items():
        an_assignment(decision, responsible_organization=an_organization(name), due_date=due)
    told = (
        "Öppna uppdrag per kommun Haninge 1 uppdrag, Haninge"
        " Salem 1 uppdrag, Salem, 1 skulle ha varit klart Alla uppdrag"
        " Utestående Uppföljning Luckor"
    )
    for client in (as_stranger, as_secretary):
        assert told in read(client)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("who", "queries"), [("as_stranger", 5), ("as_secretary", 8)])
def test_asks_the_same_however_much_there_is(
    who, queries, rows, request, django_assert_num_queries
):
    client = request.getfixturevalue(who)
    for number in range(1, rows + 1):
        meeting = a_meeting(start_date=date(2021, number, 1))
        decision = a_decision(an_item(meeting), organizations=[an_organization("Haninge")])
        is_about("Trygghet", decision.item, decision)
        an_assignment(decision, responsible_organization=an_organization("Salem"))
        a_mention(meeting, date=date(2999, 1, number))
        a_draft(start_date=date(2021, number, 2))
        a_source(text=f"{number}", state="rejected", reason_code="empty", reason="Tom.")
    with django_assert_num_queries(queries):
        client.get("/")


def test_no_coming_meeting_is_said(as_stranger):
    a_meeting(next_meeting_date=date(2021, 2, 3))
    assert "Kommande möten Inget kommande möte nämns i anteckningarna." in read(as_stranger)


def test_decisions_by_topic_and_year(as_stranger):
    for day in (date(2020, 3, 1), date(2022, 3, 1), date(2022, 4, 1)):
        item = an_item(a_meeting(start_date=day))
        is_about("Trygghet", item, a_decision(item))
    page = Page(as_stranger.get("/"))
    assert page.main.partition("Alla möten ")[2] == (
        "Beslut per ämne och år Flest beslut 2020–2022 gäller Trygghet: 3."
        " Den högsta stapeln är 2 beslut på ett år. Trygghet 3 2020 2022"
        " Alla ämnen i siffror Antal beslut per ämne och år"
        " Ämne 2020 2021 2022 Trygghet 1 – 2"
        " Ett beslut räknas för vart och ett av sina ämnen."
        " Ett streck betyder att arkivet inte har något beslut från året."
    )
    assert [one["aria-label"] for one in page.all("svg")] == [
        "3 beslut, som mest 2 på ett år (2022)"
    ]


def test_a_number_leads_to_so_many_decisions(as_stranger):
    for day in (date(2020, 3, 1), date(2022, 3, 1), date(2022, 4, 1)):
        item = an_item(a_meeting(start_date=day))
        is_about("Trygghet", item, a_decision(item))
    address = Page(as_stranger.get("/")).link("2")
    assert address == "/beslut/?amne=trygghet&ar=2022"
    assert "2 beslut om trygghet, 2022" in Page(as_stranger.get(address)).main


def test_an_archive_of_one_year_has_no_chart(as_stranger):
    item = an_item()
    is_about("Trygghet", item, a_decision(item))
    assert "Beslut per ämne och år" not in read(as_stranger)


def test_what_waits_is_told_to_secretaries_alone(as_secretary, as_staff):
    a_meeting()
    a_draft()
    a_draft()
    a_source(text="x", state="rejected", reason_code="empty", reason="Filen är tom.")
    a_source(a_draft(start_date=date(2022, 5, 2)), state="needs_review")
    assert (
        "Väntar på dig 3 möten är utkast som bara sekreterare ser"
        " 2 filer kunde inte läsas eller behöver granskas:"
        " Ledningsgruppen 2 maj 2022, anteckningar.txt: behöver granskas"
        " anteckningar.txt: avvisad. Filen är tom."
        " Senaste besluten"
    ) in read(as_secretary)
    assert Page(as_secretary.get("/")).link("3 möten är utkast") == "/granska/"
    assert "Väntar" not in read(as_staff)


def test_with_nothing_to_do_the_desk_is_one_line(as_secretary):
    a_meeting()
    assert read(as_secretary).startswith("Inget väntar på att granskas. Senaste besluten")


def test_of_many_files_the_first_are_named(as_secretary):
    a_meeting()
    for number in range(6):
        a_source(text=f"{number}", state="rejected", reason_code="empty", reason="Filen är tom.")
    words = read(as_secretary)
    assert words.startswith("Väntar på dig 6 filer kunde inte läsas")
    assert words.count("Filen är tom.") == 5
    assert "Alla som väntar" in words


def test_the_search_box_asks_the_whole_archive(as_stranger):
    forms = Page(as_stranger.get("/")).all("form")
    assert [form["action"] for form in forms if form.get("role") == "search"] == ["/sok/"]


def test_the_error_pages_lead_on(as_stranger):
    page = Page(as_stranger.get("/finns-inte/"))
    assert page.link("Alla beslut") == "/beslut/"
