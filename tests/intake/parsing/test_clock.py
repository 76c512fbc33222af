from datetime import date, datetime

import pytest

from intake.parsing.clock import read_clock
from tests.intake.typed import front


def read(text: str):
    clock = read_clock(front(text))
    return clock.start, clock.end


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2022, 5, day, hour, minute)  # noqa: DTZ001 (local, as printed)


@pytest.mark.parametrize(
    "text",
    [
        "Tid: Tisdagen den 3 maj 2022 kl 9.00-11.30",
        "Tid Tisdagen den 3 maj 2022 kl 09.00–11.30",
        "Datum: 2022-05-03\nTid: 9:00 till 11:30",
        "Dag: den 3 maj 2022\nKlockan: 9.00-11.30",
        "Plats och tid    Salen, den 3 maj 2022 kl 9.00-11.30",
        "Tid och plats: 3/5 2022, kl 9.00 - 11.30, Salen",
        "Protokoll den 3 maj 2022\n\nTid: kl. 9.00-11.30",
        "Sammanträdesdatum    2022 05 03\nSammanträdestid    kl. 9.00-11.30",
        "Tid: 03.05.2022 kl 9.00-11.30",
        "Tid: den 3 maj 2022\n kl 9.00-11.30",
    ],
)
def test_a_meeting_begins_and_ends_in_every_layout(text):
    assert read(text) == (at(3, 9), at(3, 11, 30))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tid: den 3 maj 2022 kl 9", (at(3, 9), None)),
        ("Datum: den 3 maj 2022", (date(2022, 5, 3), None)),
        ("Protokoll den 3 maj 2022", (date(2022, 5, 3), None)),
        ("Tid: kl 9-10", (None, None)),
        ("Tid: den 3 maj kl 9-10", (None, None)),
        ("Protokoll", (None, None)),
        ("Tid: den 31 april 2022", (None, None)),
        ("Tid: den 29 februari 2022 kl 9", (None, None)),
    ],
)
def test_what_is_not_printed_is_not_guessed(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tid: Torsdag den 3 maj 2022 kl 15.00 till fredag den 4 maj 2022 kl 12.00",
        "Tid: 3/5 2022 kl 15.00 till fredag den 4/5 2022 kl 12.00",
        "Tid: den 3 maj kl 15.00 till den 4 maj 2022 kl 12.00",
        "Tid: den 3-4 maj 2022 kl 15.00-12.00",
    ],
)
def test_a_meeting_of_two_days_ends_on_the_second(text):
    assert read(text) == (at(3, 15), at(4, 12))


def test_two_days_without_hours_are_two_dates():
    assert read("Tid: den 3-4 maj 2022") == (date(2022, 5, 3), date(2022, 5, 4))


@pytest.mark.parametrize(
    "text",
    [
        "Tid: den 3 maj 2022 kl 9.00-11.30, ajournering kl 10.00-10.15",
        "Tid: den 3 maj 2022 kl 9.00-11.30 ajournerat 10.00-10.15",
        "Tid: den 3 maj 2022 kl 9.00-11.30, lunch 10.00-10.30",
        "Tid: den 3 maj 2022 kl 9.00-11.30\n gruppmöte kl 10.00-10.15",
    ],
)
def test_a_break_moves_neither_start_nor_end(text):
    assert read(text) == (at(3, 9), at(3, 11, 30))


def test_a_meeting_in_two_parts_ends_with_the_second():
    text = "Tid: den 3 maj 2022\n kl. 9.00-10.00 (punkterna 1-4)\n kl. 10.30-11.30 (punkterna 5-8)"
    assert read(text) == (at(3, 9), at(3, 11, 30))


def test_the_printed_date_and_its_line_are_kept():
    clock = read_clock(front("Protokoll\n\nTid: Tisdagen den 3 maj 2022 kl 9"))
    assert (clock.printed.text, clock.printed.weekday, clock.line) == (
        "Tisdagen den 3 maj 2022",
        "Tis",
        3,
    )


def test_six_digits_at_the_end_of_a_title_tell_the_day_where_nothing_else_does():
    assert read("Minnesanteckningar Hamnrådet 220503")[0] == date(2022, 5, 3)
    assert read("Minnesanteckningar Hamnrådet 220503\n\nTid: 4 maj 2022")[0] == date(2022, 5, 4)


@pytest.mark.parametrize("text", ["Anteckningar 221503", "Hamnrådet 220503", "Protokoll 9/220503"])
def test_other_digits_are_no_day(text):
    assert read(text)[0] is None
