"""The pages that a search engine should know: those that a stranger may see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, QuerySet, Value
from django.urls import reverse

from decisions.models import Assignment, Decision, Topic
from decisions.municipalities import municipalities_visible_to
from minutes.bodies import bodies_visible_to
from minutes.exports.addresses import absolute
from minutes.models import Meeting

MOST = 50_000  # addresses in a file, as sitemaps.org has it
PAGES = ["start", "meetings", "coverage", "decisions", "assignments", "outstanding"]
PAGES += ["follow_up", "topics", "municipalities", "about", "open_data"]


@dataclass(frozen=True)
class Place:
    """A page, and when it last changed, where that is known."""

    address: str
    changed_at: datetime | None = None


@dataclass(frozen=True)
class Sitemap:
    """``growing`` are rows of which there can be many, each kind with how many there are."""

    plain: list[Place]
    growing: list[tuple[QuerySet, int]]

    @property
    def count(self) -> int:
        return len(self.plain) + sum(number for _rows, number in self.growing)

    @property
    def parts(self) -> list[str]:
        """The addresses of the files that it takes."""
        numbers = range(1, (self.count - 1) // MOST + 2)
        return [absolute(f"{reverse('sitemap')}?del={number}") for number in numbers]

    def places(self, part: int) -> Iterator[Place]:
        """What stands in one file, counted from 1; nothing in a file that there is not."""
        start, end = (part - 1) * MOST, part * MOST
        yield from self.plain[start:end]
        passed = len(self.plain)
        for rows, number in self.growing:
            if end > passed and start < passed + number:
                yield from map(_place, rows[max(start - passed, 0) : end - passed])
            passed += number


def sitemap() -> Sitemap:
    growing = _growing()
    return Sitemap(_plain(), list(zip(growing, _counted(growing), strict=True)))


def _counted(growing: list[QuerySet]) -> list[int]:
    """In one question, which says nothing of what there is none of."""
    numbers = (
        rows.order_by().annotate(place=Value(place)).values("place").annotate(n=Count("pk"))
        for place, rows in enumerate(growing)
    )
    first, *rest = (one.values_list("place", "n") for one in numbers)
    counted = dict(first.union(*rest, all=True))
    return [counted.get(place, 0) for place in range(len(growing))]


def _place(row: Any) -> Place:
    """Reports change the page of an assignment too: when that was is not told."""
    address = absolute(row.get_absolute_url())
    if isinstance(row, Assignment):
        return Place(address)
    meeting = row if isinstance(row, Meeting) else row.item.meeting
    return Place(address, meeting.updated_at)


def _plain() -> list[Place]:
    """Nothing if a stranger sees nothing."""
    if not settings.ARCHIVE_PUBLIC:
        return []
    bodies = bodies_visible_to(AnonymousUser()).order_by("pk")
    municipalities = municipalities_visible_to(AnonymousUser()).in_order()
    paths = [
        *map(reverse, PAGES),
        *(reverse("body", args=[one.slug]) for one in bodies),
        *(topic.get_absolute_url() for topic in Topic.objects.current().in_order()),
        *(reverse("municipality", args=[one.slug]) for one in municipalities),
    ]
    return [Place(absolute(path)) for path in paths]


def _growing() -> list[QuerySet]:
    """What there can be many of, in an order that stays. People are left to the minutes: a page
    about somebody is for who reads the archive, not for who looks up a name in the world."""
    stranger = AnonymousUser()
    meetings = Meeting.objects.visible_to(stranger).select_related("body")
    decisions = Decision.objects.visible_to(stranger).select_related("item__meeting")
    return [
        meetings.only("start_date", "sequence", "updated_at", "body__slug").order_by("pk"),
        decisions.only("public_id", "item__meeting__updated_at").order_by("pk"),
        Assignment.objects.visible_to(stranger).only("public_id").order_by("pk"),
    ]
