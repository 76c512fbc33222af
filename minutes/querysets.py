"""The words in which meetings and what happened there are asked for.

``visible_to`` is the only place that hides what a reader may not see; every page, count, feed
and export starts with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import and_
from typing import Any

from django.db import models
from django.db.models import Count, FilteredRelation, OuterRef, Q, Subquery

from minutes.search.expanding import Asked
from minutes.search.models import SearchEntry
from minutes.search.stemming import stem
from minutes.states import State
from minutes.visibility import states_visible_to
from minutes.words import fold, words

UNKNOWN_BODY = "oklart"
UNDATED = "utan-datum"
_DATE_SLUG = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-([1-9]\d{0,3}))?")
_UNDATED_SLUG = re.compile(rf"{UNDATED}-([1-9]\d{{0,17}})")


class MeetingQuerySet(models.QuerySet):
    def published(self) -> MeetingQuerySet:
        """Public meetings: neither drafts nor those shared with the signed-in only."""
        return self.filter(state=State.PUBLIC)

    def visible_to(self, user: Any) -> MeetingQuerySet:
        """Without drafts, but for secretaries; without internal ones, but for the signed-in."""
        return self.filter(state__in=states_visible_to(user))

    def drafts(self) -> MeetingQuerySet:
        """Neither shared nor published yet."""
        return self.filter(state=State.DRAFT)

    def announcing(self, today: date) -> list[Any]:
        """Those that tell of a coming meeting, today or later; each coming meeting once."""
        telling = self.filter(next_meeting_date__gte=today).select_related("body")
        return each_coming_once(telling, today)

    def latest_or_announcing(self, number: int, today: date) -> MeetingQuerySet:
        """The newest so many of the dated, and whichever tells of a meeting today or later."""
        latest = self.exclude(start_date=None).newest_first().values("pk")[:number]
        mentions = self.model.mentioned.rel.related_model.objects.filter(date__gte=today)
        tells = Q(next_meeting_date__gte=today) | Q(pk__in=mentions.values("meeting"))
        wanted = self.filter(Q(pk__in=latest) | tells)
        return wanted.select_related("body").newest_first()

    def at(self, body_slug: str, date_slug: str) -> MeetingQuerySet:
        """The meeting at this address, or none: also for an address that no meeting could have."""
        body = Q(body=None) if body_slug == UNKNOWN_BODY else Q(body__slug=body_slug)
        return self.filter(body, _on(date_slug))

    def shown_at(self, body_slug: str, date_slug: str, user: Any) -> MeetingQuerySet:
        """Those that the user could see at this address before the body or day was corrected."""
        if not _DATE_SLUG.fullmatch(date_slug):
            return self.none()
        records = self.model.history.filter(state__in=states_visible_to(user))
        there = records.filter(_on(date_slug), body__slug=body_slug)
        return self.filter(pk__in=there.values("id"))

    def search(self, text: str, asked: Asked) -> MeetingQuerySet:
        """With what is asked for in an item or a decision, or with every word in the heading.

        ``asked`` is the text in the words of the archive: see minutes/search/vocabulary.py.
        """
        if asked.expression is None:
            return self
        entries = SearchEntry.objects.matching(asked.expression)
        return self.filter(Q(pk__in=entries.values("meeting")) | _heading_holds(text))

    def at_with_neighbours(self, body_slug: str, date_slug: str) -> tuple[Any, Any, Any]:
        """The body's meeting before, the one at this address, and the one after; or None each.

        In one question. An undated meeting, or one of an unknown body, has no neighbours.
        """
        dated = _DATE_SLUG.fullmatch(date_slug)
        day = _day(dated[1]) if dated else None
        if not day or body_slug == UNKNOWN_BODY:
            return None, self.at(body_slug, date_slug).first(), None
        sequence, of_body = int(dated[2] or 1), self.filter(body__slug=body_slug)
        before = of_body.filter(Q(start_date__lt=day) | Q(start_date=day, sequence__lt=sequence))
        after = of_body.filter(Q(start_date__gt=day) | Q(start_date=day, sequence__gt=sequence))
        latest = before.order_by("-start_date", "-sequence").values("pk")[:1]
        first = after.order_by("start_date", "sequence").values("pk")[:1]
        there = Q(start_date=day, sequence=sequence)
        found = of_body.filter(there | Q(pk=Subquery(latest)) | Q(pk=Subquery(first)))
        places = {_place(one, day, sequence): one for one in found}
        return places.get(-1), places.get(0), places.get(1)

    def with_release(self) -> MeetingQuerySet:
        """Each with ``release``: the latest entry of its log, and who made it; or None."""
        log = self.model.transitions.rel.related_model.objects.filter(meeting=OuterRef("pk"))
        latest = Subquery(log.order_by("-at", "-pk").values("pk")[:1])
        release = FilteredRelation("transitions", condition=Q(transitions__pk=latest))
        return self.annotate(release=release).select_related("release__by")

    def with_counts(self) -> MeetingQuerySet:
        """Each with ``item_count`` and ``decision_count``."""
        return self.annotate(
            item_count=self._count_of("items"), decision_count=self._count_of("items__decisions")
        )

    def _count_of(self, relation: str) -> Subquery:
        same = self.model.objects.filter(pk=OuterRef("pk"))
        return Subquery(same.annotate(number=Count(relation)).values("number"))

    def newest_first(self) -> MeetingQuerySet:
        """All; the undated first, since they wait for somebody."""
        return self.order_by(models.F("start_date").desc(nulls_first=True), "-sequence", "-pk")


def with_file(rows: models.QuerySet, files: str) -> Any:
    """Each with ``sha256`` of the file that the meeting's facts come from, or None.

    ``files`` is the way from a row to the files of its meeting.
    """
    current = FilteredRelation(files, condition=Q(**{f"{files}__is_current": True}))
    return rows.alias(current=current).annotate(sha256=models.F("current__sha256"))


def each_coming_once(meetings: Iterable[Any], today: date) -> list[Any]:
    """Those that tell of a coming meeting of a known body, the soonest first."""
    told = [one for one in meetings if one.body_id and one.next_meeting_date]
    telling = [one for one in told if one.next_meeting_date >= today]
    soonest = sorted(telling, key=lambda one: (one.next_meeting_date, one.body_id, one.pk))
    return list({(one.body_id, one.next_meeting_date): one for one in soonest}.values())


def _place(meeting: Any, day: date, sequence: int) -> int:
    """-1 before the one at this day and place among that day's, 0 it itself, 1 after it."""
    its, asked = (meeting.start_date, meeting.sequence), (day, sequence)
    return (its > asked) - (its < asked)


