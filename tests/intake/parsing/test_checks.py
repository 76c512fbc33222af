from datetime import date, datetime

import pytest

from intake.parsing.checks import check
from intake.parsing.dates import find_dates
from intake.parsing.minutes import (
    ParsedApproval,
    ParsedAttendance,
    ParsedItem,
    ParsedMeeting,
    ParsedMinutes,
    Remark,
)
from tests.intake.typed import minutes

HELD = date(2018, 6, 6)  # a Wednesday
MEETING = ParsedMeeting(body="Direktionen", start=HELD, lines={"start": (3, 3)})
BO = ParsedAttendance("Bo Ek", "Salem", lines=(5, 5))
ITEM = ParsedItem("1", "Läget", text="Läget är gott.", lines=(9, 11))
WHOLE = ParsedMinutes(MEETING, attendances=(BO,), items=(ITEM,))


def checked(**changed) -> tuple[Remark, ...]:
    facts = {"meeting": MEETING, "attendances": (BO,), "items": (ITEM,), **changed}
    return check(ParsedMinutes(**facts), None)


def test_minutes_that_add_up_have_no_remarks():
    assert check(WHOLE, None) == ()


def test_a_body_that_is_not_printed_is_asked_for():
    assert checked(meeting=ParsedMeeting(start=HELD)) == (
        Remark("body-missing", "Vilket organ mötet gäller står inte i filen."),
    )


def test_a_date_that_is_not_printed_is_asked_for():
    assert checked(meeting=ParsedMeeting(body="Direktionen")) == (
        Remark("date-missing", "Mötets datum står inte i filen."),
    )


def test_a_weekday_against_the_date_is_asked_about_and_never_repaired():
    (printed,) = find_dates("torsdagen den 6 juni 2018")
    assert check(WHOLE, printed) == (
        Remark(
            "weekday-mismatch",
            "torsdagen den 6 juni 2018 var en onsdag. Vilket stämmer?",
            3,
        ),
    )


@pytest.mark.parametrize("text", ["onsdagen den 6 juni 2018", "den 6 juni 2018"])
def test_a_weekday_that_agrees_is_no_question(text):
    (printed,) = find_dates(text)
    assert check(WHOLE, printed) == ()


def test_a_meeting_that_ends_before_it_begins_is_asked_about():
    backwards = ParsedMeeting(
        body="Direktionen",
        start=datetime(2018, 6, 6, 13),  # noqa: DTZ001 (local, as printed)
        end=datetime(2018, 6, 6, 9),  # noqa: DTZ001
        lines={"start": (3, 3)},
    )
    assert checked(meeting=backwards) == (
        Remark("end-before-start", "Mötet slutar innan det börjar.", 3),
    )


def test_who_is_present_and_absent_is_asked_about():
    absent = ParsedAttendance("BO EK", "Salem", status="absent", lines=(7, 7))
    assert checked(attendances=(BO, absent)) == (
        Remark("present-and-absent", "BO EK står både som närvarande och som frånvarande.", 7),
    )


def test_a_municipality_that_is_none_is_asked_about():
    guest = ParsedAttendance("Eva Sten", "Botkyrkka", lines=(6, 6))
    assert checked(attendances=(BO, guest)) == (
        Remark("unknown-organization", "Botkyrkka är ingen känd kommun eller organisation.", 6),
    )


@pytest.mark.parametrize("known", ["Salem", "Tyresö", "Södertörnskommunerna", "Region Norr", None])
def test_a_known_organization_is_no_question(known):
    assert checked(attendances=(ParsedAttendance("Bo Ek", known),)) == ()


def test_a_list_of_attendance_that_is_missing_is_asked_for():
    assert checked(attendances=()) == (
        Remark(
            "attendance-missing", "Vilka som var med står inte i filen, eller gick inte att läsa."
        ),
    )


@pytest.mark.parametrize(
    "attendances", [(BO,), (BO, ParsedAttendance("Eva Sten", "Salem", status="absent"))]
)
def test_an_approver_who_was_not_present_is_asked_about(attendances):
    approval = ParsedApproval("Eva Sten", "approver", lines=(20, 21))
    assert checked(attendances=attendances, approvals=(approval,)) == (
        Remark("approver-not-present", "Eva Sten justerar men står inte som närvarande.", 20),
    )


def test_a_recorder_need_not_be_present():
    assert checked(approvals=(ParsedApproval("Moa Lind", "recorder"),)) == ()


def test_an_approver_is_not_asked_about_where_nobody_is_listed():
    found = checked(attendances=(), approvals=(ParsedApproval("Eva Sten", "approver"),))
    assert [one.code for one in found] == ["attendance-missing"]


def test_a_number_that_stands_twice_is_asked_about_the_second_time():
    again = ParsedItem("1", "Läget", lines=(15, 18))
    assert checked(items=(ITEM, again)) == (
        Remark("duplicate-item-number", "Punkt 1 står mer än en gång.", 15),
    )


def test_items_without_numbers_are_no_duplicates():
    assert checked(items=(ParsedItem("", "Läget"), ParsedItem("", "Framåt"))) == ()


def test_minutes_without_items_are_asked_about():
    assert checked(items=()) == (
        Remark("items-missing", "Inga punkter på dagordningen gick att läsa."),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Bo Ek berättar om läget och om vad som återstår att",
        "Bo Ek berättar om läget och vill gärna gå vidare med",
        "Läget är gott.\n\nBo Ek berättar sedan om vad som återstår i",
    ],
)
def test_a_sentence_that_breaks_off_is_asked_about(text):
    (found,) = checked(items=(ParsedItem("1", "Läget", text=text, lines=(9, 11)),))
    assert (found.code, found.line) == ("text-cut-off", 11)


@pytest.mark.parametrize(
    "text",
    ["Bo Ek berättar om läget och om vad som återstår.", "Frågor att gå vidare med", "Se bilaga"],
)
def test_a_sentence_that_ends_or_a_short_line_is_no_question(text):
    assert checked(items=(ParsedItem("1", "Läget", text=text),)) == ()


def test_a_paragraph_that_may_belong_to_a_decision_is_asked_about():
    wide = "Bo Ek berättar om läget och om vad som återstår att göra innan båten kan sjösättas.\n"
    found = minutes(
        "Protokoll från Energirådet\n\nTid: 3 maj 2022\n\nDeltagare: Bo Ek\n\n"
        f"1. Båten\n\n{wide}\nBeslut\n\nBåten hyrs till hösten.\n\n"
        f"Båten är gammal och ska målas om.\n\n2. Avslut\n\n{wide}"
    )
    assert found.remarks == (
        Remark(
            "undecided-paragraph",
            "Hör stycket till beslutet? ”Båten är gammal och ska målas om.”",
            15,
        ),
    )
