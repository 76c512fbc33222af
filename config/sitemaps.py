"""The pages that a search engine should know: those that a stranger may see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.urls import reverse

from decisions.models import Decision, Topic
from decisions.municipalities import municipalities_visible_to
from minutes.exports.addresses import absolute
from minutes.models import Meeting

MOST = 50_000  # addresses in a file, as sitemaps.org has it
PAGES = ["start", "meetings", "decisions", "assignments", "topics", "municipalities"]
PAGES += ["about", "open_data"]


@dataclass(frozen=True)
class Place:
    """A page, and when it last changed, where that is known."""

    address: str
    changed_at: datetime | None = None


def count() -> int:
    return len(_plain()) + sum(rows.count() for rows in _growing())


def parts(count: int) -> list[str]:
    """The addresses of the files that so many pages take."""
    numbers = range(1, (count - 1) // MOST + 2)
    return [absolute(f"{reverse('sitemap')}?del={number}") for number in numbers]


def places(part: int) -> Iterator[Place]:
    """What stands in one file, counted from 1; nothing in a file that there is not."""
    start, end = (part - 1) * MOST, part * MOST
    plain = _plain()
    yield from plain[start:end]
    passed = len(plain)
    for rows in _growing():
        yield from _slice(rows, max(start - passed, 0), end - passed)
        passed += rows.count()


def _slice(rows: QuerySet, start: int, end: int) -> Iterator[Place]:
    if end > start:
        for row in rows[start:end]:
            meeting = row if isinstance(row, Meeting) else row.item.meeting
            yield Place(absolute(row.get_absolute_url()), meeting.updated_at)


def _plain() -> list[Place]:
    """Nothing if a stranger sees nothing."""
    if not settings.ARCHIVE_PUBLIC:
        return []
    municipalities = municipalities_visible_to(AnonymousUser()).in_order()
    paths = [
        *map(reverse, PAGES),
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
    ]
