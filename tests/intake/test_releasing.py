"""Who may see a meeting, as a secretary decides who has seen one version of it."""

import pytest

from intake.editing.saving import Outdated
from intake.releasing import NotConfirmed, release, still_open
from minutes.models import Meeting
from minutes.publishing import NoSuchWay, NotPublishable
from minutes.states import State
from tests.factories import a_draft, a_meeting, a_source

pytestmark = pytest.mark.django_db

OPEN = {"code": "x", "message": "Stämmer det?", "line": 1, "open": True}
SETTLED = {**OPEN, "open": False}


def a_draft_with(*remarks):
    meeting = a_draft()
    a_source(meeting, remarks=list(remarks))
    return meeting


def test_a_draft_without_questions_is_published(secretary):
    meeting = a_draft_with(SETTLED)
    entry = release(meeting.pk, 1, secretary, "public", note="Justerat")
    assert (entry.to_state, entry.by, entry.note) == ("public", secretary, "Justerat")
    assert entry.open_questions == 0


@pytest.mark.parametrize("to", ["internal", "public"])
def test_an_open_question_must_be_confirmed(secretary, to):
    meeting = a_draft_with(OPEN, SETTLED, OPEN)
    with pytest.raises(NotConfirmed) as refused:
        release(meeting.pk, 1, secretary, to)
    assert (refused.value.open, still_open(meeting)) == (2, 2)
    assert Meeting.objects.get().state == "draft"
    assert release(meeting.pk, 1, secretary, to, confirmed=True).open_questions == 2


@pytest.mark.parametrize("lacking", ["body", "start_date"])
def test_no_confirmation_makes_up_for_a_missing_body_or_date(secretary, lacking):
    meeting = a_draft(**{lacking: None})
    a_source(meeting, remarks=[OPEN])
    with pytest.raises(NotPublishable):
        release(meeting.pk, 1, secretary, "public", confirmed=True)


@pytest.mark.parametrize("to", ["draft", "internal"])
def test_no_question_holds_up_taking_back(secretary, to):
    meeting = a_meeting(state=State.PUBLIC)
    a_source(meeting, remarks=[OPEN])
    assert release(meeting.pk, 1, secretary, to).to_state == to


def test_showing_it_to_everybody_is_not_asked_about_twice(secretary):
    meeting = a_meeting(state=State.INTERNAL)
    a_source(meeting, remarks=[OPEN])
    assert release(meeting.pk, 1, secretary, "public").open_questions == 1


def test_who_has_read_another_version_changes_nothing(secretary):
    meeting = a_draft(version=3)
    with pytest.raises(Outdated):
        release(meeting.pk, 2, secretary, "public")
    assert Meeting.objects.get().state == "draft"


def test_what_is_shown_is_taken_back_before_it_is_thrown_away(secretary):
    with pytest.raises(NoSuchWay):
        release(a_meeting().pk, 1, secretary, "trashed")
    assert release(a_draft().pk, 1, secretary, "trashed").to_state == "trashed"
