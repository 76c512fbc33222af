"""What happened to a topic, handling by handling, and when a matter came up again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, Max, Min, OuterRef, Prefetch, QuerySet
from django.utils.translation import gettext

from decisions.concern import joined
from decisions.happening import Happening, happened
from decisions.matters import Likeness, Titles, names_a_matter
from decisions.models import (
    Assignment,
    AssignmentKind,
    Decision,
    DecisionTopic,
    ItemTopic,
    Origin,
    Topic,
)
from decisions.topics import suggest
from minutes.models import AgendaItem, Outcome
from minutes.templatetags.swedish_dates import plain_date

# What is half a likeness after so long may be a new matter of the same association.
_HALF_FORGOTTEN = timedelta(days=2 * 365)


def handlings(topic: Topic, user: Any) -> QuerySet[AgendaItem]:
    """Items about the topic, or with a decision about it, the latest first.

    Each with its meeting and decisions; ``is_set``: a person says that it is about the topic;
    ``gives_tasks``: its prose gives somebody something to do.
    """
    itself = ItemTopic.objects.filter(item=OuterRef("pk"), topic=topic)
    decided = DecisionTopic.objects.filter(decision__item=OuterRef("pk"), topic=topic)
    about = DecisionTopic.objects.filter(decision=OuterRef("pk"), topic=topic)
    decisions = Decision.objects.annotate(is_about=Exists(about)).in_order()
    tasks = Assignment.objects.standing().filter(item=OuterRef("pk"), decision=None)
    given = tasks.filter(kind__in=[AssignmentKind.TASK, AssignmentKind.REPLY])
    found = AgendaItem.objects.visible_to(user).filter(Exists(itself) | Exists(decided))
    return (
        found.annotate(
            is_set=Exists(itself.filter(origin=Origin.PERSON)), gives_tasks=Exists(given)
        )
        .select_related("meeting__body")
        .prefetch_related(Prefetch("decisions", decisions))
        .order_by("-meeting__start_date", "-meeting__sequence", "-meeting_id", "position")
    )


@dataclass(frozen=True)
class Extent:
    """How often a topic was handled, from when to when, and how often by each body."""

    items: int
    first: date | None
    last: date | None
    by_body: list[tuple[str, int]]

    @property
    def in_words(self) -> str:
        """``10 i Ledningsgruppen och 4 i Samarbetskommittén``; empty for a single body."""
        each = [gettext("%(n)s i %(body)s") % {"n": n, "body": body} for body, n in self.by_body]
        return joined(each) if len(each) > 1 else ""


def extent(topic: Topic, user: Any) -> Extent:
    """Of all that ``handlings`` gives."""
    by_body = handlings(topic, user).order_by().values("meeting__body__name")
    day = "meeting__start_date"
    rows = list(by_body.annotate(n=Count("pk"), first=Min(day), last=Max(day)))
    named = [(row["meeting__body__name"] or gettext("oklart organ"), row["n"]) for row in rows]
    return Extent(
        items=sum(row["n"] for row in rows),
        first=min(filter(None, (row["first"] for row in rows)), default=None),
        last=max(filter(None, (row["last"] for row in rows)), default=None),
        by_body=sorted(named, key=lambda one: (-one[1], one[0])),
    )


@dataclass(frozen=True)
class Handling:
    """An item as a topic's timeline shows it.

    ``decisions`` are all of the item, but only those about the topic where the item is about
    something else; ``others`` is how many are left out.
    """

    item: AgendaItem
    decisions: list[Decision]
    others: int
    later: HandledLater | None

    @property
    def in_words(self) -> str:
        """``beslut och uppdrag``."""
        kinds = {one.kind for one in self.decisions}
        if self.item.gives_tasks and not self.others:
            kinds.add(Happening.ASSIGNED)
        return joined([str(one.label) for one in happened(self.item.outcome, kinds)])


def told(items: Collection[AgendaItem], topic: Topic, user: Any) -> list[Handling]:
    """Some of the ``handlings`` of a topic, in their order."""
    later = handled_later(items, user)
    found = []
    for item in items:
        every = list(item.decisions.all())
        shown = every if _is_of(topic, item) else [one for one in every if one.is_about] or every
        found.append(Handling(item, shown, len(every) - len(shown), later[item.pk]))
    return found


def _is_of(topic: Topic, item: AgendaItem) -> bool:
    """Whether the whole item is about the topic: a person or its title says so."""
    return item.is_set or bool(suggest(item.title, {topic.pk: topic.terms}))


@dataclass(frozen=True)
class HandledLater:
    """The first later meeting at which an item's matter came up, as ``item`` there."""

    before: AgendaItem
    item: AgendaItem

    @property
    def in_words(self) -> str:
        """``Frågan behandlades igen 5 februari 2026 av Samarbetskommittén.``"""
        words = {
            Outcome.TABLED: gettext("Bordlagd: togs upp igen %(when)s."),
            Outcome.WITHDRAWN: gettext("Utgick: togs upp igen %(when)s."),
        }.get(self.before.outcome, gettext("Frågan behandlades igen %(when)s."))
        tabled = gettext(" Då bordlades den.") if self.item.outcome == Outcome.TABLED else ""
        return words % {"when": self._when} + tabled

    @property
    def _when(self) -> str:
        day, body = plain_date(self.item.meeting.start_date), self.item.meeting.body
        return gettext("%(day)s av %(body)s") % {"day": day, "body": body} if body else day


