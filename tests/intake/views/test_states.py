"""Who sees a meeting, changed on the review page; and its history."""

import pytest
from django.urls import reverse

from intake.editing.rows import change
from intake.editing.saving import saving
from minutes.models import Meeting, Transition
from minutes.states import State
from tests.factories import (
    a_decision,
    a_draft,
    a_meeting,
    a_source,
    an_assignment,
    an_attendance,
    an_item,
)
from tests.pages import Page

pytestmark = pytest.mark.django_db

OPEN = {"code": "x", "message": "Stämmer det?", "line": 1, "open": True}


def ask(client, meeting, to, **fields):
    address = reverse("change_state", args=[meeting.pk])
    return client.post(address, {"version": meeting.version, "to": to, **fields})


@pytest.mark.parametrize("to", [State.INTERNAL, State.PUBLIC])
def test_a_draft_is_shown_and_the_page_comes_back(as_secretary, to):
    meeting = a_draft()
    answer = ask(as_secretary, meeting, to)
    assert (answer.status_code, answer.url) == (302, reverse("review", args=[meeting.pk]))
    assert Meeting.objects.get().state == to


def test_what_is_published_is_found_and_gone_again_when_taken_back(as_secretary, as_stranger):
    meeting = a_draft(title="Anteckningar om bron")
    address = meeting.get_absolute_url()
    assert as_stranger.get(address).status_code == 404
    ask(as_secretary, meeting, "public")
    assert as_stranger.get(address).status_code == 200
    assert "Anteckningar om bron" in Page(as_stranger.get(address)).text
    meeting.refresh_from_db()
    ask(as_secretary, meeting, "draft")
    assert as_stranger.get(address).status_code == 404
    assert "Anteckningar om bron" not in Page(as_stranger.get("/moten/?q=bron")).text


def test_open_questions_stop_it_until_they_are_confirmed(as_secretary):
    meeting = a_draft()
    a_source(meeting, remarks=[OPEN])
    answer = ask(as_secretary, meeting, "public")
    assert answer.status_code == 422
    assert "1 fråga är öppen." in Page(answer).text
    assert ask(as_secretary, meeting, "public", confirmed="on").status_code == 302
    assert Transition.objects.get().open_questions == 1


def test_what_is_missing_is_told_in_a_sentence(as_secretary):
    answer = ask(as_secretary, a_draft(start_date=None), "public", confirmed="on")
    assert answer.status_code == 422
    assert "Mötets datum saknas." in Page(answer).text


def test_an_older_page_is_told_that_somebody_was_faster(as_secretary):
    meeting = a_draft(version=2)
    meeting.version = 1
    assert ask(as_secretary, meeting, "public").status_code == 409
    assert Meeting.objects.get().state == "draft"


@pytest.mark.parametrize("to", ["everybody", ""])
def test_an_unknown_state_is_refused(as_secretary, to):
    assert ask(as_secretary, a_draft(), to).status_code == 422


def test_throwing_away_leads_to_the_trash(as_secretary):
    meeting = a_draft()
    assert ask(as_secretary, meeting, "trashed").url == reverse("trash")
    assert as_secretary.get(reverse("review", args=[meeting.pk])).status_code == 404


def test_the_history_tells_edits_and_states(as_secretary, secretary):
    meeting = a_draft(location="Salem")
    with saving(meeting.pk, 1, secretary, "meeting") as locked:
        change(locked, {"location": "Nykvarn"})
    meeting.refresh_from_db()
    ask(as_secretary, meeting, "public", note="Justerat 3 maj")
    told = Page(as_secretary.get(reverse("history", args=[meeting.pk]))).text
    assert "Från Utkast till Publicerad" in told
    assert "Justerat 3 maj" in told
    assert "Mötet, plats: Salem Nykvarn" in told


def test_a_meeting_that_nobody_touched_says_so(as_secretary):
    told = Page(as_secretary.get(reverse("history", args=[a_draft().pk]))).text
    assert "Ingen har ändrat något" in told
    assert "Mötet har bara varit ett utkast." in told


@pytest.mark.parametrize("who", ["director", "staff"])
def test_others_change_nothing(who, request):
    meeting = a_meeting()
    answer = ask(request.getfixturevalue(f"as_{who}"), meeting, "draft")
    assert (answer.status_code, Meeting.objects.get().state) == (404, "public")


@pytest.mark.parametrize("edits", [1, 3])
def test_the_history_asks_the_same_for_one_edit_and_three(
    edits, as_secretary, secretary, django_assert_num_queries
):
    meeting = a_draft()
    row = an_attendance(meeting, printed_name="Vera")
    an_assignment(decision := a_decision(an_item(meeting)))
    for number in range(edits):
        with saving(meeting.pk, number + 1, secretary, "test"):
            change(row, {"items": [f"{number}-"]})
            change(decision, {"text": f"Text {number}"})
    with django_assert_num_queries(8):
        told = Page(as_secretary.get(reverse("history", args=[meeting.pk]))).main
    assert told.count("Närvaro: Vera, vid punkterna: ") == edits
    assert f"{edits - 1}-" in told
