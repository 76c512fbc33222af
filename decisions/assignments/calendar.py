"""Due dates as a calendar (RFC 5545): each a day without hours."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from decisions.assignments.models import Assignment
from decisions.assignments.wording import due_in_words
from minutes.exports.addresses import absolute, host
from minutes.exports.calendar import begun
from minutes.exports.characters import sound

LONGEST_SUMMARY = 120  # characters


def calendar(name: str, assignments: Iterable[Assignment]) -> bytes:
    """Of assignments with a due date and their source."""
    made: Calendar = begun(name)
    for one in assignments:
        made.add_component(_event(one))
    return made.to_ical()


def _event(assignment: Assignment) -> Event:
    """Known again by its permanent address, also when its day is corrected."""
    meeting, day = assignment.item.meeting, assignment.due_date
    event = Event()
    event.add("uid", f"uppdrag-{assignment.public_id}@{host()}")
    event.add("dtstamp", meeting.updated_at)
    event.add("last-modified", meeting.updated_at)
    event.add("sequence", meeting.version)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", sound(_summary(assignment)))
    event.add("description", sound(_description(assignment)))
    event.add("url", absolute(assignment.get_absolute_url()))
    event.add("transp", "TRANSPARENT")  # who reads the archive is not busy because of it
    return event


def _summary(assignment: Assignment) -> str:
    who = str(assignment.responsible or _("Ingen namngiven"))
    return Truncator(f"{who}: {' '.join(assignment.sentence.split())}").chars(LONGEST_SUMMARY)


def _description(assignment: Assignment) -> str:
    meeting = assignment.item.meeting
    told = [assignment.sentence, due_in_words(assignment)]
    told += [f"”{assignment.due_text}”"] if assignment.due_text else []
    where = f"{meeting.body or _('Oklart organ')} {meeting.date_slug}, {assignment.item}"
    return "\n".join([*told, where, str(assignment.get_standing_display())])
