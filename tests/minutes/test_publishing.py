import pytest
from django.db import IntegrityError, transaction

from minutes.models import Meeting, Transition
from minutes.publishing import NoSuchWay, NotPublishable, obstacles, publish
from minutes.states import State
from tests.factories import a_draft, a_meeting, a_source

pytestmark = pytest.mark.django_db


POSSIBLE = {
    ("draft", "internal"),
    ("draft", "public"),
    ("draft", "trashed"),
    ("internal", "draft"),
    ("internal", "public"),
    ("public", "draft"),
    ("public", "internal"),
    ("trashed", "draft"),
}


@pytest.mark.parametrize("came_from", State)
@pytest.mark.parametrize("target", State)
def test_a_meeting_moves_only_along_the_ways_of_the_table(came_from, target):
    meeting = a_meeting(state=came_from)
    if came_from == target:
        assert publish(meeting, to=target) is None
    elif (came_from, target) in POSSIBLE:
        assert publish(meeting, to=target).to_state == target
    else:
        with pytest.raises(NoSuchWay):
            publish(meeting, to=target)
    moved = (came_from, target) in POSSIBLE
    assert Meeting.objects.get().state == (target if moved else came_from)
    assert Transition.objects.count() == moved


def test_a_transition_says_who_when_and_from_which_source(secretary):
    meeting = a_draft()
    source = a_source(meeting)
    entry = publish(meeting, to=State.PUBLIC, by=secretary, note="Justerat 3 maj")
    assert (entry.from_state, entry.to_state, entry.by) == ("draft", "public", secretary)
    assert (entry.source_sha256, entry.note) == (source.sha256, "Justerat 3 maj")
    assert list(meeting.transitions.all()) == [entry]


def test_the_history_says_who_moved_it(secretary):
    meeting = a_draft()
    publish(meeting, to=State.INTERNAL, by=secretary)
    latest = meeting.history.first()
    assert (latest.history_user, latest.state) == (secretary, "internal")
    assert latest.history_change_reason == "draft -> internal"


def test_questions_that_were_left_open_are_in_the_log(secretary):
    entry = publish(a_draft(), to=State.PUBLIC, by=secretary, open_questions=3)
    assert entry.open_questions == 3


def test_a_move_counts_as_a_new_version():
    meeting = a_draft()
    publish(meeting, to=State.INTERNAL)
    assert (meeting.version, Meeting.objects.get().version) == (2, 2)


def test_doing_it_twice_is_doing_it_once():
    meeting = a_draft()
    publish(meeting, to=State.PUBLIC)
    assert publish(meeting, to=State.PUBLIC) is None
    assert (Transition.objects.count(), meeting.version) == (1, 2)


@pytest.mark.parametrize("target", [State.INTERNAL, State.PUBLIC])
@pytest.mark.parametrize(
    ("lacking", "reason"),
    [
        ("body", "Det framgår inte vilket organ som möttes."),
        ("start_date", "Mötets datum saknas."),
    ],
)
def test_a_meeting_without_body_or_date_stays_a_draft(lacking, reason, target):
    meeting = a_draft(**{lacking: None})
    with pytest.raises(NotPublishable) as refused:
        publish(meeting, to=target)
    assert refused.value.reasons == obstacles(meeting) == [reason]
    assert Meeting.objects.get().state == State.DRAFT


def test_the_database_refuses_to_show_a_meeting_without_an_address():
    meeting = a_draft(start_date=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(state=State.PUBLIC)


def test_the_log_can_only_grow():
    entry = publish(a_draft(), to=State.PUBLIC)
    for act in (
        entry.save,
        entry.delete,
        Transition.objects.all().delete,
        lambda: Transition.objects.update(note="ändrad"),
    ):
        with pytest.raises(TypeError, match="append-only"):
            act()
    assert Transition.objects.get().note == ""
