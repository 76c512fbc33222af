"""Lists as JSON, written row by row; and meetings as rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from minutes.exports.addresses import absolute
from minutes.models import Meeting

CONTENT_TYPE = "application/json"
Row = dict[str, Any]


def document(rows: Iterable[Row], count: int, capped: bool) -> Iterator[str]:
    """``{"count": 2, "capped": false, "results": [...]}`` in parts; dates as ISO 8601.

    ``capped``: there are more than were counted; all of them are among the results.
    """
    yield f'{{"count": {count}, "capped": {_written(capped)}, "results": ['
    before = "\n"
    for row in rows:
        yield before + _written(row)
        before = ",\n"
    yield "\n]}\n"


def meeting_row(meeting: Meeting) -> Row:
    """What the list of meetings tells of one, with its counts; null: the source does not say."""
    return {
        "date": meeting.start_date,
        "start_time": _clock(meeting.start_time),
        "end_date": meeting.end_date,
        "end_time": _clock(meeting.end_time),
        "body": meeting.body.name if meeting.body else None,
        "title": meeting.title,
        "location": meeting.location,
        "items": meeting.item_count,
        "decisions": meeting.decision_count,
        "url": absolute(meeting.get_absolute_url()),
    }


def _clock(time: Any) -> str | None:
    return f"{time:%H:%M}" if time else None


def _written(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
