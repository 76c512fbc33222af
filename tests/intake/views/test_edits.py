"""What the page of review sends: saved, refused or explained; nothing lost in any case."""

from datetime import date, time
from pathlib import Path

import pytest
from django.urls import resolve, reverse
from lxml import html

from decisions.models import Assignment, Decision
from intake import receiving
from intake.editing.snapshot import snapshot
from intake.forms import forms_of
from intake.receiving import receive
from minutes.models import AgendaItem, Approval, Attendance, Meeting
from minutes.publishing import publish
from minutes.search.analysis import stem
from minutes.search.expression import Word
from minutes.search.models import SearchEntry
from people.models import Person
from tests import factories
from tests.addresses import an_entry

pytestmark = pytest.mark.django_db

SAMPLES = Path(receiving.__file__).parent / "samples"


def sent(client, name: str, meeting: Meeting, *arguments: int, **data):
    """What a form on the page sends; the version is the meeting's as it is now."""
    version = Meeting.objects.values_list("version", flat=True).get(pk=meeting.pk)
    address = reverse(name, args=[meeting.pk, *arguments])
    return client.post(address, {"version": version, **data})


def fields(key: str, **values) -> dict[str, str]:
    return {f"{key}-{name}": value for name, value in values.items()}


def test_a_field_of_the_meeting_is_saved_and_the_page_goes_on_from_there(as_secretary):
    meeting = factories.a_draft(location="Rotundan")
    answer = sent(as_secretary, "edit_meeting", meeting, **fields("meeting", title="Ny rubrik"))
    meeting.refresh_from_db()
    assert (answer.status_code, answer.url) == (303, f"/granska/{meeting.pk}/#meeting")
    assert (meeting.title, meeting.location, meeting.version) == ("Ny rubrik", "Rotundan", 2)
    assert meeting.origins == {"title": "edited"}


def test_a_field_that_was_not_touched_is_neither_written_nor_marked(as_secretary):
    meeting = factories.a_draft(title="Rubrik", start_time=time(13, 30), end_time=time(15))
    values = {
        "title": "Rubrik",
        "body": meeting.body_id,
        "kind": "ordinary",
        "start_date": meeting.start_date.isoformat(),
        "start_time": "13.30",
        "end_date": "",
        "end_time": "15.30",
        "sequence": "1",
        "location": "",
        "next_meeting_date": "",
        "next_meeting_time": "",
    }
    sent(as_secretary, "edit_meeting", meeting, **fields("meeting", **values))
    meeting.refresh_from_db()
    assert meeting.origins == {"end_time": "edited"}
    assert (meeting.start_time, meeting.end_time) == (time(13, 30), time(15, 30))


def test_a_later_save_is_answered_with_409_and_writes_nothing(as_secretary):
    meeting = factories.a_draft(title="Först")
    sent(as_secretary, "edit_meeting", meeting, **fields("meeting", title="Den enas"))
    late = sent(
        as_secretary, "edit_meeting", meeting, version=1, **{"meeting-title": "Den andras"}
    )
    meeting.refresh_from_db()
    assert (late.status_code, meeting.title, meeting.version) == (409, "Den enas", 2)
    assert "Den andras" in late.content.decode()


def test_a_save_without_a_version_is_outdated(as_secretary):
    meeting = factories.a_draft(title="Först")
    answer = sent(as_secretary, "edit_meeting", meeting, version="", **{"meeting-title": "Annat"})
    meeting.refresh_from_db()
    assert (answer.status_code, meeting.title) == (409, "Först")


def test_what_cannot_be_understood_comes_back_as_it_was_written(as_secretary):
    meeting = factories.a_draft(title="Förut")
    values = fields("meeting", title="Ny rubrik", start_date="i torsdags")
    answer = sent(as_secretary, "edit_meeting", meeting, **values)
    page = answer.content.decode()
    meeting.refresh_from_db()
    assert (answer.status_code, meeting.title, meeting.version) == (422, "Förut", 1)
    assert "Ny rubrik" in page
    assert "i torsdags" in page
    assert "Skriv dagen som 2022-10-06" in page


