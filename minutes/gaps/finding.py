"""Finds the meetings that the minutes speak of and that the archive does not have.

For each reader anew: a meeting that is hidden from somebody is missing to them like one that does
not exist, and what hidden minutes say of others is not told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone

from minutes.gaps.missing import Gap, Mention, gaps
from minutes.gaps.models import SettledGap, Told
from minutes.gaps.querysets import without_meeting
from minutes.models import Meeting, MentionedMeeting
from minutes.querysets import with_file

NEXT = "next_meeting_date"


def gaps_visible_to(user: Any) -> list[Gap]:
    """By body, the latest first. Three questions to the database."""
    visible = Meeting.objects.visible_to(user)
    said = MentionedMeeting.objects.visible_to(user).missing(visible).with_source()
    announced = with_file(without_meeting(visible, visible, "body", NEXT), "source_files")
    announced = announced.exclude(body=None).exclude(**{NEXT: None}).select_related("body")
    mentions = _together(map(_mention, said), map(_announcement, announced))
    settled = {(one.body_id, one.date): one for one in SettledGap.objects.select_related("by")}
    return gaps(mentions, settled, timezone.localdate())


def gaps_among(chosen: Mapping[str, list[str]], user: Any) -> list[Gap]:
    """Those of the bodies and in the years that a list of meetings is asked for.

    None where anything else narrows the list: nobody knows what the missing ones would say.
    """
    if set(chosen) - {"organ", "ar"}:
        return []
    bodies, years = chosen.get("organ"), chosen.get("ar")
    return [
        gap
        for gap in gaps_visible_to(user)
        if (not bodies or gap.body.slug in bodies) and (not years or str(gap.day.year) in years)
    ]


def _together(said: Iterable[Mention], announced: Iterable[Mention]) -> list[Mention]:
    """A field of the minutes is told of only where no sentence of theirs names the day."""
    mentions = list(said)
    known = {(one.meeting.pk, one.body.pk, one.day) for one in mentions}
    return mentions + [
        one for one in announced if (one.meeting.pk, one.body.pk, one.day) not in known
    ]


def _mention(row: MentionedMeeting) -> Mention:
    lines = (row.first_line, row.last_line)
    return Mention(row.body, row.date, row.kind, row.meeting, row.text, row.sha256, *lines)


def _announcement(meeting: Meeting) -> Mention:
    lines = meeting.source_lines.get(NEXT) or [None, None]
    day = meeting.next_meeting_date
    return Mention(meeting.body, day, Told.PLANNED, meeting, "", meeting.sha256, *lines)
