"""Words that nobody may see any more are not heard of any more.

The list of words (minutes/search/vocabulary.py) only helps to understand what is typed, but it
shows words: as corrections, and as longer ones. So whatever takes a text away from an audience
takes its words from that audience too, unless another text that it may see holds them.

Two who publish and take back at the same moment may miss a word of each other's; `verify` says
so, and the search is no less right for it, only less forgiving.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from decisions.indexing import index, rows_of
from minutes.models import Meeting
from minutes.search.expression import Word
from minutes.search.models import SearchEntry
from minutes.search.stemming import stem
from minutes.search.vocabulary import unlearn
from minutes.states import State


@contextmanager
def heard_anew(meeting: int) -> Iterator[None]:
    """Index the meeting after the block, and forget what it says, or shows to some, no more."""
    audience, before = _audience(meeting), words_of(meeting)
    yield
    index([meeting])
    if _audience(meeting) != audience:
        forget_words(before, [audience])
    forget_words(before - words_of(meeting), State.values)


def words_of(meeting: int) -> frozenset[str]:
    """Every word of its titles and texts, as printed, in small letters."""
    return frozenset().union(*(row.words for row in rows_of([meeting])))


def forget_words(words: Collection[str], audiences: Collection[str]) -> None:
    """Take those from the audiences that stand in nothing which they see."""
    for audience in audiences if words else ():
        shown = SearchEntry.objects.filter(meeting__state=audience)
        held = {one: shown.matching(Word(one)).exists() for one in set(map(stem, words))}
        unlearn([word for word in words if not held[stem(word)]], audience)


def _audience(meeting: int) -> str:
    return Meeting.objects.values_list("state", flat=True).get(pk=meeting)
