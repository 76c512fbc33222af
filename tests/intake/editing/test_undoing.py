"""Taking back: whatever was done to a meeting, undoing it all gives the meeting as it was read."""

import random

import pytest
from django.core.exceptions import ObjectDoesNotExist

from decisions.models import Decision, Topic
from decisions.reindexing import drifted
from decisions.topic_merging import merge, plan
from intake.editing import decisions, items, people
from intake.editing.meeting import save_meeting
from intake.editing.rows import shift, take_out
from intake.editing.saving import Outdated, saving
from intake.editing.snapshot import snapshot
from intake.editing.undoing import NothingToUndo, undo, undoable
from minutes.models import AgendaItem, Meeting
from minutes.publishing import publish
from minutes.search.models import SearchEntry
from minutes.states import State
from tests import factories

pytestmark = pytest.mark.django_db


def a_full_meeting() -> Meeting:
    meeting = factories.a_draft(title="Rubriken", location="Rotundan")
    for name in ("Vera Lindqvist", "Olof Brant", "Siv Tall"):
        factories.an_attendance(meeting, person=factories.a_person(name))
    factories.an_approval(meeting)
    for number in range(1, 4):
        item = factories.an_item(
            meeting, title=f"Punkt {number}", text="Ett stycke.\n\nTvå.\n\nTre."
        )
        for _ in range(2):
            named = factories.a_decision(item, organizations=[factories.an_organization()])
        factories.an_assignment(named, printed_responsible="Kansliet")
        factories.is_about("Infrastruktur", item, named)
    meeting.items.filter(position=3).update(continues=meeting.items.get(position=2))
    return meeting


def edit(meeting, by, verb, what="edit"):
    version = Meeting.objects.values_list("version", flat=True).get(pk=meeting.pk)
    with saving(meeting.pk, version, by, what) as locked:
        verb(locked)


def take_back(meeting, by):
    version = Meeting.objects.values_list("version", flat=True).get(pk=meeting.pk)
    return undo(meeting.pk, version, by)


def contents(meeting) -> dict:
    """All rows, but for the version and the hour."""
    taken = snapshot(meeting.pk)
    for row in taken[Meeting].values():
        row["version"] = None
    return taken


def derived(meeting) -> list:
    """By what the meeting and its parts are found."""
    listed = Meeting.objects.filter(pk=meeting.pk).values_list("search_text")
    columns = ("item", "decision", "held", "position", "tags", "digest")
    entries = SearchEntry.objects.filter(meeting=meeting).order_by("position", "pk")
    return [list(listed), list(entries.values_list(*columns)), list(drifted())]


def split(item: AgendaItem) -> None:
    items.split_item(item, "Ett.", "Två.", "Ny", list(item.decisions.order_by("position")))


