from datetime import timedelta

import pytest
import time_machine

from minutes.gaps.finding import gaps_visible_to
from minutes.gaps.models import SettledGap
from minutes.states import State
from tests.factories import a_body, a_draft, a_meeting, a_source
from tests.minutes.gaps.making import DAY, SAID, TODAY, a_mention, a_settled_gap

pytestmark = pytest.mark.django_db
CAST = ["stranger", "director", "staff", "secretary"]


@pytest.fixture(autouse=True)
def _in_march():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture(params=CAST)
def somebody(request):
    return request.getfixturevalue(request.param)


def told(user) -> list[tuple]:
    return [(gap.body.slug, gap.day, gap.fate) for gap in gaps_visible_to(user)]


def test_a_meeting_that_minutes_speak_of_is_a_gap(somebody):
    a_mention()
    assert told(somebody) == [("ledningsgruppen", DAY, "missing")]


def test_a_gap_tells_who_says_so_and_where(stranger):
    meeting = a_meeting(start_date=SAID)
    source = a_source(meeting)
    a_source(meeting, is_current=False, revision=7)
    a_mention(meeting, text="Vi ses i juni.", first_line=4, last_line=5)
    [gap] = gaps_visible_to(stranger)
    [mention] = gap.mentions
    assert (mention.meeting, mention.text, mention.sha256) == (
        meeting,
        "Vi ses i juni.",
        source.sha256,
    )
    assert (mention.first_line, mention.last_line) == (4, 5)


def test_a_meeting_in_the_archive_is_none(somebody):
    a_mention()
    a_meeting(start_date=DAY)
    assert told(somebody) == []


def test_the_other_bodys_meeting_on_that_day_is_another(stranger):
    a_mention()
    a_meeting(start_date=DAY, body=a_body("Samarbetskommittén"))
    assert told(stranger) == [("ledningsgruppen", DAY, "missing")]


@pytest.mark.parametrize(
    ("first", "last", "expected"), [(-1, 0, 0), (-2, 1, 0), (0, 3, 0), (-3, -1, 1), (1, 2, 1)]
)
def test_a_meeting_of_several_days_covers_each(first, last, expected, stranger):
    a_mention()
    a_meeting(start_date=DAY + timedelta(first), end_date=DAY + timedelta(last))
    assert len(gaps_visible_to(stranger)) == expected


def test_a_meeting_that_would_last_for_months_covers_none_of_their_days(stranger):
    """Its end is a slip of the pen: the day that is asked for is not covered by it."""
    a_mention()
    a_meeting(start_date=DAY - timedelta(40), end_date=DAY + timedelta(330))
    assert len(gaps_visible_to(stranger)) == 1


@pytest.mark.parametrize(
    ("state", "sees_a_gap"),
    [
        (State.PUBLIC, set()),
        (State.INTERNAL, {"stranger"}),
        (State.DRAFT, {"stranger", "director", "staff"}),
        (State.TRASHED, {*CAST}),
    ],
)
def test_a_hidden_meeting_is_missing_as_if_there_were_none(state, sees_a_gap, request):
    a_mention()
    a_meeting(start_date=DAY, state=state)
    users = {name: request.getfixturevalue(name) for name in CAST}
    assert {name for name, user in users.items() if told(user)} == sees_a_gap


@pytest.mark.parametrize("state", [State.DRAFT, State.TRASHED])
def test_what_hidden_minutes_say_of_others_is_not_told(state, stranger, director):
    a_mention(a_meeting(start_date=SAID, state=state))
    a_meeting(start_date=SAID, sequence=2, state=state, next_meeting_date=DAY)
    assert told(stranger) == told(director) == []


def test_what_hidden_minutes_say_does_not_end_a_gap(stranger, secretary):
    a_mention()
    a_mention(a_draft(start_date=SAID + timedelta(7)), kind="cancelled")
    assert told(stranger) == [("ledningsgruppen", DAY, "missing")]
    assert told(secretary) == [("ledningsgruppen", DAY, "cancelled")]


def test_a_closed_archive_tells_a_stranger_nothing(stranger, director, settings):
    settings.ARCHIVE_PUBLIC = False
    a_mention()
    assert (told(stranger), len(told(director))) == ([], 1)


def test_the_next_meeting_of_a_heading_counts_like_a_sentence(stranger):
    meeting = a_meeting(
        start_date=SAID, next_meeting_date=DAY, source_lines={"next_meeting_date": [90, 91]}
    )
    source = a_source(meeting)
    [gap] = gaps_visible_to(stranger)
    [mention] = gap.mentions
    assert (gap.fate, mention.kind, mention.text) == ("missing", "planned", "")
    assert (mention.sha256, mention.first_line, mention.last_line) == (source.sha256, 90, 91)


def test_a_next_meeting_that_a_sentence_names_too_is_told_once(stranger):
    meeting = a_meeting(start_date=SAID, next_meeting_date=DAY)
    a_mention(meeting, text="Vi ses i juni.")
    [gap] = gaps_visible_to(stranger)
    assert [one.text for one in gap.mentions] == ["Vi ses i juni."]


def test_a_next_meeting_that_the_archive_has_is_no_gap(stranger):
    a_meeting(start_date=SAID, next_meeting_date=DAY)
    a_meeting(start_date=DAY - timedelta(1), end_date=DAY)
    assert told(stranger) == []


def test_a_next_meeting_of_nobody_knows_which_body_is_no_gap(secretary):
    a_draft(body=None, start_date=SAID, next_meeting_date=DAY)
    assert told(secretary) == []


def test_what_is_ahead_is_coming(stranger):
    a_mention(date=TODAY)
    assert told(stranger) == [("ledningsgruppen", TODAY, "coming")]


def test_what_somebody_has_found_out_is_told(stranger, secretary):
    a_mention()
    settled = a_settled_gap(secretary, note="Ingen kom.")
    [gap] = gaps_visible_to(stranger)
    assert (gap.fate, gap.settled) == ("never_held", settled)


def test_an_answer_about_what_only_hidden_minutes_say_is_not_told(stranger, secretary):
    a_mention(a_draft(start_date=SAID))
    a_settled_gap(secretary)
    assert (told(stranger), len(told(secretary))) == ([], 1)


def test_an_answer_is_kept_but_not_told_when_the_meeting_has_come(stranger, secretary):
    a_mention()
    a_settled_gap(secretary, verdict="missing")
    a_meeting(start_date=DAY)
    assert (told(stranger), SettledGap.objects.count()) == ([], 1)


@pytest.mark.parametrize("rows", [1, 3])
def test_three_questions_are_enough(rows, stranger, django_assert_num_queries):
    for number in range(rows):
        meeting = a_meeting(start_date=SAID + timedelta(number), next_meeting_date=DAY)
        a_source(meeting)
        a_mention(meeting, date=DAY + timedelta(number))
    with django_assert_num_queries(3):
        for gap in gaps_visible_to(stranger):
            assert [(str(one.meeting), one.body.name) for one in gap.mentions]
