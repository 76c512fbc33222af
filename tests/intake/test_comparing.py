"""Another reading beside the archive: what differs, who set what is stored, and what is asked."""

from dataclasses import replace
from datetime import date

import pytest

from intake.comparing import ADDED, CHANGED, GONE, compare
from intake.matching import Bodies
from intake.parsing.minutes import (
    ParsedApproval,
    ParsedAttendance,
    ParsedDecision,
    ParsedItem,
    ParsedMeeting,
    ParsedMinutes,
)
from intake.storing import store

pytestmark = pytest.mark.django_db

BRIDGE = ParsedDecision("Att bygga bron.", organizations=("Salem",), lines=(9, 9))
TRAIN = ParsedItem("1", "Tåg", text="Tågen går.", lines=(6, 7))
ROADS = ParsedItem("2", "Vägar", lines=(8, 9), decisions=(BRIDGE,))
VERA = ParsedAttendance("Vera Lindqvist", "Salem", lines=(4, 4))
MINUTES = ParsedMinutes(
    ParsedMeeting("Anteckningar", "Ledningsgruppen", start=date(2022, 5, 6), location="Salem"),
    (VERA,),
    (ParsedApproval("Vera Lindqvist", "approver", lines=(10, 10)),),
    (TRAIN, ROADS),
)


@pytest.fixture
def meeting():
    bodies = Bodies()
    return store(MINUTES, "a" * 64, bodies, bodies.find("Ledningsgruppen")).meeting


def told(meeting, minutes):
    """(where, label, stored, proposed, kind, ticked) of each difference."""
    return [
        (one.where, str(one.label), one.stored, one.proposed, one.kind, one.wished)
        for one in compare(meeting, minutes).differences
    ]


def items(*items):
    return replace(MINUTES, items=items)


def test_the_same_reading_has_no_difference(meeting):
    assert told(meeting, MINUTES) == []


def test_a_field_of_the_meeting_is_compared(meeting):
    elsewhere = replace(MINUTES, meeting=replace(MINUTES.meeting, location="Nykvarn"))
    assert told(meeting, elsewhere) == [("Mötet", "Plats", "Salem", "Nykvarn", CHANGED, True)]


def test_silence_contradicts_nothing(meeting):
    silent = replace(MINUTES, meeting=replace(MINUTES.meeting, location=None, title=None))
    assert told(meeting, silent) == []


def test_what_a_person_set_is_not_ticked(meeting):
    meeting.location, meeting.origins["location"] = "Tumba", "edited"
    meeting.save()
    assert told(meeting, MINUTES) == [("Mötet", "Plats", "Tumba", "Salem", CHANGED, False)]


def test_a_reworded_decision_is_the_same_decision(meeting):
    reworded = replace(BRIDGE, text="Att bygga bron i maj.", due=date(2022, 5, 31))
    where = "Punkt 2. Vägar, beslut 1"
    assert told(meeting, items(TRAIN, replace(ROADS, decisions=(reworded,)))) == [
        (where, "Text", "Att bygga bron.", "Att bygga bron i maj.", CHANGED, True),
        (where, "Klart senast", "", "2022-05-31", CHANGED, True),
    ]


def test_new_rows_are_ticked_and_lost_ones_are_not(meeting):
    cycling = ParsedItem("3", "Cykelvägar", decisions=(ParsedDecision("Att asfaltera."),))
    assert told(meeting, items(ROADS, cycling)) == [
        ("Punkt 1. Tåg", "Finns inte där", "Tågen går.", "", GONE, False),
        ("Punkt 3. Cykelvägar", "Ny", "", "3. Cykelvägar", ADDED, True),
        ("Punkt 3. Cykelvägar, beslut 1", "Ny", "", "Att asfaltera.", ADDED, True),
    ]


def test_a_name_is_compared_by_its_municipality(meeting):
    moved = replace(MINUTES, attendances=(replace(VERA, organization="Tyresö", remote=True),))
    assert told(meeting, moved) == [
        ("Närvaro: Vera Lindqvist", "Organisation som tryckt", "Salem", "Tyresö", CHANGED, True),
        ("Närvaro: Vera Lindqvist", "På distans", "nej", "ja", CHANGED, True),
    ]


def test_the_organizations_of_a_decision_are_compared_by_name(meeting):
    more = replace(BRIDGE, organizations=("Tyresö", "Salem"))
    assert told(meeting, items(TRAIN, replace(ROADS, decisions=(more,)))) == [
        ("Punkt 2. Vägar, beslut 1", "Namngivna", "Salem", "Salem, Tyresö", CHANGED, True)
    ]


def test_keys_are_one_for_each_difference(meeting):
    other = replace(
        items(ParsedItem("1", "Buss"), ParsedItem("2", "Hamn")),
        attendances=(ParsedAttendance("Nils Ek"), ParsedAttendance("Nils Ek", "Salem")),
    )
    keys = [one.key for one in compare(meeting, other).differences]
    assert len(keys) == len(set(keys)) == 8


def test_the_number_of_queries_does_not_follow_the_length(meeting, django_assert_num_queries):
    long = items(*(ParsedItem(str(n), f"Punkt {n}", decisions=(BRIDGE,)) for n in range(30)))
    for minutes in (MINUTES, long):
        with django_assert_num_queries(7):
            compare(meeting, minutes)