def test_a_meeting_cannot_take_the_address_of_another(as_secretary):
    other = factories.a_draft()
    meeting = factories.a_draft()
    day = fields("meeting", start_date=other.start_date.isoformat())
    answer = sent(as_secretary, "edit_meeting", meeting, **day)
    assert answer.status_code == 422
    assert "har redan ett möte den" in answer.content.decode()
    assert (
        sent(
            as_secretary, "edit_meeting", meeting, **day, **fields("meeting", sequence="2")
        ).status_code
        == 303
    )
    meeting.refresh_from_db()
    assert (meeting.start_date, meeting.sequence) == (other.start_date, 2)


def test_what_a_published_meeting_must_have_cannot_be_emptied(as_secretary):
    meeting = factories.a_meeting()
    answer = sent(as_secretary, "edit_meeting", meeting, **fields("meeting", start_date=""))
    assert answer.status_code == 422
    assert "Gör det till utkast först." in answer.content.decode()


def test_filling_in_the_date_answers_the_question_of_it(as_secretary):
    meeting = factories.a_draft(start_date=None)
    remark = {"code": "date-missing", "message": "Datum saknas.", "line": None, "open": True}
    source = factories.a_source(meeting, remarks=[remark], state="needs_review")
    sent(as_secretary, "edit_meeting", meeting, **fields("meeting", start_date="6 oktober 2022"))
    meeting.refresh_from_db()
    source.refresh_from_db()
    assert meeting.start_date == date(2022, 10, 6)
    assert (source.remarks[0]["open"], source.state) == (False, "parsed")
    sent(as_secretary, "undo", meeting)
    source.refresh_from_db()
    assert (source.remarks, source.state) == ([remark], "needs_review")


def test_somebody_who_was_there_is_added_with_a_limit_as_people_write_it(as_secretary):
    meeting, person = factories.a_draft(), factories.a_person("Olof Brant")
    factories.an_attendance(meeting)
    values = fields(
        "attendance-new",
        printed_name="Olof Brant",
        person="olof brant",
        organization="Nynäshamns kommun",
        items="från punkt 4",
        is_remote="on",
    )
    answer = sent(as_secretary, "add_attendance", meeting, **values)
    row = Attendance.objects.get(meeting=meeting, position=2)
    assert answer.url == f"/granska/{meeting.pk}/#attendance-{row.pk}"
    assert (row.person, row.organization.name, row.items) == (person, "Nynäshamn", ["4-"])
    assert (row.status, row.is_remote, row.is_chair) == ("present", True, False)


def test_a_name_that_the_archive_does_not_know_is_added_only_if_said_to_be_new(as_secretary):
    row = factories.an_attendance(factories.a_draft(), printed_name="Nora Nyström")
    key = f"attendance-{row.pk}"
    values = fields(key, person="Nora Nyström")
    answer = sent(as_secretary, "edit_attendance", row.meeting, row.pk, **values)
    assert answer.status_code == 422
    assert "Ingen i arkivet heter Nora Nyström" in answer.content.decode()
    assert not Person.objects.exists()
    values |= fields(key, is_new_person="on")
    sent(as_secretary, "edit_attendance", row.meeting, row.pk, **values)
    row.refresh_from_db()
    assert (row.person.name, row.edited) == ("Nora Nyström", ["person"])


def test_names_are_moved_and_removed_and_the_gap_closes(as_secretary):
    meeting = factories.a_draft()
    first, _, third = (
        factories.an_attendance(meeting, printed_name=name) for name in ("Ada", "Bo", "Cia")
    )
    sent(as_secretary, "edit_attendance", meeting, third.pk, do="up")
    sent(as_secretary, "edit_attendance", meeting, first.pk, do="remove")
    rows = meeting.attendances.in_order().values_list("printed_name", "position")
    assert list(rows) == [("Cia", 1), ("Bo", 2)]


def test_moving_a_row_saves_what_was_written_in_it(as_secretary):
    meeting = factories.a_draft()
    row = factories.an_attendance(meeting, is_chair=True)
    factories.an_attendance(meeting)
    values = fields(f"attendance-{row.pk}", note="kom sent")
    sent(as_secretary, "edit_attendance", meeting, row.pk, do="down", **values)
    row.refresh_from_db()
    assert (row.position, row.note, row.is_chair, row.edited) == (2, "kom sent", True, ["note"])


