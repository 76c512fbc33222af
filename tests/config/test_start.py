from datetime import date, time

import pytest

from tests.factories import a_body, a_decision, a_draft, a_meeting, a_source, an_item
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
        "Väntar på dig Inga utkast. Inga filer väntar. Arkivet är tomt än så länge."
        " Ladda upp protokoll Eller läs in dem, en mapp i taget, på servern:"
        " python manage.py import_minutes MAPP --publish"
    )


def test_an_archive_of_drafts_is_empty_to_others(as_director):
    a_decision(an_item(a_draft(next_meeting_date=date(2999, 1, 1))))
    assert read(as_director).startswith("Arkivet är tomt än så länge.")


def test_the_latest_and_the_coming(as_stranger, time_machine):
    time_machine.move_to("2022-10-10")
    for number in range(1, 8):
        meeting = a_meeting(start_date=date(2022, number, 1), location="Salem")
    a_decision(an_item(meeting, title="Trafik"), text="Att vänta.")
    committee = a_body("Samarbetskommittén")
    a_meeting(next_meeting_date=date(2022, 10, 9))
    a_meeting(next_meeting_date=date(2022, 11, 3), next_meeting_time=time(8, 30))
    a_meeting(next_meeting_date=date(2022, 11, 3))
    a_meeting(next_meeting_date=date(2022, 10, 10), body=committee)
    words = read(as_stranger)
    assert words.startswith(
        "Senaste besluten 1 jul 2022 Att vänta. Ledningsgruppen · Trafik · Gemensamt för organet"
        " Alla beslut Senaste mötena 1 jul 2022 Ledningsgruppen Salem · 1 punkt · 1 beslut"
        " 1 jun 2022 Ledningsgruppen Salem · 0 punkter · 0 beslut"
    )
    assert words.count("Salem") == 5
    coming = words.partition("Kommande möten ")[2]
    assert coming.startswith("10 okt 2022 Samarbetskommittén enligt anteckningarna från ")
    assert coming.count("3 nov 2022 Ledningsgruppen") == 1


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
    ) in read(as_secretary)
    assert Page(as_secretary.get("/")).link("3 möten är utkast") == "/granska/"
    assert "Väntar" not in read(as_staff)


def test_the_search_box_asks_the_whole_archive(as_stranger):
    forms = Page(as_stranger.get("/")).all("form")
    assert [form["action"] for form in forms if form.get("role") == "search"] == ["/sok/"]


def test_the_error_pages_lead_on(as_stranger):
    page = Page(as_stranger.get("/finns-inte/"))
    assert page.link("Alla beslut") == "/beslut/"
