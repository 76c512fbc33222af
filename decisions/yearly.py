"""How many decisions there were on each topic, year by year: what a chart and its table show."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.db.models.functions import ExtractYear

from decisions.models import Decision
from decisions.querysets import short_name
from people.names import sort_key

MOST_YEARS = 10
MOST_CHARTED = 8  # topics; the table has them all
Counted = tuple[str | None, str | None, int, int]  # name and slug of the topic, year, number


@dataclass(frozen=True)
class TopicYears:
    """The decisions on a topic, or on none: ``by_year`` has (year, number) for every year.

    The number is None where the archive has no decision at all: that year is not known, not empty.
    """

    name: str
    slug: str
    by_year: tuple[tuple[int, int | None], ...]

    @property
    def total(self) -> int:
        return sum(number or 0 for _, number in self.by_year)

    @property
    def most(self) -> int:
        return max(number or 0 for _, number in self.by_year)


@dataclass(frozen=True)
class Yearly:
    """``years`` follow upon each other, also where one has no decision.

    ``rows``: the topics, those with most decisions first. A decision counts for each of its
    topics, so that nothing can be summed over them. ``without_topic`` is None if there are none.
    """

    years: tuple[int, ...]
    rows: list[TopicYears]
    without_topic: TopicYears | None

    @property
    def charted(self) -> list[TopicYears]:
        return self.rows[:MOST_CHARTED]

    @property
    def leading(self) -> list[TopicYears]:
        """The topic with most decisions, or those that share the first place."""
        return [row for row in self.rows if row.total == self.rows[0].total]

    @property
    def most(self) -> int:
        """Of one topic in one year."""
        return max(row.most for row in self.rows)


def by_topic_and_year(user: Any, latest: int) -> Yearly | None:
    """Of the visible decisions of ten years up to ``latest``; None for fewer than two years.

    Counted in one question, and never further back: what is old does not make the page slow.
    """
    counted = _counted(user, latest)
    held = {year for *_, year, _ in counted}
    if len(held) < 2 or not any(slug for _, slug, *_ in counted):
        return None
    rows = list(_rows(counted, held))
    topics = sorted((row for row in rows if row.slug), key=_most_first)
    without = next((row for row in rows if not row.slug), None)
    return Yearly(tuple(_span(held)), topics, without)


def _counted(user: Any, latest: int) -> list[Counted]:
    """Wherever the number is not 0."""
    known = Decision.objects.visible_to(user).filter(
        item__meeting__start_date__year__gt=latest - MOST_YEARS,
        item__meeting__start_date__year__lte=latest,
    )
    by_year = known.order_by().annotate(
        year=ExtractYear("item__meeting__start_date"), called=short_name("topics__")
    )
    found = by_year.values("called", "topics__slug", "year").annotate(number=Count("pk"))
    return list(found.values_list("called", "topics__slug", "year", "number"))


def _rows(counted: Iterable[Counted], held: Collection[int]) -> Iterator[TopicYears]:
    numbers: dict[tuple[str, str], dict[int, int]] = {}
    for name, slug, year, number in counted:
        numbers.setdefault((name or "", slug or ""), {})[year] = number
    for (name, slug), known in numbers.items():
        by_year = ((year, known.get(year, 0) if year in held else None) for year in _span(held))
        yield TopicYears(name, slug, tuple(by_year))


def _span(years: Collection[int]) -> range:
    return range(min(years), max(years) + 1)


def _most_first(row: TopicYears) -> tuple:
    return -row.total, sort_key(row.name)
