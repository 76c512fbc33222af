"""Which meetings are to come, as the latest minutes that speak of them say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from django.db.models import OuterRef

from minutes.enclosing import enclosed, opened
from minutes.gaps.models import MentionedMeeting, Told
from minutes.models import Meeting
from people.models import Body

_MENTION = ("id", "body_id", "body__name", "body__slug", "date", "kind", "text", "first_line")
_CALLED_OFF = {Told.MOVED, Told.CANCELLED}


@dataclass(frozen=True)
class Coming:
    """A meeting to come; ``text`` is the printed sentence, empty where only a date is known."""

    body: Body
    day: date
    told_by: Meeting
    time: time | None = None
    text: str = ""
    line: int | None = None
    is_called_off: bool = False

    def and_also(self, before: Coming | None) -> Coming:
        """With what was said before of the same meeting and is not said again."""
        if before is None:
            return self
        both = replace(self, time=self.time or before.time)
        return both if self.text else replace(both, text=before.text, line=before.line)


def coming(
    telling: Iterable[Meeting], mentioned: Iterable[MentionedMeeting], today: date
) -> list[Coming]:
    """From today on, the soonest first. Of what was planned and then moved the later word counts.

    ``telling`` are meetings with their bodies; those that tell of no meeting to come do no harm.
    """
    found: dict[tuple[int, date], Coming] = {}
    announced = [_announced(one) for one in telling if one.body and one.next_meeting_date]
    for one in sorted([*announced, *map(_mentioned, mentioned)], key=_when_told):
        key = (one.body.pk, one.day)
        before = found.pop(key, None)
        if not one.is_called_off and one.day >= today:
            found[key] = one.and_also(before)
    return sorted(found.values(), key=lambda one: (one.day, one.body.name))


def mentioned_to(user: Any, today: date) -> Any:
    """What the minutes that the user may see say of meetings from today on."""
    rows = MentionedMeeting.objects.filter(meeting__in=Meeting.objects.visible_to(user))
    return rows.filter(date__gte=today).select_related("body", "meeting__body")


def ahead(today: date) -> Any:
    """What each meeting says of meetings from today on, as an annotation for ``mentioned_by``."""
    said = MentionedMeeting.objects.filter(meeting=OuterRef("pk"), date__gte=today)
    return enclosed(said, *_MENTION)


def mentioned_by(meetings: Iterable[Meeting]) -> Iterator[MentionedMeeting]:
    """Of meetings with ``ahead_rows``; asks the database nothing."""
    for meeting in meetings:
        for one in opened(MentionedMeeting, meeting.ahead_rows):
            one.meeting = meeting
            yield one


def without_held(found: Iterable[Coming], known: Iterable[Meeting]) -> list[Coming]:
    """Without those that are among the known meetings already, as one held today is."""
    held = [(one.body_id, one.start_date, one.end_date) for one in known if one.start_date]
    return [
        one
        for one in found
        if not any(
            body == one.body.pk and first <= one.day <= (last or first)
            for body, first, last in held
        )
    ]


def _announced(meeting: Meeting) -> Coming:
    lines = meeting.source_lines.get("next_meeting_date") or [None]
    return Coming(
        meeting.body, meeting.next_meeting_date, meeting, meeting.next_meeting_time, line=lines[0]
    )


def _mentioned(one: MentionedMeeting) -> Coming:
    is_called_off = one.kind in _CALLED_OFF
    return Coming(
        one.body,
        one.date,
        one.meeting,
        text=one.text,
        line=one.first_line,
        is_called_off=is_called_off,
    )


def _when_told(one: Coming) -> tuple:
    """In one and the same minutes a meeting is called off after it was mentioned."""
    told_by = one.told_by
    return told_by.start_date or date.min, told_by.pk, one.is_called_off, bool(one.text)