def test_an_approval_is_recorded_with_person_and_date(as_secretary):
    meeting, person = factories.a_draft(), factories.a_person("Vera Lindqvist")
    row = factories.an_approval(meeting)
    values = {"person": "Vera Lindqvist", "is_done": "True", "approved_date": "2022-11-03"}
    sent(as_secretary, "edit_approval", meeting, row.pk, **fields(f"approval-{row.pk}", **values))
    row.refresh_from_db()
    assert (row.person, row.is_done, row.approved_date) == (person, True, date(2022, 11, 3))
    sent(as_secretary, "add_approval", meeting, **fields("approval-new", printed_name="Siv Tall"))
    assert Approval.objects.get(position=2).role == "approver"


def test_a_new_title_is_what_the_decisions_are_found_by(as_secretary):
    item = factories.an_item(factories.a_draft(), title="Gammal")
    decision = factories.a_decision(item)
    sent(
        as_secretary,
        "edit_item",
        item.meeting,
        item.pk,
        **fields(f"item-{item.pk}", title="Färjor"),
    )
    entries = SearchEntry.objects.order_by("position")
    assert [one.decision for one in entries.matching(Word(stem("färjor")))] == [None, decision]
    assert not entries.matching(Word(stem("gammal"))).exists()


def test_an_item_is_split_at_a_paragraph_and_the_rest_gets_an_anchor_of_its_own(as_secretary):
    meeting = factories.a_draft()
    item = factories.an_item(meeting, number="1", text="Ett.\n\nKollektivtrafik\n\nTre.")
    last = factories.an_item(meeting, number="2")
    sent(as_secretary, "edit_item", meeting, item.pk, do="split", paragraph="2")
    rows = meeting.items.in_order().values_list("title", "text", "anchor")
    assert list(rows) == [
        ("Lägesrapport", "Ett.", "punkt-1"),
        ("Kollektivtrafik", "Tre.", "plats-2"),
        ("Lägesrapport", "", "punkt-2"),
    ]
    last.refresh_from_db()
    assert last.position == 3


def test_an_item_is_split_at_a_line_with_the_decisions_below_it(as_secretary):
    meeting = factories.a_draft()
    text = "1. Trafik\nTåget gick sönder\ni tunneln.\n\nVägar\nBron rasade.\nBeslut\nAtt laga.\n"
    factories.a_source(meeting, text, document=factories.a_document(text))
    item = factories.an_item(
        meeting,
        text="Tåget gick sönder i tunneln.\n\nVägar\n\nBron rasade.",
        first_line=1,
        last_line=8,
    )
    decision = factories.a_decision(item, text="Att laga.", first_line=8, last_line=8)
    sent(as_secretary, "edit_item", meeting, item.pk, do="split", line="5")
    item.refresh_from_db()
    decision.refresh_from_db()
    new = AgendaItem.objects.get(position=2)
    assert (item.text, item.first_line, item.last_line) == ("Tåget gick sönder i tunneln.", 1, 4)
    assert (new.title, new.text, new.first_line, new.last_line) == ("Vägar", "Bron rasade.", 5, 8)
    assert decision.item == new


def test_two_items_become_one_with_the_text_and_decisions_of_both(as_secretary):
    meeting = factories.a_draft()
    item = factories.an_item(meeting, title="Trafik", text="Ett.")
    following = factories.an_item(meeting, title="Vägar", text="Två.")
    decided = [factories.a_decision(one).public_id for one in (item, following)]
    answer = sent(as_secretary, "edit_item", meeting, item.pk, do="merge")
    one = meeting.items.get()
    assert answer.url.endswith(f"#item-{item.pk}")
    assert (one.text, one.anchor) == ("Ett.\n\nVägar\n\nTvå.", "punkt-1")
    kept = one.decisions.order_by("position").values_list("public_id", "position")
    assert list(kept) == [(decided[0], 1), (decided[1], 2)]


def test_the_last_item_has_nothing_to_be_merged_with(as_secretary):
    item = factories.an_item(factories.a_draft())
    answer = sent(as_secretary, "edit_item", item.meeting, item.pk, do="merge")
    assert answer.status_code == 422
    assert "ingen punkt efter" in answer.content.decode()


