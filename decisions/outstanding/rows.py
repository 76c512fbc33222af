"""What is outstanding: put off and not taken up, promised, or left on a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from decisions.assignments.models import Assignment, AssignmentKind, Standing
from decisions.matters import names_a_matter
from decisions.models import ItemTopic, Topic
from decisions.outstanding.models import TakenUp
from decisions.outstanding.since import Said, items_told, reports_of, said_of
from decisions.outstanding.taking_up import seen
from decisions.timeline import Matter, handled_since
from minutes.enclosing import enclosed, opened
from minutes.models import AgendaItem, Outcome

_ANSWER = ("id", "earlier_id", "later_id", "standing")
MOST = 200  # of what is put off, and of open assignments: the latest
LIST_OF_OPEN = re.compile(
    r"\b(?:utestående|kvarstående|kvarvarande|öppna|pågående)\b|\batt göra\b|\bbevakningslista"
    r"|\bärendebalans|\bbeslutsuppföljning|\b(?:uppdrags|åtgärds)list",
    re.IGNORECASE,
)
PUT_OFF, PROMISED, LISTED, OTHER = "put-off", "promised", "listed", "other"
PROMISES = [AssignmentKind.PROMISE, AssignmentKind.POSTPONED]
OUTCOMES = {Outcome.TABLED: _("Bordlagt"), Outcome.WITHDRAWN: _("Utgick")}


@dataclass(frozen=True)
class Successor:
    """The later item that takes the matter up; ``standing`` is "proposed" for the program's."""

    item: AgendaItem
    said: Said
    standing: str


@dataclass
class Row:
    """One matter. ``since``: what later meetings said of it, the soonest first.

    ``rejected`` are later items that a person has said to be of another matter; ``token`` tells
    what has been said of it so far.
    """

    item: AgendaItem
    group: str
    matter: Matter
    assignment: Assignment | None = None
    successor: Successor | None = None
    since: list[Said] = field(default_factory=list)
    rejected: list[Said] = field(default_factory=list)
    rejected_keys: list[int] = field(default_factory=list)
    topics: set[int] = field(default_factory=set)
    token: str = ""

    @property
    def kind(self) -> str:
        if self.assignment:
            return str(self.assignment.get_kind_display())
        return str(OUTCOMES[self.item.outcome])

    @property
    def words(self) -> str:
        """As printed."""
        return self.assignment.sentence if self.assignment else self.item.title

    @property
    def is_unclear(self) -> bool:
        """Whether its words name no matter, so that nothing can be told of it by titles."""
        return not names_a_matter(self.matter.title)

    @property
    def address(self) -> str:
        return (self.assignment.place if self.assignment else self.item).get_absolute_url()

    @property
    def source(self) -> str:
        line = (self.assignment or self.item).first_line
        address = self.item.meeting.get_absolute_url()
        return f"{address}?kalla=1#rad-{line}" if line else ""

    @property
    def turned_down(self) -> list[tuple[int, Said]]:
        return list(zip(self.rejected_keys, self.rejected, strict=True))


@dataclass
class Outstanding:
    """``rows`` of every group; ``items`` whatever else was asked for, by key.

    ``goes_on``: there is more than is shown.
    """

    rows: list[Row]
    items: dict[int, AgendaItem]
    goes_on: bool


def outstanding(user: Any, also: Any = None) -> Outstanding:
    """All that is outstanding, the latest first.

    ``also(rows)`` may name keys of more items to read with the others. Five questions and its.
    """
    put_off = _put_off(user)
    still_open = Assignment.objects.visible_to(user).open().with_source().newest_first()
    given = list(still_open.annotate(topic_rows=_topics_of("item"))[:MOST])
    rows = [*(Row(one, PUT_OFF, Matter(one, one.title)) for one in put_off), *_given_rows(given)]
    for row in rows:
        row.topics = _topics(row.assignment or row.item)
    answers = {one.pk: _answers(one) for one in put_off}
    later = handled_since({row.matter for row in rows}, user)
    more = also(rows) if also else set()
    wanted = {key for keys in later.values() for key in keys}
    wanted |= {one.later_id for known in answers.values() for one in known}
    items = items_told(wanted | more, user)
    reports = reports_of(given, user)
    for row in rows:
        _tell(row, later[row.matter], answers.get(row.item.pk, []), items)
        if row.assignment:
            told = [*row.since, *reports.get(row.assignment.pk, [])]
            row.since = sorted(told, key=lambda one: one.day)
    return Outstanding(rows, items, MOST in (len(put_off), len(given)))


def may_be_outstanding(topic: Topic, user: Any) -> bool:
    """Whether the page has anything to tell of the topic: put off, perhaps taken up since."""
    promised = Assignment.objects.visible_to(user).open().filter(kind__in=PROMISES)
    about = AgendaItem.objects.visible_to(user).filter(topic_links__topic=topic)
    given = Exists(promised.filter(item=OuterRef("pk")))
    return about.filter(given | Q(outcome__in=OUTCOMES)).exists()


def _put_off(user: Any) -> list[AgendaItem]:
    known = AgendaItem.objects.visible_to(user).filter(outcome__in=OUTCOMES)
    latest = known.order_by("-meeting__start_date", "-meeting_id", "position")
    said = TakenUp.objects.filter(earlier=OuterRef("pk"))
    told = latest.annotate(topic_rows=_topics_of("pk"), answer_rows=enclosed(said, *_ANSWER))
    return list(told.select_related("meeting__body")[:MOST])


def _given_rows(given: Iterable[Assignment]) -> Iterator[Row]:
    """Without the decision to table an item: the item itself is told as tabled."""
    for one in given:
        if one.kind != AssignmentKind.POSTPONED or one.item.outcome not in OUTCOMES:
            yield _row(one)


def _row(assignment: Assignment) -> Row:
    """An entry of a list is a matter of its own; else it is what its item is about."""
    item, kind = assignment.item, assignment.kind
    is_listed = assignment.decision is None and LIST_OF_OPEN.search(item.title)
    group = LISTED if is_listed else PROMISED if kind in PROMISES else OTHER
    return Row(item, group, Matter(item, assignment.text if is_listed else item.title), assignment)


def _topics_of(item: str) -> Subquery:
    """``item`` is the way to it."""
    return enclosed(ItemTopic.objects.filter(item=OuterRef(item)), "topic_id")


def _topics(row: Any) -> set[int]:
    return {one.topic_id for one in opened(ItemTopic, row.topic_rows)}


def _answers(item: AgendaItem) -> list[TakenUp]:
    """What people have said of it, the first first."""
    return sorted(opened(TakenUp, item.answer_rows), key=lambda one: one.pk)


def _tell(row: Row, keys: list[int], answers: list[TakenUp], items: dict[int, AgendaItem]) -> None:
    """A confirmed successor counts, also where the titles differ; a rejected one does not."""
    said = {one.later_id: one for one in answers if one.later_id in items}
    rejected = [key for key, one in said.items() if one.standing == Standing.REJECTED]
    confirmed = [key for key, one in said.items() if one.standing == Standing.CONFIRMED]
    following = [key for key in keys if key in items and key not in rejected]
    following += [key for key in confirmed if key not in following]
    row.since = sorted((said_of(items[key]) for key in following), key=lambda one: one.day)
    if row.group != PUT_OFF:
        return
    row.token = seen(answers)
    row.rejected_keys, row.rejected = rejected, [said_of(items[key]) for key in rejected]
    if chosen := next(iter(confirmed or following), None):
        standing = said[chosen].standing if chosen in said else Standing.PROPOSED
        row.successor = Successor(items[chosen], said_of(items[chosen]), standing)
