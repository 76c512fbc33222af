"""The trash in a browser: who sees it, what comes back, and the second step before the end."""

from datetime import date

import pytest
from django.urls import reverse

from intake import originals
from intake.models import SourceFile, Tombstone
from intake.receiving import receive
from intake.trashing import trash_file
from minutes.models import Meeting
from minutes.publishing import publish
from minutes.states import State
from tests.intake.minutes_texts import minutes_text
from tests.pages import Page

pytestmark = pytest.mark.django_db
MINUTES = minutes_text(date(2022, 10, 6))
TOO_LATE = "Någon annan har redan återställt eller gallrat det."


@pytest.fixture
def meeting(secretary) -> Meeting:
    meeting = receive(MINUTES, "möte.txt", secretary).source_file.meeting
    publish(meeting, to=State.TRASHED, by=secretary)
    return meeting


@pytest.fixture
def file(secretary) -> SourceFile:
    return trash_file(receive(b"Vi ses.\n", "brev.txt", secretary).source_file.pk, secretary)


@pytest.fixture
def as_purger(as_secretary, secretary):
    secretary.may_purge = True
    secretary.save()
    return as_secretary


def of(meeting: Meeting) -> str:
    return reverse("trash_meeting", args=[meeting.pk])


def told(client) -> str:
    return Page(client.get("/papperskorg/")).main


def test_an_empty_trash_says_so(as_secretary):
    assert told(as_secretary).endswith("Papperskorgen är tom.")


def test_what_lies_there_is_listed_with_who_and_when(meeting, file, as_secretary):
    page = told(as_secretary)
    assert "Ledningsgruppen, 6 oktober 2022 Slängt av sekreteraren. möte.txt Återställ" in page
    assert "brev.txt Slängd av sekreteraren." in page
    assert "Gallra" not in page


def test_the_page_asks_as_often_for_many_things_as_for_one(
    secretary, as_secretary, django_assert_num_queries
):
    for count in (1, 3):
        for n in range(count):
            text = minutes_text(date(2020 + count, 3, 1 + n))
            meeting = receive(text, "möte.txt", secretary).source_file.meeting
            publish(meeting, to=State.TRASHED, by=secretary)
            loose = receive(b"Vi ses %d.\n" % (10 * count + n), "brev.txt").source_file
            trash_file(loose.pk, secretary)
        with django_assert_num_queries(6):  # session, user, meetings, their files and log, files
            as_secretary.get("/papperskorg/")


@pytest.mark.parametrize("kind", ["meeting", "file"])
def test_restoring_brings_it_back_once(kind, meeting, file, as_secretary):
    address = of(meeting) if kind == "meeting" else reverse("trash_file", args=[file.pk])
    answers = [as_secretary.post(address, {"do": "restore"}, follow=True) for _ in range(2)]
    first, second = (Page(one).main for one in answers)
    name = "Ledningsgruppen 2022-10-06 är återställt, som utkast."
    assert first.startswith(name if kind == "meeting" else "brev.txt är återställd.")
    assert second.startswith(TOO_LATE)
    meeting.refresh_from_db()
    file.refresh_from_db()
    assert (meeting.state, file.state) == (
        ("draft", "trashed") if kind == "meeting" else ("trashed", "rejected")
    )


def test_a_file_that_is_shown_is_not_thrown_away(as_secretary):
    source = receive(MINUTES, "möte.txt").source_file
    address = reverse("trash_file", args=[source.pk])
    page = Page(as_secretary.post(address, {"do": "trash"}, follow=True)).main
    assert page.startswith("Filen visas av ett möte. Släng mötet i stället.")


def test_purging_asks_for_a_reason_first(meeting, as_purger, django_capture_on_commit_callbacks):
    asked = as_purger.post(of(meeting), {"do": "purge"})
    assert asked.status_code == 200
    page = Page(asked).main
    assert "Gallra Ledningsgruppen 2022-10-06?" in page
    assert "möte.txt" in page
    missing = as_purger.post(of(meeting), {"do": "purge", "reason": " "})
    assert missing.status_code == 422
    assert "Skälet saknas: skriv varför det ska gallras." in Page(missing).main
    assert Meeting.objects.count() == 1
    with django_capture_on_commit_callbacks(execute=True):
        done = as_purger.post(of(meeting), {"do": "purge", "reason": "Fel fil."}, follow=True)
    assert Page(done).main.startswith("Det är gallrat.")
    assert (Meeting.objects.count(), list(originals.stored())) == (0, [])
    assert Tombstone.objects.get().reason == "Fel fil."


def test_a_file_is_purged_in_the_same_two_steps(
    file, as_purger, django_capture_on_commit_callbacks
):
    address = reverse("trash_file", args=[file.pk])
    assert "Gallra filen?" in Page(as_purger.post(address, {"do": "purge"})).main
    with django_capture_on_commit_callbacks(execute=True):
        as_purger.post(address, {"do": "purge", "reason": "Inget protokoll."})
    assert (SourceFile.objects.count(), Tombstone.objects.count()) == (0, 1)


def test_purging_what_somebody_else_took_back_is_told(meeting, as_purger):
    as_purger.post(of(meeting), {"do": "restore"}, follow=True)
    answer = as_purger.post(of(meeting), {"do": "purge", "reason": "Fel fil."}, follow=True)
    assert Page(answer).main.startswith(TOO_LATE)
    assert Meeting.objects.get().state == "draft"


def test_without_the_right_there_is_nothing_to_purge_with(meeting, file, as_secretary):
    for address in (of(meeting), reverse("trash_file", args=[file.pk])):
        for sent in ({"do": "purge"}, {"do": "purge", "reason": "Fel fil."}):
            assert as_secretary.post(address, sent).status_code == 404
    assert Tombstone.objects.count() == 0


def test_doing_nothing_known_is_an_unknown_address(meeting, as_purger):
    assert as_purger.post(of(meeting), {"do": "shake"}).status_code == 404
    assert as_purger.post(of(meeting)).status_code == 404
