"""What the archive is searched by, kept with the rows: one entry an item and one a decision.

Whoever writes a meeting calls ``index`` at the end of the same transaction. Who forgets is told
by the database where rows are gone, and by `manage.py verify` where they have changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F

from decisions.models import Assignment, Concerns, Decision, DecisionTopic, ItemTopic
from minutes.models import AgendaItem, Meeting
from minutes.search.engines import engine
from minutes.search.models import EntryKind, SearchEntry
from minutes.search.rows import Row, row_of
from minutes.search.vocabulary import learn

WIDEST = 10_000  # decisions that an item can hold, as far as their order goes
UNDATED = "9999-99-99"


@dataclass
class Changes:
    """What an index run found: keys of entries to remove, and rows to write."""

    stale: list[int] = field(default_factory=list)
    missing: list[Row] = field(default_factory=list)


@transaction.atomic(savepoint=False)  # mostly within another: what fails here fails there
def index(meetings: Collection[int]) -> int:
    """Bring the entries of these meetings (keys) up to date; how many had to be written."""
    wanted = list(rows_of(meetings))
    found = compare(meetings, wanted)
    engine().remove(found.stale)
    engine().insert(found.missing)
    _learn(meetings, wanted)
    return len(found.missing)


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
    tags = _Tags(meetings)
    decisions = defaultdict(list)
    for decision in Decision.objects.filter(item__meeting__in=meetings).in_order():
        decisions[decision.item_id].append(decision)
    items = AgendaItem.objects.filter(meeting__in=meetings).select_related("meeting")
    for item in items.in_order():
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
    """The tags of the items and decisions of some meetings, read in four questions."""

    def __init__(self, meetings: Collection[int]) -> None:
        of_item = {"item__meeting__in": meetings}
        of_decision = {"decision__item__meeting__in": meetings}
        naming = Decision.organizations.through.objects.filter(**of_decision)
        self._item_topics = _grouped(ItemTopic.objects.filter(**of_item), "item", "topic", "t")
        self._of_decision = [
            _grouped(DecisionTopic.objects.filter(**of_decision), "decision", "topic", "t"),
            _grouped(naming, "decision", "organization", "n"),
            _grouped(Assignment.objects.filter(**of_decision), "decision", "status", "s"),
        ]

    def of_item(self, item: AgendaItem, decisions: Iterable[Decision]) -> set[str]:
        """Its own and those of its decisions."""
        own = _of_meeting(item.meeting) | self._item_topics[item.pk]
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


def _grouped(links: object, owner: str, value: str, sign: str) -> defaultdict[int, set[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    for key, one in links.values_list(F(owner), F(value)):
        found[key].add(f"{sign}{one}")
    return found


def _learn(meetings: Collection[int], rows: Iterable[Row]) -> None:
    """The words of meetings, for those who may see them now."""
    words = defaultdict(set)
    for row in rows:
        words[row.columns["meeting_id"]] |= row.words
    heard: defaultdict[str, set[str]] = defaultdict(set)
    for key, state in Meeting.objects.filter(pk__in=meetings).values_list("pk", "state"):
        heard[state] |= words[key]
    for audience, theirs in heard.items():
        learn(theirs, audience)
