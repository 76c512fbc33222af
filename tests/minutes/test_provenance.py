from datetime import UTC, datetime

import pytest

from minutes.models import Meeting
from minutes.provenance import in_words
from minutes.publishing import publish
from minutes.sources import current_source
from minutes.states import State
from tests.factories import a_draft, a_meeting, a_source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _late_in_the_evening(time_machine):
    time_machine.move_to(datetime(2026, 5, 11, 23, 30, tzinfo=UTC))


@pytest.fixture
def siv(secretary):
    secretary.first_name, secretary.last_name = "Siv", "Ahl"
    secretary.save()
    return secretary


def told(meeting: Meeting) -> str:
    found = Meeting.objects.with_release().get(pk=meeting.pk)
    return in_words(found, current_source(found))


def test_of_what_nobody_has_looked_at_it_says_so():
    assert told(a_source(a_meeting()).meeting) == (
        "Tolkad automatiskt, ännu inte granskad, version 1"
    )
    assert told(a_meeting()) == "Utan originalfil, ännu inte granskad"


def test_a_program_that_publishes_has_not_reviewed():
    meeting = a_source(a_draft()).meeting
    publish(meeting, State.PUBLIC)
    assert told(meeting) == (
        "Tolkad automatiskt, ännu inte granskad, publicerad 12 maj 2026, version 1"
    )


def test_whoever_shows_it_to_others_has_reviewed_it(siv):
    meeting = a_source(a_draft(), revision=3).meeting
    publish(meeting, State.INTERNAL, by=siv)
    assert told(meeting) == (
        "Tolkad automatiskt, granskad av Siv Ahl, delad internt 12 maj 2026, version 3"
    )


def test_the_review_was_of_the_file_that_was_shown_then(siv):
    first = a_source(a_draft())
    publish(first.meeting, State.PUBLIC, by=siv)
    first.is_current = False
    first.save()
    a_source(first.meeting, "en till", revision=2)
    assert told(first.meeting) == (
        "Tolkad automatiskt, en tidigare version granskad av Siv Ahl,"
        " publicerad 12 maj 2026, version 2"
    )


def test_what_is_taken_back_waits_to_be_reviewed_again(siv):
    meeting = a_source(a_draft()).meeting
    publish(meeting, State.PUBLIC, by=siv)
    publish(meeting, State.DRAFT, by=siv)
    assert told(meeting) == "Tolkad automatiskt, ännu inte granskad, version 1"
