from datetime import date, time

import pytest

from decisions.agenda.coming import Coming, coming
from minutes.gaps.models import MentionedMeeting
from minutes.models import Meeting
from people.models import Body

TODAY = date(2026, 3, 1)
BODY = Body(pk=1, name="Ledningsgruppen")


def minutes(day: date, **fields) -> Meeting:
    return Meeting(pk=day.toordinal(), body=BODY, start_date=day, **fields)


def word(meeting: Meeting, day: date, kind: str = "planned") -> MentionedMeeting:
    sentence = f"Mötet den {day.day}."
    return MentionedMeeting(meeting=meeting, body=BODY, date=day, kind=kind, text=sentence)


JANUARY, FEBRUARY = minutes(date(2026, 1, 9)), minutes(date(2026, 2, 6))
APRIL, MAY = date(2026, 4, 3), date(2026, 5, 8)


def days(found: list[Coming]) -> list[date]:
    return [one.day for one in found]


def test_what_is_to_come_is_told_soonest_first_and_once():
    both = [word(JANUARY, MAY), word(FEBRUARY, APRIL), word(FEBRUARY, MAY)]
    found = coming([], both, TODAY)
    assert [(one.day, one.told_by) for one in found] == [(APRIL, FEBRUARY), (MAY, FEBRUARY)]


def test_what_has_passed_is_not_to_come():
    assert coming([minutes(TODAY, next_meeting_date=date(2026, 2, 27))], [], TODAY) == []


def test_the_hour_is_known_from_the_heading_and_the_words_from_the_sentence():
    told = minutes(date(2026, 2, 6), next_meeting_date=APRIL, next_meeting_time=time(8, 30))
    (found,) = coming([told], [word(told, APRIL)], TODAY)
    assert (found.time, found.text) == (time(8, 30), "Mötet den 3.")


@pytest.mark.parametrize("kind", ["moved", "cancelled"])
def test_a_meeting_that_was_called_off_later_is_not_to_come(kind):
    assert coming([], [word(JANUARY, APRIL), word(FEBRUARY, APRIL, kind)], TODAY) == []


def test_the_same_minutes_may_call_off_what_they_name():
    both = [word(FEBRUARY, APRIL, "moved"), word(FEBRUARY, APRIL), word(FEBRUARY, MAY)]
    assert days(coming([], both, TODAY)) == [MAY]


def test_a_meeting_planned_again_after_it_was_called_off_is_to_come():
    both = [word(JANUARY, APRIL, "cancelled"), word(FEBRUARY, APRIL)]
    assert days(coming([], both, TODAY)) == [APRIL]
