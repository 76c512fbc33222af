"""Comparing another version with the archive, and deciding."""

import pytest
from django.urls import reverse

from intake.models import Proposal, SourceFile
from intake.receiving import receive
from minutes.models import Meeting
from tests.intake.test_versions import FIRST, SECOND, as_if_read_by_an_older_parser
from tests.pages import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def first(secretary):
    return receive(FIRST.encode(), "forsta.txt", secretary).source_file


@pytest.fixture
def second(first, secretary):
    return receive(SECOND.encode(), "andra.txt", secretary).source_file


def address(source):
    return reverse("compare", args=[source.meeting_id, source.pk])


def decide(client, source, do, **fields):
    version = Meeting.objects.get(pk=source.meeting_id).version
    return client.post(address(source), {"version": version, "do": do, **fields})


def test_the_differences_are_shown_field_by_field(as_secretary, second):
    told = Page(as_secretary.get(address(second))).text
    assert "Är det en ny version?" in told
    assert "Mötet Plats Salems kommunhus Nykvarns kommunhus" in told
    assert "Punkt 2. Cykelvägar Finns inte där" in told


def test_only_what_is_ticked_is_taken_over(as_secretary, first, second):
    answer = decide(as_secretary, second, "accept", take=["meeting-location"])
    meeting = Meeting.objects.get()
    assert answer.url == reverse("review", args=[meeting.pk])
    assert meeting.location == "Nykvarns kommunhus"
    assert [item.title for item in meeting.items.in_order()] == ["Tågtrafik", "Cykelvägar"]


def test_the_older_original_stays_within_reach_of_readers(
    as_secretary, as_stranger, first, second
):
    decide(as_secretary, second, "accept")
    meeting = Meeting.objects.get()
    as_secretary.post(
        reverse("change_state", args=[meeting.pk]),
        {"version": meeting.version, "to": "public", "confirmed": "on"},
    )
    for source, data in ((first, FIRST), (second, SECOND)):
        answer = as_stranger.get(reverse("original", args=[source.sha256]))
        assert b"".join(answer.streaming_content) == data.encode()


def test_a_version_that_was_declined_is_nothing_for_readers(
    as_secretary, as_stranger, first, second
):
    decide(as_secretary, second, "decline")
    Meeting.objects.update(state="public")
    answer = as_stranger.get(reverse("original", args=[second.sha256]))
    assert answer.status_code == 404


def test_the_file_can_be_another_meeting(as_secretary, second):
    answer = decide(as_secretary, second, "separate")
    second.refresh_from_db()
    assert answer.url == reverse("review", args=[second.meeting_id])
    assert Meeting.objects.count() == 2


def test_an_older_page_is_told_that_somebody_was_faster(as_secretary, second):
    stale = {"version": 1, "do": "decline"}
    decide(as_secretary, second, "accept", take=["meeting-location"])
    assert as_secretary.post(address(second), stale).status_code == 409


@pytest.mark.parametrize("do", ["", "something"])
def test_an_answer_that_is_not_offered_is_not_found(as_secretary, second, do):
    assert decide(as_secretary, second, do).status_code == 404


def test_there_is_nothing_to_compare_with_the_file_that_is_shown(as_secretary, first):
    assert as_secretary.get(address(first)).status_code == 404


def read_again(client, source):
    version = Meeting.objects.get(pk=source.meeting_id).version
    return client.post(reverse("reread", args=[source.meeting_id]), {"version": version})


def test_reading_again_leads_to_the_proposal(as_secretary, first):
    as_if_read_by_an_older_parser(first)
    answer = read_again(as_secretary, first)
    assert answer.url == address(first)
    assert "Ny läsning av samma fil" in Page(as_secretary.get(answer.url)).text
    decide(as_secretary, first, "decline")
    assert Proposal.objects.get().outcome == "declined"


def test_reading_again_without_news_says_so(as_secretary, first):
    answer = as_secretary.get(read_again(as_secretary, first).url)
    assert "Filen säger detsamma som förut." in Page(answer).text


def test_a_lost_original_is_told(as_secretary, first, settings, tmp_path):
    settings.ORIGINALS_DIR = tmp_path / "elsewhere"
    answer = as_secretary.get(read_again(as_secretary, first).url)
    assert "Originalet saknas eller är skadat." in Page(answer).text
    assert SourceFile.objects.get().parsed


def test_the_same_questions_are_asked_of_the_database_however_long_it_is(
    as_secretary, secretary, django_assert_num_queries
):
    long = "".join(f"\n{number}. Punkt {number}\n\nText {number}.\n" for number in range(3, 30))
    for year, more in ((2022, ""), (2021, long)):
        first, second = (text.replace("2022", str(year)) for text in (FIRST, SECOND + more))
        receive(first.encode(), "a.txt", secretary)
        source = receive(second.encode(), "b.txt", secretary).source_file
        with django_assert_num_queries(13):
            as_secretary.get(address(source))
