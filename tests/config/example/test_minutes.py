"""The days of the example, whenever it is laid out."""

from datetime import date, timedelta

import pytest

from config.example.minutes import Days, minutes
from decisions.follow_up.period import half_year_of

FIRST = date(2027, 1, 1)


@pytest.mark.parametrize("today", [FIRST + timedelta(days=number) for number in range(0, 800, 5)])
def test_what_was_said_has_been_and_what_is_due_comes_whatever_day_it_is(today):
    days = Days(today)
    said = days.said
    assert half_year_of(days.earlier) == half_year_of(today).before
    in_order = ["earlier", "called_off", "map_due", "order_due", "held"]
    known = [said[name] for name in in_order]
    assert known == sorted(known)
    assert today - timedelta(days=13) <= days.held <= today - timedelta(days=7)
    assert (said["soon"].year, said["soon"].month) == (today.year, today.month)
    coming = [today, said["soon"], said["later"], said["much_later"]]
    assert coming == sorted(coming)
    ahead = [today, said["before_next"], said["next"], said["committee"], said["after_next"]]
    assert ahead == sorted(ahead)
    assert {said[name].weekday() for name in ("earlier", "held", "called_off", "next")} == {4}


def test_each_text_says_that_it_is_made_up_and_prints_its_days():
    texts = minutes(Days(date(2026, 11, 21)))
    assert list(texts) == [
        "2026-05-15-ledningsgruppen-exempel.txt",
        "2026-11-13-ledningsgruppen-exempel.txt",
    ]
    assert {"Exempelhandling, påhittade personer och beslut" in text for text in texts.values()}
    earlier, latest = texts.values()
    assert "Tid: Fredagen den 15 maj 2026 kl 8.30-11.00\n" in earlier
    assert "Nästa möte hålls fredagen den 18 december 2026 kl 8.30 i Salem." in latest
    assert "- Respektive kommun meddelar senast den 30 november 2026 hur många" in latest
