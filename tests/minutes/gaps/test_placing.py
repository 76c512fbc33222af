from dataclasses import dataclass
from datetime import date

from minutes.gaps.missing import Gap
from minutes.gaps.placing import Year, between, by_year, day_of


@dataclass(frozen=True)
class Meeting:
    start_date: date | None


def meeting(*day: int) -> Meeting:
    return Meeting(date(*day) if day else None)


def gap(*day: int) -> Gap:
    return Gap(None, date(*day), "missing", ())


def test_a_gap_stands_among_the_meetings_of_its_year():
    latest, first = meeting(2022, 10, 6), meeting(2022, 3, 18)
    missing, older = gap(2022, 6, 17), gap(2020, 1, 2)
    assert by_year([latest, first], [older, missing]) == [
        Year(2022, [latest, missing, first]),
        Year(2020, [older]),
    ]


def test_of_one_day_the_meeting_stands_first():
    met, missing = meeting(2022, 3, 18), gap(2022, 3, 18)
    assert by_year([met], [missing]) == [Year(2022, [met, missing])]


def test_undated_meetings_stand_before_all():
    undated, met, missing = meeting(), meeting(2022, 3, 18), gap(2023, 1, 1)
    assert by_year([undated, met], [missing]) == [
        Year(None, [undated]),
        Year(2023, [missing]),
        Year(2022, [met]),
    ]


def test_each_gap_stands_on_one_page():
    gaps = [gap(2023, 1, 1), gap(2022, 10, 6), gap(2022, 6, 17), gap(2020, 1, 1)]
    last_of_first, last_of_second = date(2022, 10, 6), date(2021, 1, 1)
    assert [
        between(gaps, None, last_of_first),
        between(gaps, last_of_first, last_of_second),
        between(gaps, last_of_second, None),
    ] == [gaps[:2], gaps[2:3], gaps[3:]]
    assert between(gaps, None, None) == gaps


def test_a_page_that_ends_among_the_undated_has_no_gap():
    gaps = [gap(2023, 1, 1)]
    end = day_of(meeting())
    assert (between(gaps, None, end), between(gaps, end, None)) == ([], gaps)
