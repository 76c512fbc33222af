"""Other meetings that minutes speak of."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from intake.parsing.mentioned import mentioned
from intake.reading import read_minutes
from people.names import slug
from tests.intake.parsing.printed import page

HERE = Path(__file__).parent
MINUTES = HERE.parents[2].parent / "shared" / "minutes"
MET = date(2021, 9, 17)
GROUP, COMMITTEE = "Ledningsgruppen", "Samarbetskommittén"


def told(*lines: str, body: str = GROUP) -> list[tuple]:
    return [(one.body, one.day, one.kind) for one in mentioned(page(*lines), body, MET)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nästa möte är den 15 oktober i Salem.", (GROUP, date(2021, 10, 15), "planned")),
        (
            "Anteckningarna från föregående möte den 11 juni läggs till handlingarna.",
            (GROUP, date(2021, 6, 11), "held"),
        ),
        (
            "Förslaget lämnas till Samarbetskommitténs möte den 7 oktober.",
            (COMMITTEE, date(2021, 10, 7), "planned"),
        ),
        ("Samarbetskommittén den 9 december.", (COMMITTEE, date(2021, 12, 9), "planned")),
        (
            "Frågan togs upp vid möte med samarbetskommittén den 4 februari 2021.",
            (COMMITTEE, date(2021, 2, 4), "held"),
        ),
        (
            "Ledningsgruppens möte den 15 oktober ställs in.",
            (GROUP, date(2021, 10, 15), "cancelled"),
        ),
    ],
)
def test_a_meeting_of_a_body_is_found_with_its_day(text, expected):
    assert told(text) == [expected]


def test_each_day_of_a_list_is_a_meeting():
    found = told("Samarbetskommitténs kommande möten: 30 september och 25 november.")
    assert found == [
        (COMMITTEE, date(2021, 9, 30), "planned"),
        (COMMITTEE, date(2021, 11, 25), "planned"),
    ]


def test_a_meeting_that_is_moved_leaves_one_day_for_another():
    found = told("Ledningsgruppens möte 22 oktober", "", "Mötet flyttas till den 29 oktober.")
    assert found == [
        (GROUP, date(2021, 10, 22), "planned"),
        (GROUP, date(2021, 10, 22), "moved"),
        (GROUP, date(2021, 10, 29), "planned"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Möte med Trafikverket hålls den 5 oktober.",
        "Svar på remissen senast den 5 oktober.",
        "Vera deltog i sektorsmötet den 3 september.",
        "Ledningsgruppen beslutade att bjuda in hamnchefen till en träff den 5 oktober.",
        "Södertörnskonferensen genomförs den 6 oktober.",
        "Mötet den 17 september öppnas.",
    ],
)
def test_other_days_are_no_meetings_of_a_body(text):
    assert told(text) == []


def test_a_day_without_year_is_the_next_one_unless_that_is_far_off():
    assert told("Ledningsgruppens möte den 3 juni.") == [(GROUP, date(2021, 6, 3), "held")]


def test_the_known_but_missing_meetings_of_the_real_minutes_are_found():
    if not MINUTES.is_dir():
        pytest.skip("The real minutes are not beside this checkout; own sentences are tested.")
    by_hand = tomllib.loads((HERE / "meetings_by_hand.toml").read_text())
    sought = {(one["body"], one["date"]) for one in by_hand["meetings"]}
    found, gone, held = set(), set(), set()
    for path in MINUTES.glob("*.txt"):
        minutes = read_minutes(path.read_bytes(), path.name).minutes
        start = minutes.meeting.start
        held.add((slug(minutes.meeting.body or ""), start.date() if start else None))
        for one in minutes.mentions:
            place = gone if one.kind in ("moved", "cancelled") else found
            place.add((slug(one.body), one.day))
    gaps = found - gone - held
    assert len(sought & gaps) >= 16
    assert len(gaps - sought) <= 3
