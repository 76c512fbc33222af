from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.parsing.dates import MONTHS, WEEKDAYS, find_dates, find_times

DAYS = st.dates(date(1990, 1, 1), date(2049, 12, 31))
FORMS = {
    "iso": lambda day: f"{day:%Y-%m-%d}",
    "run together": lambda day: f"{day:%Y%m%d}",
    "spaced": lambda day: f"{day:%Y %m %d}",
    "dotted from the year": lambda day: f"{day:%Y.%m.%d}",
    "dotted from the day": lambda day: f"{day:%d.%m.%Y}",
    "month by name": lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    "den": lambda day: f"den {day.day} {MONTHS[day.month - 1]} {day.year}",
    "month cut short": lambda day: f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}",
    "weekday": lambda day: (
        f"{WEEKDAYS[day.weekday()].capitalize()}en den {day.day} "
        f"{MONTHS[day.month - 1]} {day.year}"
    ),
    "slash": lambda day: f"{day.day}/{day.month} {day.year}",
    "slash and two digits": lambda day: f"{day.day}/{day.month}-{day:%y}",
}


def read(text: str) -> list[tuple[int | None, int, int, int | None]]:
    return [(one.year, one.month, one.day, one.last) for one in find_dates(text)]


def clocks(text: str) -> list[tuple[time, time | None]]:
    return [(one.first, one.last) for one in find_times(text)]


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS)
def test_a_date_is_read_back_from_every_form(form, day):
    if form == "slash and two digits" and day.year < 2000:
        day = day.replace(year=2000)
    (one,) = find_dates(f"Mötet hålls {FORMS[form](day)} i Salem.")
    assert one.resolve(None) == day


@given(day=DAYS, after=DAYS)
def test_a_date_without_a_year_is_the_first_such_date_after(day, after):
    (one,) = find_dates(f"senast den {day.day} {MONTHS[day.month - 1]}")
    found = one.resolve(after)
    if found:
        assert (found.day, found.month, found >= after) == (day.day, day.month, True)
        assert (found - after).days <= 366


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("den 6 oktober 2022", (2022, 10, 6, None)),
        ("21/9 2023", (2023, 9, 21, None)),
        ("2022-10-06", (2022, 10, 6, None)),
        ("2006 06 01", (2006, 6, 1, None)),
        ("27.09.2005", (2005, 9, 27, None)),
        ("1:a mars", (None, 3, 1, None)),
        ("3 sept 2018", (2018, 9, 3, None)),
        ("3 dec. 2018", (2018, 12, 3, None)),
        ("3 maj, 2018", (2018, 5, 3, None)),
        ("tors 3 maj", (None, 5, 3, None)),
        ("29 februari", (None, 2, 29, None)),
    ],
)
def test_the_forms_of_minutes_are_dates(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12-13/6", (None, 6, 12, 13)),
        ("12–13 juni 2019", (2019, 6, 12, 13)),
        ("den 12 och 13 juni", (None, 6, 12, 13)),
        ("den 12 till 13 juni", (None, 6, 12, 13)),
        ("torsdag-fredag den 12-13 juni 2019", (2019, 6, 12, 13)),
        ("torsdag 12 till fredag 13 juni 2019", (2019, 6, 12, 13)),
        ("2019-06-12--13".replace("--", "-"), (2019, 6, 12, 13)),
    ],
)
def test_a_range_of_days_is_one_date_with_its_last_day(text, expected):
    assert read(text) == [expected]


def test_two_dates_are_two_dates_in_reading_order():
    assert read("den 21/9 2023 till fredag den 22/9 2023 och 2024-01-02") == [
        (2023, 9, 21, None),
        (2023, 9, 22, None),
        (2024, 1, 2, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "31/2",
        "30 februari 2022",
        "31 april",
        "2022-13-01",
        "2022-02-30",
        "0/5",
        "32 maj",
        "kl 12.30-13.45",
        "KS 2011/286",
        "1/13",
        "§ 12",
        "SFS 2017:725",
        "telefon 08-123 45 67",
        "maj",
    ],
)
def test_what_no_calendar_holds_is_no_date(text):
    assert read(text) == []


def test_the_29th_of_february_is_resolved_to_a_leap_year_or_to_nothing():
    (one,) = find_dates("den 29 februari")
    assert (one.resolve(date(2023, 3, 1)), one.resolve(date(2022, 1, 1))) == (
        date(2024, 2, 29),
        None,
    )


def test_the_day_of_the_meeting_itself_is_not_past():
    (one,) = find_dates("den 3 maj")
    assert one.resolve(date(2022, 5, 3)) == date(2022, 5, 3)


def test_a_date_before_the_meeting_is_next_year():
    (one,) = find_dates("den 2 maj")
    assert one.resolve(date(2022, 5, 3)) == date(2023, 5, 2)


def test_without_a_year_and_without_a_meeting_nothing_is_guessed():
    (one,) = find_dates("den 2 maj")
    assert one.resolve(None) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("12-13 juni", date(2022, 6, 13)), ("12 juni", None), ("30-31 juni 2022", None)],
)
def test_a_range_ends_on_its_last_day(text, expected):
    (one,) = find_dates(text)
    assert one.end_day(2022) == expected


def test_a_date_keeps_its_printed_words_and_its_place():
    text = "Mötet hålls torsdagen den 12 maj 2022 i Salem."
    (one,) = find_dates(text)
    assert (one.text, text[one.start : one.end], one.weekday) == (
        "torsdagen den 12 maj 2022",
        "torsdagen den 12 maj 2022",
        "tors",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("onsdagen den 6 juni 2018", False),
        ("torsdagen den 6 juni 2018", True),
        ("Tors 6 juni 2018", True),
        ("den 6 juni 2018", False),
    ],
)
def test_a_weekday_may_contradict_its_date(text, expected):
    (one,) = find_dates(text)
    assert one.contradicted(date(2018, 6, 6)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kl 9", (time(9), None)),
        ("kl. 9.30", (time(9, 30), None)),
        ("klockan 13", (time(13), None)),
        ("kl 8.30-11.00", (time(8, 30), time(11))),
        ("kl 13–15", (time(13), time(15))),
        ("8:15-12:30", (time(8, 15), time(12, 30))),
        ("16:00 till 17:15", (time(16), time(17, 15))),
        ("kl. 09.00 - ca 11.30", (time(9), time(11, 30))),
        ("kl 18.00-kl 20.15", (time(18), time(20, 15))),
        ("kl 24.00", (time(0), None)),
        ("13.00", (time(13), None)),
    ],
)
def test_the_forms_of_minutes_are_times(text, expected):
    assert clocks(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "9 ledamöter",
        "2022-10-06",
        "27.09.2005",
        "§ 12-14",
        "punkt 3-5",
        "8-11 maj",
        "kl 25",
        "KS/2011:28",
        "3,5 %",
    ],
)
def test_a_number_that_is_no_hour_is_no_time(text):
    assert clocks(text) == []


def test_a_time_beside_a_date_is_not_read_from_the_date():
    assert clocks("Torsdagen den 6 oktober 2022 kl 13.00-13.45") == [(time(13), time(13, 45))]


@pytest.mark.parametrize("text", ["19800101-1234", "dnr 2023/20231207", "120231207", "20231307"])
def test_a_number_of_eight_digits_is_no_date_where_it_goes_on_or_counts_no_day(text):
    assert read(text) == []
