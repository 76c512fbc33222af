from datetime import date

import pytest

from decisions.follow_up.period import Period, half_year_of

SPRING = Period(date(2026, 1, 1), date(2026, 6, 30))
AUTUMN = Period(date(2026, 7, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "period"),
    [
        (date(2026, 1, 1), SPRING),
        (date(2026, 6, 30), SPRING),
        (date(2026, 7, 1), AUTUMN),
        (date(2026, 12, 31), AUTUMN),
    ],
)
def test_a_day_lies_in_a_half_year(day, period):
    assert half_year_of(day) == period


def test_half_years_follow_upon_each_other():
    assert (AUTUMN.before, SPRING.after) == (SPRING, AUTUMN)
    assert SPRING.before == Period(date(2025, 7, 1), date(2025, 12, 31))


def test_around_any_other_period_they_are_those_beside_it():
    year = Period(date(2026, 2, 1), date(2027, 1, 31))
    assert year.before == Period(date(2025, 7, 1), date(2025, 12, 31))
    assert year.after == Period(date(2027, 7, 1), date(2027, 12, 31))