def _on(date_slug: str) -> Q:
    if undated := _UNDATED_SLUG.fullmatch(date_slug):
        return Q(start_date=None, pk=int(undated[1]))
    dated = _DATE_SLUG.fullmatch(date_slug)
    day = _day(dated[1]) if dated else None
    return Q(start_date=day, sequence=int(dated[2] or 1)) if day else Q(pk__in=[])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _heading_holds(text: str) -> Q:
    needles = dict.fromkeys(fold(stem(word)) for word in words(text))
    return reduce(and_, (Q(search_text__contains=one) for one in needles), Q(search_text__gt=""))


class PartOfMeetingQuerySet(models.QuerySet):
    """Rows that belong to one meeting and are seen by whoever sees it."""

    def visible_to(self, user: Any) -> PartOfMeetingQuerySet:
        """Without the rows of meetings that are hidden from the user."""
        return self.filter(meeting__state__in=states_visible_to(user))


class ApprovalQuerySet(PartOfMeetingQuerySet):
    def oldest_first(self) -> ApprovalQuerySet:
        """By meeting; the undated last. Each with its meeting and body."""
        day = models.F("meeting__start_date").asc(nulls_last=True)
        places = ["meeting__sequence", "meeting_id", "position"]
        return self.select_related("meeting__body").order_by(day, *places)

    def in_order(self) -> ApprovalQuerySet:
        """As printed."""
        return self.order_by("meeting_id", "position")


class AttendanceQuerySet(PartOfMeetingQuerySet):
    def present(self) -> AttendanceQuerySet:
        """Those who took part, if only in one item; not those printed as absent."""
        return self.filter(status="present")

    def absent(self) -> AttendanceQuerySet:
        """Those printed as absent. Whoever is not mentioned is neither present nor absent."""
        return self.filter(status="absent")

    def oldest_first(self) -> AttendanceQuerySet:
        """By meeting; the undated last. Each with its meeting, body, person and organization."""
        known = self.select_related("meeting__body", "person", "organization")
        day = models.F("meeting__start_date").asc(nulls_last=True)
        return known.order_by(day, "meeting__sequence", "meeting_id", "position")

    def in_order(self) -> AttendanceQuerySet:
        """As printed."""
        return self.order_by("meeting_id", "position")


class AgendaItemQuerySet(PartOfMeetingQuerySet):
    def in_order(self) -> AgendaItemQuerySet:
        """As printed; the position is the order, not the number."""
        return self.order_by("meeting_id", "position")


class AppendOnlyQuerySet(models.QuerySet):
    """Rows of a log: they are written once, and neither changed nor removed."""

    def update(self, **kwargs: Any) -> int:
        raise TypeError(f"{self.model.__name__} is append-only")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError(f"{self.model.__name__} is append-only")
