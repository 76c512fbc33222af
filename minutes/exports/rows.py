"""Meetings as rows of a list, a few at a time."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.exports.json import Row, meeting_row
from minutes.querysets import MeetingQuerySet

AT_ONCE = 500


def rows_of(meetings: MeetingQuerySet, keys: list[int]) -> Iterator[Row]:
    """Of the meetings with these keys, in that order.

    Asked for some at a time and not with a cursor, which would hold the database to what it was
    for as long as somebody fetches; a meeting that is taken back meanwhile is left out.
    """
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        found = meetings.select_related("body").with_counts().in_bulk(some)
        yield from (meeting_row(found[key]) for key in some if key in found)
