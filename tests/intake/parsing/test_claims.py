from intake.parsing.claims import claim, unclaimed
from intake.parsing.minutes import (
    ParsedApproval,
    ParsedAttendance,
    ParsedItem,
    ParsedMeeting,
    ParsedMinutes,
)
from tests.intake.typed import lines, minutes

TEXT = """\
Energiverket

Protokoll från Energirådet
1 (2)
Tid: 3 maj 2022
Deltagare:
Bo Ek, Salem

1. Läget

Läget är gott.

Justeras
Bo Ek
"""


def test_each_field_claims_its_lines():
    facts = ParsedMinutes(
        ParsedMeeting(lines={"title": (3, 3), "start": (5, 5)}),
        attendances=(ParsedAttendance("Bo Ek", lines=(7, 7)),),
        approvals=(ParsedApproval("Bo Ek", "approver", lines=(13, 14)),),
        items=(ParsedItem("1", "Läget", lines=(9, 11)),),
    )
    assert claim(facts, lines(TEXT)) == {
        "meeting.title": (3,),
        "meeting.start": (5,),
        "attendances": (7,),
        "approvals": (13, 14),
        "items": (9, 10, 11),
        "furniture": (4,),
    }


def test_a_field_without_lines_claims_nothing():
    assert claim(ParsedMinutes(), lines("Bo Ek")) == {}


def test_what_no_field_claims_is_listed_and_blank_lines_are_not():
    assert unclaimed(lines("Ett\n\nTvå\nTre"), {"items": (3,)}) == (1, 4)


def test_every_line_with_text_is_claimed_once_or_listed():
    found = minutes(TEXT)
    claimed = {no for numbers in found.claims.values() for no in numbers}
    printed = {one.no for one in lines(TEXT) if not one.blank}
    assert (claimed & printed) | set(found.unclaimed) == printed
    assert claimed & set(found.unclaimed) == set()


def test_a_letterhead_is_listed_as_unclaimed():
    assert minutes(TEXT).unclaimed[0] == 1
