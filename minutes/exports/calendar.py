"""Meetings as a calendar (RFC 5545) that other programs import or subscribe to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDuration

from minutes.exports.addresses import absolute, host
from minutes.exports.characters import sound
from minutes.models import Meeting, MeetingKind

CONTENT_TYPE = "text/calendar; charset=utf-8"
ZONE = "Europe/Stockholm"  # the times of minutes, whatever zone the server is in
ASK_AGAIN_AFTER = timedelta(hours=12)
When = date | datetime


def calendar(name: str, held: Iterable[Meeting], coming: Iterable[Meeting] = ()) -> bytes:
    """The meetings ``held``, and those that the meetings ``coming`` announce, as tentative."""
    made = begun(name)
    for meeting in held:
        made.add_component(_held(meeting))
    for meeting in coming:
        made.add_component(_announced_by(meeting))
    return made.to_ical()


def begun(name: str) -> Calendar:
    """A calendar of that name, without events."""
    made = Calendar()
    made.add("prodid", "-//Motesarkivet//SV")
    made.add("version", "2.0")
    made.add("x-wr-calname", sound(name))  # what most programs read; RFC 7986 says NAME
    made.add("name", sound(name))
    made.add("refresh-interval", vDuration(ASK_AGAIN_AFTER), parameters={"value": "DURATION"})
    made.add_component(_zone())
    return made


def _held(meeting: Meeting) -> Event:
    """Known again by its key, also when its day or body is corrected and it has a new address."""
    event = _event(f"mote-{meeting.pk}", meeting)
    start, end = when(meeting)
    event.add("dtstart", start)
    if end is not None:
        event.add("dtend", end)
    event.add("summary", sound(_summary(meeting)))
    event.add("status", "CONFIRMED")
    if meeting.location:
        event.add("location", sound(meeting.location))
    if meeting.title:
        event.add("description", sound(meeting.title))
    return event


def _announced_by(meeting: Meeting) -> Event:
    """The next meeting, as these minutes tell of it; nobody has a key for it yet."""
    day, time = meeting.next_meeting_date, meeting.next_meeting_time
    event = _event(f"kommande-{meeting.body_slug}-{day}", meeting)
    event.add("dtstart", _moment(day, time) if time else day)
    event.add("summary", sound(str(meeting.body)))
    event.add("status", "TENTATIVE")
    event.add(
        "description", _("Enligt minnesanteckningarna %(day)s.") % {"day": meeting.date_slug}
    )
    return event


def _event(key: str, meeting: Meeting) -> Event:
    """An event as recent as the meeting's row, which says when and how often it has changed."""
    event = Event()
    event.add("uid", f"{key}@{host()}")
    event.add("dtstamp", meeting.updated_at)
    event.add("last-modified", meeting.updated_at)
    event.add("sequence", meeting.version)
    event.add("url", absolute(meeting.get_absolute_url()))
    event.add("transp", "TRANSPARENT")  # who reads the archive is not busy because of it
    return event


def when(meeting: Meeting) -> tuple[When, When | None]:
    """Start and end, the end not included; None if only the start is known.

    Days without hours where no time is stated, or only that of the first of several days.
    """
    first, last = meeting.start_date, meeting.end_date or meeting.start_date
    if meeting.start_time is None or (last > first and meeting.end_time is None):
        return first, last + timedelta(days=1)
    start = _moment(first, meeting.start_time)
    end = _moment(last, meeting.end_time) if meeting.end_time else None
    return start, end if end and end > start else None


def _moment(day: date, time) -> datetime:
    return datetime.combine(day, time, tzinfo=ZoneInfo(ZONE))


def _summary(meeting: Meeting) -> str:
    body = str(meeting.body or _("Oklart organ"))
    if meeting.kind == MeetingKind.ORDINARY:
        return body
    return f"{body}: {MeetingKind(meeting.kind).label}"


def _zone() -> Timezone:
    """Summer time as it has been since 1996: by a rule, which goes on for ever."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    summer, winter = timedelta(hours=2), timedelta(hours=1)
    turns = [
        (TimezoneDaylight(), "CEST", "1996-03-31T02:00", winter, summer, 3),
        (TimezoneStandard(), "CET", "1996-10-27T03:00", summer, winter, 10),
    ]
    for turn, name, first, before, after, month in turns:
        turn.add("tzname", name)
        turn.add("dtstart", datetime.fromisoformat(first))
        turn.add("tzoffsetfrom", before)
        turn.add("tzoffsetto", after)
        turn.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        zone.add_component(turn)
    return zone
