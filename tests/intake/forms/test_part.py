"""A form knows what a person has changed: nothing else is written, or complained about."""

import pytest

from intake.forms import ApprovalForm, AttendanceForm, ItemForm
from tests import factories

pytestmark = pytest.mark.django_db


def form_of(kind, key: str, row, **values):
    return kind({f"{key}-{name}": value for name, value in values.items()}, key=key, row=row)


def test_what_does_not_come_back_is_left_as_it_was():
    row = factories.an_attendance(is_chair=True, note="kom sent")
    form = form_of(AttendanceForm, "a", row, note="gick tidigt")
    assert form.is_valid()
    assert form.changes() == {"note": "gick tidigt"}


def test_a_box_that_was_unticked_in_a_whole_form_is_a_change():
    row = factories.an_attendance(is_chair=True)
    names = ("printed_name", "person", "organization", "printed_organization", "items", "note")
    whole = {**dict.fromkeys(names, ""), "status": "present", "printed_name": row.printed_name}
    form = form_of(AttendanceForm, "a", row, **whole)
    assert form.is_valid()
    assert form.changes() == {"is_chair": False}


def test_nobody_is_asked_to_mend_what_they_did_not_touch():
    row = factories.an_attendance(items=["fram till kaffet"], printed_name="Ada Bo")
    form = form_of(AttendanceForm, "a", row, items="fram till kaffet", note="x")
    assert form.is_valid()
    assert form.changes() == {"note": "x"}
    assert not form_of(AttendanceForm, "a", row, items="fram till lunchen").is_valid()


def test_line_ends_and_space_around_a_text_are_the_browsers():
    row = factories.an_item(text="Ett.\n\nTvå.\n", title="En rubrik\nför två")
    form = form_of(ItemForm, "i", row, text="Ett.\r\n\r\nTvå.", title="En rubrikför två")
    assert form.is_valid()
    assert form.changes() == {}


def test_a_text_that_was_changed_has_plain_line_ends():
    row = factories.an_item(text="Ett.")
    form = form_of(ItemForm, "i", row, text="Ett.\r\n\r\nTvå.")
    assert form.is_valid()
    assert form.changes() == {"text": "Ett.\n\nTvå."}


def test_what_is_not_said_can_be_said_and_taken_back():
    row = factories.an_approval()
    form = form_of(ApprovalForm, "u", row, is_done="False")
    assert form.is_valid()
    assert form.changes() == {"is_done": False}
    row.is_done = True
    form = form_of(ApprovalForm, "u", row, is_done="")
    assert form.is_valid()
    assert form.changes() == {"is_done": None}


def test_a_new_part_has_what_is_usual_where_nothing_is_said():
    form = AttendanceForm({"attendance-new-printed_name": "Ada Bo"}, key="attendance-new")
    assert form.is_valid()
    kept = {name: value for name, value in form.changes().items() if value}
    assert kept == {"printed_name": "Ada Bo", "status": "present"}
