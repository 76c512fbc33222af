from datetime import date, time

import pytest
from django.utils import translation

from minutes.models import Meeting
from minutes.templatetags.swedish_dates import clock, held, long_date, plain_date, short_date

DAY = date(2022, 10, 6)


def test_dates_as_swedes_write_them():
    assert long_date(DAY) == "torsdag 6 oktober 2022"
    assert plain_date(DAY) == "6 oktober 2022"
    assert short_date(DAY) == "6 okt 2022"
    assert clock(time(8, 30)) == "8.30"


def test_dates_follow_the_language_of_the_page():
    with translation.override("en"):
        assert long_date(DAY) == "Thursday 6 October 2022"
        assert short_date(DAY) == "6 Oct 2022"
        assert clock(time(8, 30)) == "8:30"
        assert held(Meeting(start_date=DAY, start_time=time(9))) == (
            "Thursday 6 October 2022 at 9:00"
        )


def test_no_date_is_no_text():
    assert [f(None) for f in (long_date, plain_date, short_date, clock)] == ["", "", "", ""]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "torsdag 6 oktober 2022"),
        ({"start_time": time(13)}, "torsdag 6 oktober 2022 kl. 13.00"),
        ({"end_time": time(15)}, "torsdag 6 oktober 2022"),
        (
            {"start_time": time(13), "end_time": time(13, 45)},
            "torsdag 6 oktober 2022 kl. 13.00–13.45",
        ),
        (
            {"start_time": time(15), "end_date": date(2022, 10, 7), "end_time": time(12)},
            "torsdag 6 oktober 2022 kl. 15.00 – fredag 7 oktober 2022 kl. 12.00",
        ),
        ({"start_date": None}, "datum oklart"),
    ],
)
def test_when_a_meeting_was_held(fields, words):
    assert held(Meeting(**{"start_date": DAY, **fields})) == words
