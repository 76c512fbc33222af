"""The one way to change a meeting: on the version that was read, all of it or nothing."""

import pytest

from decisions.models import Decision
from intake.editing.rows import change
from intake.editing.saving import Outdated, saving
from minutes.models import AgendaItem, Meeting
from tests import factories

pytestmark = pytest.mark.django_db


def test_each_edit_gives_the_meeting_the_next_version(secretary):
    meeting = factories.a_draft()
    with saving(meeting.pk, 1, secretary, "meeting") as locked:
        change(locked, {"title": "Ny"})
    assert Meeting.objects.get(pk=meeting.pk).version == locked.version == 2


def test_a_later_save_is_refused_and_shown_what_the_earlier_one_left(secretary):
    meeting = factories.a_draft()
    with saving(meeting.pk, 1, secretary, "meeting") as locked:
        change(locked, {"title": "Först"})
    with pytest.raises(Outdated) as late, saving(meeting.pk, 1, secretary, "meeting") as locked:
        change(locked, {"title": "Sist"})
    assert (late.value.meeting.title, late.value.meeting.version) == ("Först", 2)
    assert Meeting.objects.get(pk=meeting.pk).title == "Först"


def test_an_edit_that_fails_leaves_no_trace(secretary):
    meeting = factories.a_draft(title="Förut")
    with pytest.raises(AttributeError), saving(meeting.pk, 1, secretary, "meeting") as locked:
        change(locked, {"title": "Halv"}) + change(locked, {"no such column": 1})
    stored = Meeting.objects.get(pk=meeting.pk)
    assert (stored.title, stored.version) == ("Förut", 1)
    assert not Meeting.history.filter(history_change_reason="parsed").exists()


def test_the_first_edit_writes_down_how_everything_was_before_it(secretary):
    meeting = factories.a_draft(title="Förut")
    decision = factories.a_decision(factories.an_item(meeting))
    Decision.history.all().delete()  # as for rows that were imported in bulk
    with saving(meeting.pk, 1, secretary, "meeting") as locked:
        change(locked, {"title": "Efter"})
    with saving(meeting.pk, 2, secretary, "meeting") as locked:
        change(locked, {"title": "Sedan"})
    first = Meeting.history.filter(id=meeting.pk, history_change_reason="parsed")
    assert [(one.title, one.history_user) for one in first] == [("Förut", None)]
    kept = Decision.history.filter(id=decision.pk)
    assert [one.history_change_reason for one in kept] == ["parsed"]


def test_history_has_one_record_for_each_row_that_differs_and_says_who(secretary):
    meeting = factories.a_draft()
    item = factories.an_item(meeting)
    factories.an_item(meeting)
    AgendaItem.history.all().delete()
    with saving(meeting.pk, 1, secretary, "item") as locked:
        change(locked.items.get(pk=item.pk), {"title": "Ett"})
        AgendaItem.objects.filter(pk=item.pk).update(title="Två")
    told = AgendaItem.history.exclude(history_change_reason="parsed")
    assert [
        (one.id, one.title, one.history_type, one.history_user, one.history_change_reason)
        for one in told
    ] == [(item.pk, "Två", "~", secretary, "2 item")]


def test_what_is_removed_stays_in_history_with_all_that_hung_on_it(secretary):
    meeting = factories.a_draft()
    organization = factories.an_organization("Nynäshamn")
    item = factories.an_item(meeting)
    decision = factories.a_decision(item, text="Att bygga.", organizations=[organization])
    with saving(meeting.pk, 1, secretary, "item-removed") as locked:
        locked.items.get(pk=item.pk).delete()
    gone = Decision.history.get(history_type="-")
    assert (gone.id, gone.text, gone.history_user) == (decision.pk, "Att bygga.", secretary)
    assert [link.organization for link in gone.organizations.all()] == [organization]


def test_outside_an_edit_each_save_still_leaves_a_record(secretary):
    meeting = factories.a_draft()
    before = Meeting.history.count()
    with saving(meeting.pk, 1, secretary, "meeting"):
        pass
    meeting.refresh_from_db()
    meeting.save()
    assert Meeting.history.count() == before + 3  # as parsed, the edit, and the plain save
