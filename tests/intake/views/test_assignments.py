"""What a person makes of the assignments that a program proposes."""

from datetime import date

import pytest
from django.urls import reverse

from decisions.models import Assignment
from minutes.models import Meeting
from minutes.publishing import publish
from tests import factories
from tests.pages import Page

pytestmark = pytest.mark.django_db


def sent(client, name: str, meeting: Meeting, *arguments: int, **data):
    version = Meeting.objects.values_list("version", flat=True).get(pk=meeting.pk)
    address = reverse(name, args=[meeting.pk, *arguments])
    return client.post(address, {"version": version, **data})


def a_proposal(**fields) -> Assignment:
    fields.setdefault("item", factories.an_item(factories.a_draft()))
    return factories.an_assignment(text="Bo Ek ringer hamnen.", **fields)


def press(client, task: Assignment, do: str) -> str:
    answer = sent(client, "edit_assignment", task.item.meeting, task.pk, do=do)
    assert (answer.status_code, answer.url.partition("#")[2]) == (303, f"assignment-{task.pk}")
    task.refresh_from_db()
    return task.standing


def test_one_press_confirms_and_one_press_rejects_and_brings_back(as_secretary):
    task = a_proposal()
    pressed = [press(as_secretary, task, do) for do in ("reject", "restore", "confirm")]
    assert pressed == ["rejected", "proposed", "confirmed"]
    assert task.item.meeting.history.count() > 0


def test_what_was_pressed_is_undone(as_secretary):
    task = a_proposal()
    press(as_secretary, task, "reject")
    sent(as_secretary, "undo", task.item.meeting)
    task.refresh_from_db()
    assert task.standing == "proposed"


def test_whoever_edits_a_proposal_has_confirmed_it(as_secretary):
    task = a_proposal(due_text="i mars")
    key = f"assignment-{task.pk}"
    values = {"text": "Bo Ek ringer.", "kind": "promise", "due_date": "2023-03-31"}
    values = {f"{key}-{name}": value for name, value in values.items()}
    sent(
        as_secretary,
        "edit_assignment",
        task.item.meeting,
        task.pk,
        **values,
        **{f"{key}-due_precision": "month"},
    )
    task.refresh_from_db()
    assert (task.text, task.kind, task.standing) == ("Bo Ek ringer.", "promise", "confirmed")
    assert (task.due_date, task.due_precision) == (date(2023, 3, 31), "month")
    assert task.edited == ["due_date", "due_precision", "kind", "text"]


def test_a_proposal_of_an_item_cannot_lose_its_sentence(as_secretary):
    task = a_proposal()
    key = f"assignment-{task.pk}"
    answer = sent(
        as_secretary, "edit_assignment", task.item.meeting, task.pk, **{f"{key}-text": " "}
    )
    assert (answer.status_code, "Skriv vad som ska göras." in answer.content.decode()) == (
        422,
        True,
    )


def test_one_of_an_item_is_added_with_a_sentence_of_its_own(as_secretary):
    item = factories.an_item(factories.a_draft(), first_line=4, last_line=9)
    key = f"assignment-new-in-item-{item.pk}"
    values = {"text": "Salem bokar.", "kind": "task", "responsible": "Salem", "due_date": ""}
    values = {f"{key}-{name}": value for name, value in values.items()}
    answer = sent(as_secretary, "add_sentence", item.meeting, item.pk, **values)
    task = Assignment.objects.get()
    assert answer.url.endswith(f"#assignment-{task.pk}")
    assert (task.item, task.decision, task.text) == (item, None, "Salem bokar.")
    assert (task.responsible.name, task.standing) == ("Salem", "confirmed")
    assert (task.first_line, task.last_line, task.due_precision) == (4, 9, "")


def test_without_a_sentence_none_is_added_to_an_item(as_secretary):
    item = factories.an_item(factories.a_draft())
    answer = sent(as_secretary, "add_sentence", item.meeting, item.pk)
    assert (answer.status_code, Assignment.objects.count()) == (422, 0)


def test_one_that_is_removed_leads_back_to_its_item(as_secretary):
    task = a_proposal()
    answer = sent(as_secretary, "edit_assignment", task.item.meeting, task.pk, do="remove")
    assert answer.url.endswith(f"#item-{task.item_id}")
    assert not Assignment.objects.exists()


def test_all_of_an_item_or_of_the_meeting_are_confirmed_but_not_what_was_rejected(as_secretary):
    meeting = factories.a_draft()
    here, there = factories.an_item(meeting), factories.an_item(meeting)
    elsewhere = a_proposal(item=factories.an_item(factories.a_draft(body=None)))
    rows = [a_proposal(item=here), a_proposal(item=here, standing="rejected")]
    rows.append(a_proposal(item=there))

    def standings() -> list[str]:
        return [Assignment.objects.get(pk=row.pk).standing for row in (*rows, elsewhere)]

    sent(as_secretary, "confirm_item", meeting, here.pk)
    assert standings() == ["confirmed", "rejected", "proposed", "proposed"]
    sent(as_secretary, "confirm_all", meeting)
    assert standings() == ["confirmed", "rejected", "confirmed", "proposed"]
    sent(as_secretary, "undo", meeting)
    assert standings() == ["confirmed", "rejected", "proposed", "proposed"]


def test_a_press_on_an_older_version_is_refused_and_can_be_made_again(as_secretary):
    task = a_proposal()
    sent(as_secretary, "edit_meeting", task.item.meeting, **{"meeting-title": "Ny"})
    address = reverse("edit_assignment", args=[task.item.meeting_id, task.pk])
    answer = as_secretary.post(address, {"version": 1, "do": "reject"})
    task.refresh_from_db()
    assert (answer.status_code, task.standing) == (409, "proposed")
    assert 'value="reject"' in answer.content.decode()


def test_proposals_never_keep_a_meeting_from_being_published(as_secretary):
    task = a_proposal()
    publish(task.item.meeting, "public")
    assert Meeting.objects.get(pk=task.item.meeting_id).state == "public"


def test_what_is_rejected_is_on_no_public_page(client, as_secretary):
    person = factories.a_person("Bo Ek")
    meeting = factories.a_meeting()
    factories.an_attendance(meeting, person=person)
    decision = factories.a_decision(factories.an_item(meeting), text="Bo Ek ringer.")
    fields = {"responsible_person": person, "due_date": date(2031, 5, 17), "standing": "rejected"}
    factories.an_assignment(decision, **fields)
    pages = [decision.get_absolute_url(), meeting.get_absolute_url(), person.get_absolute_url()]
    pages += [reverse("decisions_csv")]
    told = [b"".join(client.get(page)).decode() for page in pages]
    assert [one.count("17 maj 2031") + one.count("2031-05-17") for one in told] == [0, 0, 0, 0]
    assert "Bo Ek ringer." in Page(client.get(pages[2])).main
