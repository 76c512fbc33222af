"""What minutes say of other meetings, for tests."""

from __future__ import annotations

from datetime import date

from minutes.gaps.models import SettledGap
from minutes.models import Meeting, MentionedMeeting
from tests.factories import a_body, a_meeting

SAID = date(2022, 5, 6)
DAY = date(2022, 6, 17)
TODAY = date(2023, 3, 1)


def a_mention(meeting: Meeting | None = None, **fields) -> MentionedMeeting:
    """That a meeting of the spring plans one of Ledningsgruppen for June."""
    fields = {"date": DAY, "kind": "planned", **fields}
    fields.setdefault("body", a_body())
    fields.setdefault("text", f"Nästa möte är {fields['date']}.")
    return MentionedMeeting.objects.create(meeting=meeting or a_meeting(start_date=SAID), **fields)


def a_settled_gap(by, **fields) -> SettledGap:
    fields = {"date": DAY, "verdict": "never_held", **fields}
    fields.setdefault("body", a_body())
    return SettledGap.objects.create(by=by, **fields)
