"""The search index made anew, and compared with the rows that it is made from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from decisions.indexing import compare, index, rows_of
from minutes.models import Meeting
from minutes.search.analysis import ANALYSER_VERSION
from minutes.search.engines import engine
from minutes.search.models import SearchEntry, SearchWord
from minutes.search.rows import Row
from minutes.search.vocabulary import AT_ONCE, TAKEN_AWAY, unlearn

BATCH = 20  # meetings in a transaction: some hundred entries


@dataclass(frozen=True, slots=True)
class Drift:
    """``of`` a meeting whose entries are not what its rows say, or of the index as a whole."""

    of: str
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
        engine().remove(_spoilt(meetings, rows_of(meetings)))
        return index(meetings)


def _spoilt(meetings: Collection[int], rows: Iterable[Row]) -> list[int]:
    """Keys of entries that look right while the index holds something else for them."""
    wanted = {(row.columns["item_id"], row.columns["decision_id"]): row for row in rows}
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


def drifted(progress: Callable[[list[int]], Iterable[int]] = iter) -> Iterator[Drift]:
    """What `reindex --all` would mend, in words; nothing where the index is as it should be.

    ``progress`` is given the keys of the meetings, and hands them on one by one.
    """
    left = iter(progress(outdated(everything=True)))
    while some := list(islice(left, BATCH)):
        # Nearly always there is nothing, and a batch costs hardly more than a meeting.
        for key in some if _faults(some) else ():
            yield from _drift(key)
    if strays := len(engine().strays()):
        yield Drift("sökindexet", f"{strays} rader hör inte till någon post.")


def _drift(key: int) -> list[Drift]:
    found = _faults([key])
    meeting = Meeting.objects.filter(pk=key).first()
    return [Drift(str(meeting), f"{number} {what}.") for what, number in found.items() if meeting]


@transaction.atomic
def _faults(keys: Collection[int]) -> dict[str, int]:
    """How many of each kind there are in these meetings; only kinds that there are."""
    # Locked, since an edit between two questions would look like a fault.
    locked = Meeting.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    states = dict(locked.values_list("pk", "state"))
    rows = list(rows_of(states))
    changes = compare(states, rows)
    spoilt = set(_spoilt(states, rows)).difference(changes.stale)
    counted = {
        "sökposter stämmer inte med mötet": max(len(changes.missing), len(changes.stale)),
        "sökposter har fel innehåll i indexet": len(spoilt),
        "ord saknas i ordlistan": _unheard(rows, states),
    }
    return {what: number for what, number in counted.items() if number}


def _unheard(rows: Iterable[Row], states: Mapping[int, str]) -> int:
    """Words of rows that those who see them are not known to have heard."""
    said: dict[str, set[str]] = {}
    for row in rows:
        said.setdefault(states[row.columns["meeting_id"]], set()).update(row.words)
    return sum(len(words - _heard(words, audience)) for audience, words in said.items())


def _heard(words: set[str], audience: str) -> set[str]:
    heard: set[str] = set()
    known = SearchWord.objects.filter(audience=audience)
    wanted = sorted(words)
    for at in range(0, len(wanted), AT_ONCE):
        some = known.filter(word__in=wanted[at : at + AT_ONCE])
        heard.update(some.values_list("word", flat=True))
    return heard


def sweep() -> int:
    """Remove what lies in the index and belongs to no entry; how much."""
    strays = engine().strays()
    engine().remove(strays)
    return len(strays)


def forget_unused_words() -> int:
    """Remove words that no meeting of their audience holds any more; how many."""
    begun = timezone.now()
    unused = sum(unlearn(words, audience) for audience, words in _unused_words().items())
    # Whoever has written meanwhile may have relied on a word that is gone now.
    for key in Meeting.objects.filter(updated_at__gte=begun).values_list("pk", flat=True):
        reindex([key])
    return unused


def _unused_words() -> dict[str, set[str]]:
    """By audience."""
    heard: dict[str, set[str]] = {}
    for audience, word in SearchWord.objects.values_list("audience", "word"):
        heard.setdefault(audience, set()).add(word)
    for key, state in Meeting.objects.values_list("pk", "state").order_by("pk"):
        for row in rows_of([key]):
            heard.get(state, set()).difference_update(row.words)
    return {audience: words - {TAKEN_AWAY} for audience, words in heard.items()}
