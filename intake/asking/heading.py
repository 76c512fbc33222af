"""Questions about which body met, and when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _

from intake.asking.about import LEAVE, SEEN, About, Answer, Kind, NoSuchAnswer, NotPossible
from intake.editing.meeting import free_sequence, save_meeting
from intake.parsing.dates import MONTHS, WEEKDAYS, find_dates
from minutes.models import Meeting
from people.models import Body

NEAREST = (0, 1, -1, 2, -2, 3, -3)  # days from the printed one
REMOVE_END = "remove-end"


class BodyMissing(Kind):
    """One of the bodies; those that have met most often come first."""

    def answers(self, about: About) -> list[Answer]:
        bodies = Body.objects.annotate(held=Count("meetings")).order_by("-held", "name", "pk")
        return [Answer(f"body-{body.pk}", body.name) for body in bodies]

    def do(self, about: About, value: str) -> dict[str, Any]:
        body = Body.objects.get(pk=value.removeprefix("body-"))
        refuse_taken(about.meeting, body=body)
        save_meeting(about.meeting, {"body": body}, about.by)
        return {}


class WeekdayMismatch(Kind):
    """The printed day and the printed weekday contradict each other; which one stands?"""

    def answers(self, about: About) -> list[Answer]:
        days = [Answer(day.isoformat(), in_words(day)) for day in self._days(about)]
        return [*days, Answer(LEAVE, _("Låt vara"))]

    def do(self, about: About, value: str) -> dict[str, Any]:
        if value != LEAVE:
            move_to(about, date.fromisoformat(value))
        return {}

    def _days(self, about: About) -> list[date]:
        """The printed day, and the nearest with the printed weekday."""
        start = about.meeting.start_date
        printed = next((one for one in find_dates(about.message) if one.weekday), None)
        year = printed.year or (start.year if start else None) if printed else None
        day = printed.on(year) if printed and year else None
        if printed is None or day is None:
            return []
        near = (day + timedelta(days) for days in NEAREST)
        return [day, *(one for one in near if not printed.contradicted(one))][:2]


class DateMissing(Kind):
    """The day is typed, or taken from the name of the file."""

    takes = "date"

    def answers(self, about: About) -> list[Answer]:
        named = find_dates(about.source.file_name.replace("_", " "))
        days = dict.fromkeys(one.on(one.year) for one in named if one.year)
        return [Answer(day.isoformat(), in_words(day)) for day in days if day]

    def do(self, about: About, value: str) -> dict[str, Any]:
        try:
            day = date.fromisoformat(value)
        except ValueError as error:
            raise NoSuchAnswer(value) from error
        move_to(about, day)
        return {}


class EndBeforeStart(Kind):
    def answers(self, about: About) -> list[Answer]:
        ends = about.meeting.end_date or about.meeting.end_time
        remove = [Answer(REMOVE_END, _("Sluttiden är fel: ta bort den"))] if ends else []
        return [*remove, Answer(SEEN, _("Jag har sett det"))]

    def do(self, about: About, value: str) -> dict[str, Any]:
        if value == REMOVE_END:
            save_meeting(about.meeting, {"end_date": None, "end_time": None}, about.by)
        return {}


def move_to(about: About, day: date) -> None:
    """Let the meeting be on that day; the last day of a longer one moves along."""
    meeting = about.meeting
    refuse_taken(meeting, start_date=day)
    values: dict[str, Any] = {"start_date": day}
    if meeting.start_date and meeting.end_date:
        values["end_date"] = meeting.end_date + (day - meeting.start_date)
    elif meeting.end_date and meeting.end_date < day:
        values["end_date"] = None
    save_meeting(meeting, values, about.by)


def refuse_taken(meeting: Meeting, **change: Any) -> None:
    """Raise NotPossible where the body has another meeting in the archive on that day."""
    address = {"body": meeting.body, "start_date": meeting.start_date, **change}
    if free_sequence(meeting, **address, sequence=meeting.sequence) is not None:
        raise NotPossible(
            _(
                "Organet har redan ett möte den dagen i arkivet. Ändra ”Vilket möte den dagen”"
                " först, om det är ett annat möte."
            )
        )


def in_words(day: date) -> str:
    """``onsdagen den 6 juni 2018``: of minutes, so in Swedish whatever the page's language."""
    weekday, month = WEEKDAYS[day.weekday()].capitalize(), MONTHS[day.month - 1]
    return f"{weekday}en den {day.day} {month} {day.year}"
