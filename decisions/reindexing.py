"""The search index made anew, and compared with the rows that it is made from."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from decisions.indexing import compare, index, rows_of
from minutes.models import Meeting
from minutes.search.analysis import ANALYSER_VERSION
from minutes.search.engines import engine
from minutes.search.models import SearchEntry, SearchWord

BATCH = 20  # meetings in a transaction: some hundred entries


@dataclass(frozen=True, slots=True)
class Drift:
    """A meeting whose entries are not what its rows say, or words that are missing for it."""

    meeting: str
    sentence: str


def outdated(*, everything: bool = False) -> list[int]:
    """Keys of meetings that have entries of another analyser, or none though they have items."""
    meetings = Meeting.objects.order_by("pk")
    if not everything:
        stale = SearchEntry.objects.exclude(analyser=ANALYSER_VERSION)
        bare = Q(items__isnull=False) & ~Q(pk__in=SearchEntry.objects.values("meeting"))
        meetings = meetings.filter(Q(pk__in=stale.values("meeting")) | bare).distinct()
    return list(meetings.values_list("pk", flat=True))


def reindex(meetings: Collection[int]) -> int:
    """Entries that had to be written; also those whose lexemes alone were wrong."""
    with transaction.atomic():
        # The rows that are read must not change before the entries are written.
        list(Meeting.objects.select_for_update().filter(pk__in=meetings).values("pk"))
        engine().remove(_spoilt(meetings))
        return index(meetings)


def _spoilt(meetings: Collection[int]) -> list[int]:
    """Keys of entries that look right while the index holds something else for them."""
    wanted = {
        (row.columns["item_id"], row.columns["decision_id"]): row for row in rows_of(meetings)
    }
    entries = SearchEntry.objects.filter(meeting__in=meetings)
    keys = {
        (item, decision): key
        for key, item, decision in entries.values_list("pk", "item_id", "decision_id")
    }
    both = [(key, wanted[target]) for target, key in keys.items() if target in wanted]
    held = engine().stored([key for key, _ in both])
    right = engine().as_stored([row for _, row in both])
    return [
        key for (key, _), expected in zip(both, right, strict=True) if held.get(key) != expected
    ]


def drifted() -> Iterator[Drift]:
    """What `reindex --all` would mend, in words; nothing where the index is as it should be."""
    keys = list(Meeting.objects.order_by("pk").values_list("pk", flat=True))
    for at in range(0, len(keys), BATCH):
        for meeting in Meeting.objects.filter(pk__in=keys[at : at + BATCH]).order_by("pk"):
            yield from _drift(meeting)
    if strays := engine().strays():
        yield Drift("", f"{strays} rader i sökindexet hör inte till någon post.")


def _drift(meeting: Meeting) -> Iterator[Drift]:
    rows = list(rows_of([meeting.pk]))
    changes = compare([meeting.pk], rows)
    if changes.missing or changes.stale:
        number = max(len(changes.missing), len(changes.stale))
        yield Drift(str(meeting), f"{number} sökposter stämmer inte med mötet.")
    if spoilt := [key for key in _spoilt([meeting.pk]) if key not in changes.stale]:
        yield Drift(str(meeting), f"{len(spoilt)} sökposter har fel innehåll i indexet.")
    if missing := _unheard(meeting, {word for row in rows for word in row.words}):
        yield Drift(str(meeting), f"{missing} ord saknas i ordlistan.")


def _unheard(meeting: Meeting, words: set[str]) -> int:
    heard = SearchWord.objects.filter(audience=meeting.state, word__in=words)
    return len(words) - heard.count()


@transaction.atomic
def forget_unused_words() -> int:
    """Remove words that no meeting of their audience holds any more; how many."""
    used: dict[str, set[str]] = {}
    for key, state in Meeting.objects.values_list("pk", "state").order_by("pk"):
        words = used.setdefault(state, set())
        words.update(word for row in rows_of([key]) for word in row.words)
    unused = [
        key
        for key, word, audience in SearchWord.objects.values_list("pk", "word", "audience")
        if word not in used.get(audience, ())
    ]
    for at in range(0, len(unused), 500):
        SearchWord.objects.filter(pk__in=unused[at : at + 500]).delete()
    return len(unused)