def test_a_decision_is_added_from_the_lines_that_were_picked(as_secretary):
    meeting = factories.a_draft(start_date=date(2022, 10, 6))
    text = "Beslut\n• Haninge och Tyresö räknar på trä-\nbroar senast 1 december.\n"
    factories.a_source(meeting, text, document=factories.a_document(text))
    item = factories.an_item(meeting, first_line=1, last_line=3)
    sent(as_secretary, "add_decision", meeting, item.pk, first_line="3", last_line="2")
    one = Decision.objects.get()
    assert one.text == "Haninge och Tyresö räknar på träbroar senast 1 december."
    assert (one.first_line, one.last_line, one.concerns) == (2, 3, "named")
    assert sorted(o.name for o in one.organizations.all()) == ["Haninge", "Tyresö"]
    assert (one.due_date, one.due_text) == (date(2022, 12, 1), "senast 1 december")


def test_a_decision_is_split_where_a_blank_line_was_made(as_secretary):
    decision = factories.a_decision(factories.an_item(factories.a_draft()), text="Ett. Två.")
    factories.an_assignment(decision)
    meeting, address = decision.item.meeting, decision.public_id
    values = fields(f"decision-{decision.pk}", text="Ett.\r\n\r\nTvå.")
    sent(as_secretary, "edit_decision", meeting, decision.pk, do="split", **values)
    rows = Decision.objects.order_by("position")
    assert [(one.text, one.position) for one in rows] == [("Ett.", 1), ("Två.", 2)]
    assert rows[0].public_id == address != rows[1].public_id
    assert Assignment.objects.get().decision == rows[0]
    sent(as_secretary, "edit_decision", meeting, decision.pk, do="merge")
    assert Decision.objects.get().text == "Ett. Två."


def test_a_decision_is_split_at_a_letter(as_secretary):
    decision = factories.a_decision(factories.an_item(factories.a_draft()), text="Ett. Två.")
    sent(as_secretary, "edit_decision", decision.item.meeting, decision.pk, do="split", at="4")
    assert sorted(Decision.objects.values_list("text", flat=True)) == ["Ett.", "Två."]


def test_organizations_and_topics_of_a_decision_are_set_by_a_person(as_secretary):
    decision = factories.a_decision(
        factories.an_item(factories.a_draft()), organizations=[factories.an_organization("Salem")]
    )
    topic = factories.a_topic()
    values = {
        "text": decision.text,
        "kind": "decided",
        "concerns": "named",
        "organizations": "Haninge, Tyresö",
        "topics": topic.pk,
        "due_date": "",
        "due_text": "",
    }
    key = f"decision-{decision.pk}"
    sent(
        as_secretary, "edit_decision", decision.item.meeting, decision.pk, **fields(key, **values)
    )
    decision.refresh_from_db()
    assert sorted(one.name for one in decision.organizations.all()) == ["Haninge", "Tyresö"]
    assert [(link.topic, link.origin) for link in decision.topic_links.all()] == [
        (topic, "person")
    ]
    assert decision.edited == ["concerns", "organizations", "topics"]


def test_who_is_responsible_is_one_of_the_archive_or_the_printed_words(as_secretary):
    decision = factories.a_decision(factories.an_item(factories.a_draft()))
    meeting, key = decision.item.meeting, f"assignment-new-{decision.pk}"
    sent(
        as_secretary,
        "add_assignment",
        meeting,
        decision.pk,
        **fields(key, responsible="Ledningsgruppen", due_date="2023-01-31"),
    )
    task = Assignment.objects.get()
    assert (task.responsible, task.due_date) == (meeting.body, date(2023, 1, 31))
    key = f"assignment-{task.pk}"
    values = fields(key, responsible="Haninge")
    sent(as_secretary, "edit_assignment", meeting, task.pk, **values)
    task.refresh_from_db()
    assert (task.responsible_body, task.responsible.name) == (None, "Haninge")
    sent(as_secretary, "edit_assignment", meeting, task.pk, do="remove")
    assert not Assignment.objects.exists()


