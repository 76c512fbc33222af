"""What the archive is searched by, kept with the rows: one entry an item and one a decision.

Whoever writes a meeting calls ``index`` at the end of the same transaction. Who forgets is told
by the database where rows are gone, and by `manage.py verify` where they have changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from decisions.models import Assignment, Concerns, Decision, DecisionTopic, ItemTopic
from minutes.models import AgendaItem, Meeting
from minutes.search.engines import engine
from minutes.search.models import EntryKind, SearchEntry
from minutes.search.rows import Row, row_of
from minutes.search.vocabulary import learn

WIDEST = 10_000  # decisions that an item can hold, as far as their order goes
UNDATED = "9999-99-99"


@dataclass(frozen=True, slots=True)
class Content:
    """What some meetings hold, as far as it is found by: items and decisions in order, each item
    with its meeting, and the rows that link them to topics, organizations and assignments.
    """

    items: Sequence[AgendaItem]
    decisions: Sequence[Decision]
    item_topics: Sequence[ItemTopic] = ()
    decision_topics: Sequence[DecisionTopic] = ()
    named: Sequence[Any] = ()  # rows of Decision.organizations
    assignments: Sequence[Assignment] = ()


@dataclass
class Changes:
    """What an index run found: keys of entries to remove, and rows to write."""

    stale: list[int] = field(default_factory=list)
    missing: list[Row] = field(default_factory=list)


@transaction.atomic(savepoint=False)  # mostly within another: what fails here fails there
def index(meetings: Collection[int]) -> int:
    """Bring the entries of these meetings (keys) up to date; how many had to be written."""
    content = _content(meetings)
    wanted = list(_rows(content))
    found = compare(meetings, wanted)
    engine().remove(found.stale)
    engine().insert(found.missing)
    _learn(content, wanted)
    return len(found.missing)


@transaction.atomic(savepoint=False)
def index_new(content: Content) -> None:
    """Write the entries of meetings that have none, by those who have just stored all of it."""
    rows = list(_rows(content))
    engine().insert(rows)
    _learn(content, rows)


def forget(meeting: int) -> None:
    """Remove the entries of a meeting that is about to be removed itself."""
    keys = SearchEntry.objects.filter(meeting=meeting).values_list("pk", flat=True)
    engine().remove(list(keys))


def compare(meetings: Collection[int], wanted: Iterable[Row]) -> Changes:
    """What differs between the entries that there are and those that there should be."""
    stored = SearchEntry.objects.filter(meeting__in=meetings)
    columns = ["meeting_id", "item_id", "decision_id", "kind", "held", "position", "tags"]
    columns += ["digest", "analyser"]
    left = {tuple(values): key for key, *values in stored.values_list("pk", *columns)}
    changes = Changes()
    for row in wanted:
        values = row.values
        if left.pop(tuple(values[column] for column in columns), None) is None:
            changes.missing.append(row)
    changes.stale = list(left.values())
    return changes


def rows_of(meetings: Collection[int]) -> Iterator[Row]:
    """The entries that these meetings should have."""
    return _rows(_content(meetings))


def words_of(meetings: Collection[int]) -> frozenset[str]:
    """Every word of their titles and texts, as printed, in small letters."""
    content = Content(*_texts(meetings))  # what they link to gives tags, and no words
    return frozenset().union(*(row.words for row in _rows(content)))


def _content(meetings: Collection[int]) -> Content:
    """What is stored of these meetings, read in six questions."""
    of_decision = {"decision__item__meeting__in": meetings}
    return Content(
        *_texts(meetings),
        item_topics=list(ItemTopic.objects.filter(item__meeting__in=meetings)),
        decision_topics=list(DecisionTopic.objects.filter(**of_decision)),
        named=list(Decision.organizations.through.objects.filter(**of_decision)),
        assignments=list(Assignment.objects.standing().filter(item__meeting__in=meetings)),
    )


def _texts(meetings: Collection[int]) -> tuple[list[AgendaItem], list[Decision]]:
    items = AgendaItem.objects.filter(meeting__in=meetings).select_related("meeting")
    decisions = Decision.objects.filter(item__meeting__in=meetings)
    return list(items.in_order()), list(decisions.in_order())


def _rows(content: Content) -> Iterator[Row]:
    tags = _Tags(content)
    decisions = defaultdict(list)
    for decision in content.decisions:
        decisions[decision.item_id].append(decision)
    for item in content.items:
        yield _item_row(item, tags.of_item(item, decisions[item.pk]))
        for decision in decisions[item.pk]:
            yield _decision_row(item, decision, tags.of_decision(item.meeting, decision))


def _item_row(item: AgendaItem, tags: set[str]) -> Row:
    columns = {
        **_columns(item, tags),
        "decision_id": None,
        "kind": EntryKind.ITEM.value,
        "position": item.position * WIDEST,
    }
    return row_of(columns, item.title, item.text)


def _decision_row(item: AgendaItem, decision: Decision, tags: set[str]) -> Row:
    columns = {
        **_columns(item, tags),
        "decision_id": decision.pk,
        "kind": EntryKind.DECISION.value,
        "position": item.position * WIDEST + decision.position,
    }
    return row_of(columns, item.title, decision_text(decision))


def decision_text(decision: Decision) -> str:
    """What a decision is found by, beside the title of its item."""
    return "\n".join([decision.text, *decision.responsible_text])


def _columns(item: AgendaItem, tags: set[str]) -> dict[str, object]:
    return {
        "meeting_id": item.meeting_id,
        "item_id": item.pk,
        "held": held(item.meeting),
        "tags": " ".join(sorted(tags)),
    }


def held(meeting: Meeting) -> str:
    """Sorts as meetings are listed: by day, by number on that day, by key."""
    day = meeting.start_date or UNDATED
    return f"{day}.{meeting.sequence:05}.{meeting.pk:019}"


class _Tags:
    """The tags of items and decisions."""

    def __init__(self, content: Content) -> None:
        self._item_topics = _grouped(content.item_topics, "item_id", "topic_id", "t")
        in_prose = [one for one in content.assignments if one.decision_id is None]
        self._item_statuses = _grouped(in_prose, "item_id", "status", "s")
        self._of_decision = [
            _grouped(content.decision_topics, "decision_id", "topic_id", "t"),
            _grouped(content.named, "decision_id", "organization_id", "n"),
            _grouped(content.assignments, "decision_id", "status", "s"),
        ]

    def of_item(self, item: AgendaItem, decisions: Iterable[Decision]) -> set[str]:
        """Its own and those of its decisions."""
        own = _of_meeting(item.meeting) | self._item_topics[item.pk]
        own |= self._item_statuses[item.pk]
        return own.union(*(self.of_decision(item.meeting, one) for one in decisions))

    def of_decision(self, meeting: Meeting, decision: Decision) -> set[str]:
        linked = (known[decision.pk] for known in self._of_decision)
        return _of_meeting(meeting).union(
            {f"k{decision.kind}", f"c{decision.concerns}"}, _bound(meeting, decision), *linked
        )


def _of_meeting(meeting: Meeting) -> set[str]:
    body = {f"b{meeting.body_id}"} if meeting.body_id else set()
    return body | ({f"y{meeting.start_date.year}"} if meeting.start_date else set())


def _bound(meeting: Meeting, decision: Decision) -> set[str]:
    """Through its body, a decision concerns all members, or all of them together."""
    sign = {Concerns.ALL_MEMBERS: "a", Concerns.JOINT: "j"}.get(Concerns(decision.concerns))
    return {f"{sign}{meeting.body_id}"} if sign and meeting.body_id else set()


def _grouped(
    links: Iterable[Any], owner: str, value: str, sign: str
) -> defaultdict[int, set[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    for link in links:
        found[getattr(link, owner)].add(f"{sign}{getattr(link, value)}")
    return found


def _learn(content: Content, rows: Iterable[Row]) -> None:
    """The words of meetings, for those who may see them now."""
    states = {item.meeting_id: item.meeting.state for item in content.items}
    heard: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        heard[states[row.columns["meeting_id"]]] |= row.words
    for audience, words in heard.items():
        learn(words, audience)
