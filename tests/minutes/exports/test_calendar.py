from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from minutes.exports.calendar import calendar, when
from minutes.models import Meeting
from people.models import Body

STOCKHOLM = ZoneInfo("Europe/Stockholm")
DAY, NEXT_DAY = date(2022, 10, 6), date(2022, 10, 7)


def held(**fields) -> Meeting:
    """A meeting that no database has seen."""
    body = fields.pop("body", Body(name="Ledningsgruppen", slug="ledningsgruppen"))
    known = {"pk": 7, "start_date": DAY, "updated_at": datetime(2026, 1, 2, tzinfo=UTC)}
    return Meeting(**{**known, **fields}, body=body)


def events(made: bytes) -> list[Event]:
    read = Calendar.from_ical(made)
    found = read.walk("VEVENT")
    assert [one.errors for one in [read, *found]] == [[]] * (1 + len(found))
    return found


def only(meeting: Meeting) -> Event:
    (event,) = events(calendar("Möten", [meeting]))
    return event


@pytest.mark.parametrize(
    ("fields", "start", "end"),
    [
        ({}, DAY, NEXT_DAY),
        ({"end_date": NEXT_DAY}, DAY, date(2022, 10, 8)),
        ({"start_time": time(13), "end_date": NEXT_DAY}, DAY, date(2022, 10, 8)),
        ({"start_time": time(13)}, datetime(2022, 10, 6, 13, tzinfo=STOCKHOLM), None),
        (
            {"start_time": time(13), "end_time": time(15, 30)},
            datetime(2022, 10, 6, 13, tzinfo=STOCKHOLM),
            datetime(2022, 10, 6, 15, 30, tzinfo=STOCKHOLM),
        ),
        (
            {"start_time": time(13), "end_time": time(9), "end_date": NEXT_DAY},
            datetime(2022, 10, 6, 13, tzinfo=STOCKHOLM),
            datetime(2022, 10, 7, 9, tzinfo=STOCKHOLM),
        ),
        (  # an end that cannot be true is not told
            {"start_time": time(13), "end_time": time(9)},
            datetime(2022, 10, 6, 13, tzinfo=STOCKHOLM),
            None,
        ),
    ],
)
def test_days_where_no_hours_are_known(fields, start, end):
    meeting = held(**fields)
    event = only(meeting)
    assert when(meeting) == (start, end)
    assert (event["dtstart"].dt, event["dtend"].dt if end else None) == (start, end)
    assert ("dtend" in event) == (end is not None)


def test_an_event_tells_what_the_archive_knows():
    event = only(held(title="Möte; nr 3", location="Salem, Salen", version=4))
    assert {name: str(event[name]) for name in ("summary", "location", "description", "url")} == {
        "summary": "Ledningsgruppen",
        "location": "Salem, Salen",
        "description": "Möte; nr 3",
        "url": "http://127.0.0.1:8000/moten/ledningsgruppen/2022-10-06/",
    }
    moments = {event["dtstamp"].dt, event["last-modified"].dt}
    assert (moments, event["sequence"]) == ({datetime(2026, 1, 2, tzinfo=UTC)}, 4)
    assert event["status"] == "CONFIRMED"


def test_an_extra_meeting_says_so():
    assert only(held(kind="extra"))["summary"] == "Ledningsgruppen: Extra möte"


def test_a_meeting_that_is_moved_is_the_same_event():
    moved = held(start_date=NEXT_DAY, body=Body(name="Samarbetskommittén", slug="sk"))
    assert only(moved)["uid"] == only(held())["uid"] == "mote-7@127.0.0.1"


def test_a_meeting_to_come_is_tentative_and_known_by_its_day():
    telling = held(next_meeting_date=date(2031, 7, 1), next_meeting_time=time(8, 30))
    (event,) = events(calendar("Möten", [], [telling]))
    assert event["uid"] == "kommande-ledningsgruppen-2031-07-01@127.0.0.1"
    assert event["dtstart"].dt == datetime(2031, 7, 1, 8, 30, tzinfo=STOCKHOLM)
    assert event["status"] == "TENTATIVE"
    assert event["description"] == "Enligt minnesanteckningarna 2022-10-06."


def test_the_zone_is_told_along_and_agrees_with_the_worlds():
    read = Calendar.from_ical(calendar("Möten", []))
    (zone,) = read.walk("VTIMEZONE")
    told = zone.to_tz(lookup_tzid=False)
    for moment in [datetime(y, m, 1, 12) for y in (1999, 2022, 2049) for m in range(1, 13)]:  # noqa: DTZ001
        assert (
            moment.replace(tzinfo=told).utcoffset() == moment.replace(tzinfo=STOCKHOLM).utcoffset()
        )


def test_every_line_is_folded_and_ends_as_it_should():
    made = calendar("Möten", [held(location="Långa salen, " * 20)])
    lines = made.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in made.replace(b"\r\n", b"")


def test_what_no_calendar_can_hold_is_left_out():
    event = only(held(title="en\0\x0b rad\nen till", location="Salen\x7f"))
    assert (event["description"], event["location"]) == ("en rad\nen till", "Salen")