def test_rows_of_another_meeting_cannot_be_edited_from_this_one(as_secretary):
    meeting, entry = factories.a_draft(), an_entry("draft", "annat")
    rows = {
        "edit_attendance": entry.meeting.attendances.get().pk,
        "edit_approval": entry.meeting.approvals.get().pk,
        "edit_item": entry.decision.item_id,
        "add_decision": entry.decision.item_id,
        "edit_decision": entry.decision.pk,
        "add_assignment": entry.decision.pk,
        "edit_assignment": entry.assignment.pk,
        "add_sentence": entry.decision.item_id,
        "confirm_item": entry.decision.item_id,
        "answer": 0,
    }
    statuses = {
        name: sent(as_secretary, name, meeting, row, answer="seen").status_code
        for name, row in rows.items()
    }
    assert set(statuses.values()) == {404}


def test_a_meeting_in_the_trash_is_not_edited_and_shows_what_was_written(as_secretary):
    meeting = factories.a_meeting(state="trashed", title="Förut")
    answer = sent(as_secretary, "edit_meeting", meeting, **fields("meeting", title="Ny rubrik"))
    page = answer.content.decode()
    meeting.refresh_from_db()
    assert (answer.status_code, meeting.title, meeting.version) == (409, "Förut", 1)
    assert "Ny rubrik" in page
    assert "Mötet ligger i papperskorgen." in page
    assert f'href="{reverse("review", args=[meeting.pk])}' not in page


def test_the_latest_edit_is_taken_back_and_then_nothing_is_left_to_undo(as_secretary):
    meeting = factories.a_draft(title="Förut")
    sent(as_secretary, "edit_meeting", meeting, **fields("meeting", title="Efter"))
    assert sent(as_secretary, "undo", meeting).status_code == 303
    meeting.refresh_from_db()
    assert (meeting.title, meeting.origins, meeting.version) == ("Förut", {}, 3)
    sent(as_secretary, "undo", meeting)
    meeting.refresh_from_db()
    assert meeting.version == 3


def test_what_another_meeting_has_taken_since_cannot_be_undone(as_secretary):
    meeting = factories.a_draft(start_date=date(2022, 10, 6))
    sent(as_secretary, "edit_meeting", meeting, **fields("meeting", start_date="2022-10-07"))
    factories.a_draft(start_date=date(2022, 10, 6))
    answer = sent(as_secretary, "undo", meeting)
    meeting.refresh_from_db()
    assert (meeting.start_date, meeting.version) == (date(2022, 10, 7), 2)
    page = as_secretary.get(answer.url).content.decode()
    assert "Ändringen kan inte ångras, för annat har ändrats sedan dess." in page


def test_what_a_published_meeting_must_have_is_not_undone(as_secretary):
    meeting = factories.a_draft(start_date=None)
    sent(as_secretary, "edit_meeting", meeting, **fields("meeting", start_date="2022-10-07"))
    meeting.refresh_from_db()
    publish(meeting, "public")
    sent(as_secretary, "undo", meeting)
    meeting.refresh_from_db()
    assert (meeting.start_date, meeting.state) == (date(2022, 10, 7), "public")


@pytest.mark.parametrize(
    "key", ["paragraph", "line", "at", "title", "text", "first_line", "do", "version"]
)
def test_nothing_that_is_sent_beside_a_form_can_break_the_page(key, as_secretary):
    meeting = factories.a_draft()
    item = factories.an_item(meeting, text="Ett.\n\nTvå.", first_line=1, last_line=3)
    decision = factories.a_decision(item)
    asked = {"do": "split", "paragraph": "2", key: "\x00²9" * 9}
    for name, row in (("edit_item", item), ("edit_decision", decision), ("add_decision", item)):
        answer = sent(as_secretary, name, meeting, row.pk, **asked)
        assert answer.status_code in (303, 409, 422)


def asks_for_the_day(meeting: Meeting):
    remark = {"code": "date-missing", "message": "Datum saknas.", "line": None, "open": True}
    return factories.a_source(meeting, remarks=[remark], state="needs_review")


def test_a_question_is_answered_with_a_day_that_is_typed(as_secretary):
    meeting = factories.a_draft(start_date=None)
    asks_for_the_day(meeting)
    page = as_secretary.get(f"/granska/{meeting.pk}/").content.decode()
    assert 'name="day"' in page
    answer = sent(as_secretary, "answer", meeting, 0, day="6 oktober 2022")
    meeting.refresh_from_db()
    assert (answer.status_code, meeting.start_date) == (303, date(2022, 10, 6))


