"""The words in which mentions of other meetings are asked for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import DateField, Exists, ExpressionWrapper, OuterRef, QuerySet

from minutes.querysets import MeetingQuerySet, PartOfMeetingQuerySet, with_file

LONGEST = timedelta(days=31)  # that a meeting can last: what began before is over


class MentionedMeetingQuerySet(PartOfMeetingQuerySet):
    def missing(self, visible: MeetingQuerySet) -> MentionedMeetingQuerySet:
        """Of meetings that are not among the visible ones, so that no other shows by its lack."""
        return without_meeting(self, visible, "body", "date")

    def with_source(self) -> MentionedMeetingQuerySet:
        """Each with its body, the meeting that says so, and ``sha256`` of that one's file."""
        return with_file(self.select_related("body", "meeting__body"), "meeting__source_files")


def without_meeting(rows: QuerySet, visible: MeetingQuerySet, body: str, day: str) -> Any:
    """The rows whose body has none of these meetings on their day; one of several days has all.

    ``body`` and ``day`` are columns of the rows. Two conditions, each of which an index answers.
    """
    of_body = visible.order_by().filter(body=OuterRef(body))
    on_it = of_body.filter(start_date=OuterRef(day))
    earliest = ExpressionWrapper(OuterRef(day) - LONGEST, output_field=DateField())
    begun = of_body.filter(start_date__lt=OuterRef(day), start_date__gte=earliest)
    around = begun.filter(end_date__gte=OuterRef(day))
    return rows.filter(~Exists(on_it), ~Exists(around))
