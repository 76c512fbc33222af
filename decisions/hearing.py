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

from decisions.indexing import index, words_of
from minutes.models import Meeting
from minutes.search.expression import Word
from minutes.search.models import SearchEntry
from minutes.search.stemming import stem
from minutes.search.vocabulary import learn, unlearn
from minutes.states import State


@contextmanager
def heard_anew(meeting: int) -> Iterator[None]:
    """Index the meeting after the block, and forget what it says, or shows to some, no more."""
    audience, before = _audience(meeting), words_of([meeting])
    yield
    index([meeting])
    if _audience(meeting) != audience:
        forget_words(before, [audience])
    forget_words(before - words_of([meeting]), State.values)


def heard_by_more(meeting: int) -> None:
    """Learn its words for those who see it now; that others see it leaves its entries alone."""
    learn(words_of([meeting]), _audience(meeting))


def forget_words(words: Collection[str], audiences: Collection[str]) -> None:
    """Take those from the audiences that stand in nothing which they see."""
    for audience in audiences if words else ():
        shown = SearchEntry.objects.filter(meeting__state=audience)
        held = {one: shown.matching(Word(one)).exists() for one in set(map(stem, words))}
        unlearn([word for word in words if not held[stem(word)]], audience)


def _audience(meeting: int) -> str:
    return Meeting.objects.values_list("state", flat=True).get(pk=meeting)