def test_a_day_that_cannot_be_understood_is_explained(as_secretary):
    meeting = factories.a_draft(start_date=None)
    asks_for_the_day(meeting)
    for said, sentence in (("i torsdags", "Skriv dagen som"), ("", "Skriv vilken dag mötet var")):
        answer = sent(as_secretary, "answer", meeting, 0, day=said)
        assert answer.status_code == 422
        assert sentence in answer.content.decode()


def test_an_answer_that_cannot_be_carried_out_is_explained(as_secretary):
    factories.a_draft(start_date=date(2022, 10, 6))
    meeting = factories.a_draft(start_date=None)
    asks_for_the_day(meeting)
    answer = sent(as_secretary, "answer", meeting, 0, day="2022-10-06")
    assert answer.status_code == 422
    assert "har redan ett möte den dagen" in answer.content.decode()


def test_an_answer_that_was_never_offered_is_not_found(as_secretary):
    meeting = factories.a_draft(start_date=None)
    asks_for_the_day(meeting)
    assert sent(as_secretary, "answer", meeting, 0, answer="mañana").status_code == 404


def test_correcting_the_field_that_is_in_question_answers_it(as_secretary):
    meeting, person = factories.a_draft(), factories.a_person("Olof Brant")
    row = factories.an_attendance(meeting, first_line=4, last_line=4)
    doubt = {"code": "doubtful-person", "message": "Vem?", "line": 4, "open": True}
    elsewhere = {**doubt, "line": 5}
    source = factories.a_source(meeting, remarks=[doubt, elsewhere], state="needs_review")
    values = fields(f"attendance-{row.pk}", person=person.name, note="x")
    sent(as_secretary, "edit_attendance", meeting, row.pk, **values)
    source.refresh_from_db()
    assert [one["open"] for one in source.remarks] == [False, True]
    assert source.remarks[0]["answer"] == "edited"


def test_another_field_of_the_same_row_leaves_the_question_open(as_secretary):
    meeting = factories.a_draft()
    row = factories.an_attendance(meeting, first_line=4, last_line=4)
    doubt = {"code": "doubtful-person", "message": "Vem?", "line": 4, "open": True}
    source = factories.a_source(meeting, remarks=[doubt])
    values = fields(f"attendance-{row.pk}", note="kom sent")
    sent(as_secretary, "edit_attendance", meeting, row.pk, **values)
    source.refresh_from_db()
    assert source.remarks == [doubt]


@pytest.mark.parametrize("sample", ["2021-09-02-ledningsgruppen", "2023-11-17-ledningsgruppen"])
def test_a_page_that_is_sent_back_as_it_was_shown_changes_nothing(sample, as_secretary):
    path = SAMPLES / f"{sample}.txt"
    meeting = receive(path.read_bytes(), path.name).source_file.meeting
    before = snapshot(meeting.pk)
    page = html.fromstring(as_secretary.get(f"/granska/{meeting.pk}/").content)
    saved = {form.action: values for form in page.forms if (values := _filled_in(form))}
    for action, values in saved.items():
        name, (_, *arguments) = resolve(action).url_name, resolve(action).kwargs.values()
        answer = sent(as_secretary, name, meeting, *arguments, **values)
        assert (action, answer.status_code) == (action, 303)
    after = snapshot(meeting.pk)
    for rows in (before, after):
        rows[Meeting][meeting.pk]["version"] = None
        for row in rows[Assignment].values():
            row["standing"] = None  # whoever saves a proposal has agreed to it
    assert after == before
    assert len(saved) == len([part for part in forms_of(meeting) if part.row])


def _filled_in(form) -> dict[str, list[str] | str]:
    """What a browser sends of a part that is stored, with its own line ends; else nothing."""
    names = [name for name in form.fields if "-" in name and "-new" not in name]
    values = {name: form.inputs[name].value for name in names}
    return {
        name: value.replace("\n", "\r\n") if isinstance(value, str) else list(value)
        for name, value in values.items()
        if value is not None
    }
