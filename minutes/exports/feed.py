"""An Atom feed (RFC 4287) of what has been published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from minutes.exports.addresses import absolute, tag
from minutes.exports.characters import sound

CONTENT_TYPE = Atom1Feed.content_type
MOST_ENTRIES = 50


@dataclass(frozen=True)
class Entry:
    """One thing that was published. ``html`` is trusted.

    ``key`` names it for ever, also when its address changes: ``/beslut/abc``.
    """

    key: str
    path: str
    title: str
    html: str
    author: str
    published: datetime
    updated: datetime
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class About:
    """A feed as a whole: its own path with the question, and that of the page that shows it."""

    title: str
    here: str
    page: str
    author: str


class _Feed(Atom1Feed):
    """Django's, with the text as content, and of today where no entry has a date."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})

    def latest_post_date(self) -> datetime:
        today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        return max((item["updateddate"] for item in self.items), default=today)


def feed(about: About, entries: Iterable[Entry]) -> str:
    """The feed as XML."""
    made = _Feed(
        title=sound(about.title),
        link=absolute(about.page),
        description=None,
        language=settings.LANGUAGE_CODE,
        author_name=sound(about.author),
        feed_url=absolute(about.here),
        feed_guid=tag(about.here),
    )
    for entry in entries:
        _add(made, entry)
    return made.writeString("utf-8")


def _add(made: _Feed, entry: Entry) -> None:
    made.add_item(
        title=sound(entry.title),
        link=absolute(entry.path),
        description=None,
        unique_id=tag(entry.key),
        author_name=sound(entry.author),
        pubdate=entry.published,
        updateddate=entry.updated,
        categories=[sound(word) for word in entry.categories],
        content=sound(entry.html),
    )