EDITS = {
    "a heading": lambda m: save_meeting(m, {"title": "Ny", "location": ""}, None),
    "a removed name": lambda m: take_out(m.attendances, m.attendances.get(position=1)),
    "names in another order": lambda m: shift(m.attendances, m.attendances.get(position=3), -1),
    "a new name": lambda m: people.add_attendance(
        m, {"printed_name": "Ny Person", "status": "present"}
    ),
    "a title": lambda m: items.save_item(m.items.get(position=1), {"title": "Annan"}),
    "items in another order": lambda m: shift(m.items, m.items.get(position=1), 1),
    "a removed item": lambda m: items.remove_item(m.items.get(position=2)),
    "a split item": lambda m: split(m.items.get(position=1)),
    "merged items": lambda m: items.merge_items(m.items.get(position=1), m.items.get(position=2)),
    "a removed decision": lambda m: decisions.remove_decision(
        Decision.objects.get(item__meeting=m, item__position=1, position=1)
    ),
    "a split decision": lambda m: decisions.split_decision(
        Decision.objects.get(item__meeting=m, item__position=1, position=1), "Ett.", "Två."
    ),
    "merged decisions": lambda m: decisions.merge_decisions(
        *Decision.objects.filter(item__meeting=m, item__position=1).order_by("position")
    ),
    "named organizations": lambda m: decisions.save_decision(
        Decision.objects.get(item__meeting=m, item__position=1, position=1),
        {"organizations": [factories.an_organization("Salem")]},
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_one_edit_is_taken_back_whole(name, secretary):
    meeting = a_full_meeting()
    before, told = contents(meeting), derived(meeting)
    edit(meeting, secretary, EDITS[name])
    assert contents(meeting) != before
    take_back(meeting, secretary)
    assert (contents(meeting), derived(meeting)) == (before, told)
    assert told[-1] == []


def test_undoing_again_and_again_leads_back_to_what_was_read(secretary):
    meeting = a_full_meeting()
    before = contents(meeting)
    first = ["a heading", "items in another order", "a title", "a removed name", "merged items"]
    for name in [*first, "a split item", "a removed item", "a new name"]:
        edit(meeting, secretary, EDITS[name])
    for _ in range(8):
        take_back(meeting, secretary)
    assert contents(meeting) == before
    with pytest.raises(NothingToUndo):
        take_back(meeting, secretary)


def test_the_second_of_two_who_undo_the_only_edit_is_outdated(secretary):
    meeting = a_full_meeting()
    edit(meeting, secretary, next(iter(EDITS.values())))
    seen = Meeting.objects.get(pk=meeting.pk).version
    undo(meeting.pk, seen, secretary)
    with pytest.raises(Outdated):
        undo(meeting.pk, seen, secretary)


@pytest.mark.parametrize("seed", range(10))
def test_any_order_of_edits_is_taken_back_step_by_step(seed, secretary):
    meeting, chance = a_full_meeting(), random.Random(seed)  # noqa: S311 - a choice that can be made again
    states = []
    for _ in range(6):
        before = contents(meeting)
        try:
            edit(meeting, secretary, EDITS[chance.choice(list(EDITS))])
        except (ObjectDoesNotExist, TypeError):
            continue  # there is nothing left to do that to
        if contents(meeting) != before:
            states.append(before)
        if states and chance.random() < 0.3:
            take_back(meeting, secretary)
            assert contents(meeting) == states.pop()
    for before in reversed(states):
        take_back(meeting, secretary)
        assert contents(meeting) == before


def test_an_undoing_is_an_edit_with_a_version_and_who(secretary):
    meeting = a_full_meeting()
    edit(meeting, secretary, EDITS["a title"], "item")
    taken = take_back(meeting, secretary)
    latest = Meeting.history.filter(id=meeting.pk).order_by("-history_id").first()
    assert (taken.version, taken.what) == (2, "item")
    assert (latest.history_change_reason, latest.history_user) == ("3 undo 2", secretary)


def test_an_edit_that_changed_nothing_is_not_what_is_taken_back(secretary):
    meeting = a_full_meeting()
    edit(meeting, secretary, EDITS["a title"])
    edit(meeting, secretary, lambda m: None)
    assert undoable(meeting.pk).version == 2


def test_who_may_see_a_meeting_is_not_undone(secretary):
    meeting = a_full_meeting()
    edit(meeting, secretary, EDITS["a heading"])
    edit(meeting, secretary, lambda m: publish(m, State.INTERNAL, secretary), "state")
    take_back(meeting, secretary)
    meeting.refresh_from_db()
    assert (meeting.state, meeting.title) == (State.INTERNAL, "Rubriken")


def test_nothing_is_undone_beyond_a_version_that_was_taken_over(secretary):
    meeting = a_full_meeting()
    edit(meeting, secretary, EDITS["a title"])
    edit(meeting, secretary, EDITS["a heading"], "version-accepted")
    assert undoable(meeting.pk) is None
    edit(meeting, secretary, EDITS["a removed name"])
    assert undoable(meeting.pk).version == 4


class TestMergedTopics:
    """An edit that unlinked a topic is taken back after the topic was merged into another."""

    @pytest.fixture
    def meeting(self):
        for name in ("Fiber", "Ledningar"):
            factories.a_topic(name)
        return a_full_meeting()

    def merged(self, one, other, by):
        topic, into = (Topic.objects.get(name=name) for name in (one, other))
        merge(topic.pk, into.pk, plan(topic, into).token, by)

    def topics(self, meeting) -> dict:
        item = meeting.items.get(position=2)
        return {
            kind: [(link.topic.name, link.origin) for link in links.order_by("topic__name")]
            for kind, links in [
                ("item", item.topic_links),
                ("decision", item.decisions.get(position=2).topic_links),
            ]
        }

    def test_what_comes_back_is_about_the_topic_that_it_was_merged_into(self, meeting, secretary):
        edit(meeting, secretary, EDITS["a removed item"])
        self.merged("Infrastruktur", "Fiber", secretary)
        self.merged("Fiber", "Ledningar", secretary)
        take_back(meeting, secretary)
        told = [("Ledningar", "person")]
        assert self.topics(meeting) == {"item": told, "decision": told}
        assert derived(meeting)[-1] == []

    def test_what_was_about_both_is_about_the_other_once(self, meeting, secretary):
        factories.is_about("Fiber", item := meeting.items.get(position=2))
        item.topic_links.filter(topic__name="Fiber").update(origin="suggested")
        edit(meeting, secretary, EDITS["a removed item"])
        self.merged("Infrastruktur", "Fiber", secretary)
        take_back(meeting, secretary)
        assert self.topics(meeting) == {
            "item": [("Fiber", "person")],
            "decision": [("Fiber", "person")],
        }

    def test_what_was_moved_to_an_item_about_both_comes_back(self, meeting, secretary):
        factories.is_about("Fiber", meeting.items.get(position=1))
        edit(meeting, secretary, EDITS["merged items"])
        self.merged("Infrastruktur", "Fiber", secretary)
        take_back(meeting, secretary)
        told = [("Fiber", "person")]
        assert self.topics(meeting) == {"item": told, "decision": told}
        assert derived(meeting)[-1] == []

    def test_merging_after_all_was_taken_back_changes_nothing_of_that(self, meeting, secretary):
        edit(meeting, secretary, EDITS["a removed item"])
        self.merged("Infrastruktur", "Fiber", secretary)
        take_back(meeting, secretary)
        before = contents(meeting)
        edit(meeting, secretary, EDITS["a removed item"])
        take_back(meeting, secretary)
        assert contents(meeting) == before
