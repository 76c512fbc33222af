"""The words of the archive, kept in memory by each process, for each audience apart.

What somebody is answered may only depend on what he may see: so a word counts for him if it has
stood in a meeting of a state that is shown to him.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from minutes.search.closing import closed
from minutes.search.expanding import Asked, ask
from minutes.search.lexicon import Lexicon
from minutes.search.models import SearchWord
from minutes.search.witnesses import witnesses
from minutes.visibility import states_visible_to

AT_ONCE = 1000  # words in a question
TAKEN_AWAY = ""  # a row with no word tells every process to read all again
LONGEST_WORD = 100  # letters; the column holds no more, and nobody types more
# Two who commit at once may do so in the other order than their keys were given: a word is
# missed then, until everything is read again.
READ_AGAIN_AFTER = 600  # seconds


@dataclass
class _Heard:
    """What a process knows of one audience: every word up to ``last``."""

    lexicon: Lexicon = field(default_factory=lambda: Lexicon(witnesses=witnesses()))
    last: int = 0
    since: float = field(default_factory=time.monotonic)


_heard: dict[tuple[str, ...], _Heard] = {}


def ask_as(user: Any, text: str) -> Asked:
    """What the user asks for, in the words of the meetings that he may see."""
    lexicon = lexicon_for(user)
    asked = ask(text, lexicon)
    if asked.expression is None:
        return asked
    return replace(asked, expression=closed(asked.expression, lexicon))


def lexicon_for(user: Any) -> Lexicon:
    """One question to the database, which has an answer only after new words have come."""
    audience = tuple(sorted(states_visible_to(user)))
    known = _heard.setdefault(audience, _Heard())
    if time.monotonic() - known.since > READ_AGAIN_AFTER:
        known = _heard[audience] = _Heard()
    # Of every audience: else what others have heard last would be looked through again each time.
    news = SearchWord.objects.filter(pk__gt=known.last).order_by("pk")
    words = list(news.values_list("pk", "audience", "word"))
    if known.last and any(word == TAKEN_AWAY for *_, word in words):
        _heard.pop(audience)
        return lexicon_for(user)
    if words:
        heard = (word for _, heard_by, word in words if heard_by in audience)
        known.lexicon.add(word for word in heard if word != TAKEN_AWAY)
        known.last = words[-1][0]
    return known.lexicon


def forget() -> None:
    """Read everything again when next asked."""
    _heard.clear()


def learn(words: Iterable[str], audience: str) -> None:
    """Add what is new; in order, so that two who learn the same do not wait for each other."""
    wanted = sorted({word for word in words if len(word) <= LONGEST_WORD})
    for at in range(0, len(wanted), AT_ONCE):
        some = wanted[at : at + AT_ONCE]
        heard = SearchWord.objects.filter(audience=audience, word__in=some)
        new = sorted(set(some).difference(heard.values_list("word", flat=True)))
        SearchWord.objects.bulk_create(
            [SearchWord(word=word, audience=audience) for word in new], ignore_conflicts=True
        )


def unlearn(words: Collection[str], audience: str) -> int:
    """Take words from an audience, in every process from its next question on; how many."""
    heard, wanted = SearchWord.objects.filter(audience=audience), sorted(words)
    parts = (wanted[at : at + AT_ONCE] for at in range(0, len(wanted), AT_ONCE))
    gone = sum(heard.filter(word__in=part).delete()[0] for part in parts)
    if gone:
        heard.filter(word=TAKEN_AWAY).delete()
        SearchWord.objects.create(word=TAKEN_AWAY, audience=audience)
    return gone