def handled_later(items: Collection[AgendaItem], user: Any) -> dict[int, HandledLater | None]:
    """For the key of each item the next visible meeting that took up the same matter, or None.

    Asks at most twice, however many the items are; they come with their meetings. Later items
    that share a topic with one of them are judged by their titles: a topic alone is too wide.
    """
    found: dict[int, HandledLater | None] = {item.pk: None for item in items}
    keys = {
        matter.item.pk: first
        for matter, following in _following([Matter(one, one.title) for one in items], user)
        if (first := next(following, None))
    }
    known = AgendaItem.objects.select_related("meeting__body").in_bulk(keys.values())
    for item in items:
        if item.pk in keys:
            found[item.pk] = HandledLater(item, known[keys[item.pk]])
    return found


@dataclass(frozen=True)
class Matter:
    """What an item was about: its title, or one of several things that it went through."""

    item: AgendaItem
    title: str


def handled_since(matters: Collection[Matter], user: Any) -> dict[Matter, list[int]]:
    """For each matter the keys of all later visible items that took it up, the soonest first.

    Asks at most once; judged like ``handled_later``.
    """
    found: dict[Matter, list[int]] = {matter: [] for matter in matters}
    return found | {matter: list(following) for matter, following in _following(matters, user)}


def _following(matters: Collection[Matter], user: Any) -> Iterator[tuple[Matter, Iterator[int]]]:
    telling = [one for one in matters if one.item.meeting.start_date and names_a_matter(one.title)]
    candidates = _Candidates(_later_than([one.item for one in telling], user) if telling else [])
    return ((matter, candidates.following(matter)) for matter in telling)


def _later_than(items: list[AgendaItem], user: Any) -> list[tuple[int, str, date]]:
    """(key, title, day) of what may be meant, the soonest first; not what was withdrawn."""
    topics = ItemTopic.objects.filter(item__in=items).values("topic")
    about = ItemTopic.objects.filter(topic__in=topics).values("item")
    first_day = min(one.meeting.start_date for one in items)
    later = AgendaItem.objects.visible_to(user).filter(
        pk__in=about, meeting__start_date__gt=first_day
    )
    handled = later.exclude(outcome=Outcome.WITHDRAWN)
    soonest_first = handled.order_by("meeting__start_date", "meeting_id", "position")
    return list(soonest_first.values_list("pk", "title", "meeting__start_date"))


class _Candidates:
    """Rows of (key, title, day), the soonest first, to be asked for those of a matter."""

    def __init__(self, rows: list[tuple[int, str, date]]) -> None:
        self._rows = rows
        self._at: dict[str, list[int]] = {}
        for at, (_, title, _) in enumerate(rows):
            self._at.setdefault(title, []).append(at)
        self._titles = Titles(self._at)

    def following(self, matter: Matter) -> Iterator[int]:
        """Keys of what came after it, the soonest first."""
        day, like = matter.item.meeting.start_date, self._titles.like(matter.title)
        for at in sorted(at for title in like for at in self._at[title]):
            key, title, later = self._rows[at]
            if later > day and _is_enough(like[title], later - day):
                yield key


def _is_enough(found: Likeness, after: timedelta) -> bool:
    return found == Likeness.WHOLE or (found == Likeness.PART and after <= _HALF_FORGOTTEN)
