"""All forms of a meeting: their order, and how sure the archive is of each field."""

from datetime import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from intake.forms import ItemForm, MeetingForm, forms_of
from tests import factories

pytestmark = pytest.mark.django_db


def a_meeting_with(rows: int):
    meeting = factories.a_draft(source_lines={"title": [1, 1], "start_date": [2, 3]})
    for number in range(rows):
        factories.an_attendance(meeting, person=factories.a_person(f"Vera {number}"))
        factories.an_approval(meeting)
        item = factories.an_item(meeting, first_line=10, last_line=20)
        decision = factories.a_decision(item, organizations=[factories.an_organization()])
        factories.an_assignment(decision, responsible_organization=factories.an_organization())
        factories.is_about("Infrastruktur", item, decision)
    return meeting


def test_the_parts_come_in_the_order_of_the_minutes():
    meeting = a_meeting_with(1)
    (item,), (attendance,) = meeting.items.all(), meeting.attendances.all()
    (decision,), (approval,) = item.decisions.all(), meeting.approvals.all()
    assert [part.key for part in forms_of(meeting)] == [
        "meeting",
        f"attendance-{attendance.pk}",
        "attendance-new",
        f"item-{item.pk}",
        f"decision-{decision.pk}",
        f"assignment-{decision.assignments.get().pk}",
        f"assignment-new-{decision.pk}",
        f"decision-new-{item.pk}",
        f"assignment-new-in-item-{item.pk}",
        "item-new",
        f"approval-{approval.pk}",
        "approval-new",
    ]


def test_what_the_text_of_an_item_gives_somebody_hangs_on_the_item():
    meeting = a_meeting_with(1)
    item = meeting.items.get()
    task = factories.an_assignment(item=item, text="Bo ringer.", first_line=12, last_line=12)
    forms = forms_of(meeting)
    part = forms.find(f"assignment-{task.pk}")
    assert (part.lines, part.form["text"].value()) == ((12, 12), "Bo ringer.")
    of_decision = forms.find(f"assignment-{item.decisions.get().assignments.get().pk}")
    assert "text" not in of_decision.form.fields
    assert [one.row for one in forms.proposed] == [of_decision.row, task]


def test_nobody_is_missing_where_a_matter_waits_or_a_person_has_agreed():
    item = factories.an_item(factories.a_draft())
    rows = [
        factories.an_assignment(item=item, text="Ett."),
        factories.an_assignment(item=item, text="Två.", kind="postponed"),
        factories.an_assignment(item=item, text="Tre.", standing="confirmed"),
    ]
    forms = forms_of(item.meeting)
    parts = [forms.find(f"assignment-{row.pk}") for row in rows]
    assert ["missing" in part.confidence.values() for part in parts] == [True, False, False]
    assert [part.to_check for part in parts] == [True, True, False]


def test_a_part_knows_where_it_is_sent_and_where_it_stands():
    meeting = a_meeting_with(1)
    item = meeting.items.get()
    forms = forms_of(meeting)
    part = forms.find(f"item-{item.pk}")
    assert part.address == f"/granska/{meeting.pk}/punkter/{item.pk}/"
    assert (part.lines, part.row, part.is_first, part.is_last) == ((10, 20), item, True, True)
    assert (forms.meeting.lines, forms.meeting.field_lines["start_date"]) == ((1, 3), (2, 3))
    assert forms.find("item-99") is None


def test_a_form_that_was_filled_in_stands_in_its_place():
    meeting = a_meeting_with(1)
    wrong = MeetingForm({"meeting-start_date": "x"}, key="meeting", row=meeting)
    assert forms_of(meeting, {"meeting": wrong}).meeting.form is wrong


def test_the_forms_of_many_rows_cost_as_many_queries_as_those_of_one():
    def count(meeting) -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            for part in forms_of(meeting):
                part.form.as_p()
        return len(queries)

    assert (count(a_meeting_with(1)), count(a_meeting_with(3))) == (8, 8)


def confidence(meeting, key: str) -> dict[str, str]:
    part = forms_of(meeting).find(key)
    return {name: how for name, how in part.confidence.items() if how != "sure"}


def test_what_minutes_have_and_these_lack_is_missing():
    meeting = factories.a_draft(body=None, start_date=None, title="", start_time=time(13))
    row = factories.an_attendance(meeting)
    names = ("body", "title", "start_date", "location")
    assert confidence(meeting, "meeting") == dict.fromkeys(names, "missing")
    expected = dict.fromkeys(("person", "organization"), "missing")
    assert confidence(meeting, f"attendance-{row.pk}") == expected


def test_what_a_remark_points_at_is_to_be_checked_until_it_is_settled():
    meeting = factories.a_draft(title="x", location="y", start_time=time(13))
    item = factories.an_item(meeting, number="3", first_line=5, last_line=9)
    other = factories.an_item(meeting, number="3", first_line=10, last_line=12)
    day = {"code": "weekday-mismatch", "message": "Vilket?", "line": 2, "open": True}
    twice = {"code": "duplicate-item-number", "message": "Två.", "line": 5, "open": True}
    source = factories.a_source(meeting, remarks=[day, twice])
    assert confidence(meeting, "meeting") == {"start_date": "check"}
    assert confidence(meeting, f"item-{item.pk}") == {"number": "check"}
    assert confidence(meeting, f"item-{other.pk}") == {}
    source.remarks = [day, {**twice, "open": False, "answer": "seen"}]
    source.save()
    assert confidence(meeting, f"item-{item.pk}") == {}


def test_a_remark_of_an_unknown_kind_points_at_the_words_of_its_line():
    meeting = factories.a_draft()
    item = factories.an_item(meeting, text="Text", first_line=5, last_line=9)
    remark = {"code": "something-new", "message": "Oj.", "line": 6, "open": True}
    factories.a_source(meeting, remarks=[remark])
    assert confidence(meeting, f"item-{item.pk}") == {"text": "check"}


def test_what_a_scan_shows_badly_is_to_be_checked_unless_a_person_has_set_it():
    meeting = factories.a_draft(source_lines={"location": [2, 2]}, location="Rotundan")
    item = factories.an_item(
        meeting, title="Trafik", text="Text", first_line=5, last_line=5, edited=["title"]
    )
    document = {"lines": [{"no": no, "raw": "x", "confidence": 0.6} for no in (2, 5)]}
    factories.a_source(meeting, document=document)
    assert confidence(meeting, "meeting")["location"] == "check"
    how = confidence(meeting, f"item-{item.pk}")
    assert (how.get("title"), how["text"]) == (None, "check")


def test_an_item_can_only_go_on_from_one_before_it():
    meeting = factories.a_draft()
    first, second = factories.an_item(meeting), factories.an_item(meeting)
    key = f"item-{first.pk}"
    form = ItemForm({f"{key}-continues": second.pk}, key=key, row=first)
    assert form.errors == {"continues": ["Välj en av mötets punkter före den här."]}


def test_no_sentence_calls_a_value_invalid():
    meeting = a_meeting_with(1)
    said = []
    for part in forms_of(meeting):
        data = {bound.html_name: "\N{SNOWMAN}" * 3 for bound in part.form}
        shared = {"row": part.row} if part.row else {}
        form = type(part.form)(data, key=part.key, **shared)
        said += [error for errors in form.errors.values() for error in errors]
    assert len(said) > 20
    assert [one for one in said if "giltig" in one or "valid" in one.lower()] == []
