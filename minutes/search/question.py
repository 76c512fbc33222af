"""What somebody typed: words, "phrases", OR between two, minus before one, ``kommun:haninge``.

Nothing that can be typed is wrong. What cannot be understood is words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutes.search.analysis import Token, tokens
from minutes.search.swedish import (
    ASKING,
    DECIDING,
    EMPTY,
    HELPING,
    INTERROGATIVES,
    INVERTED,
    MEASURING,
    TAKING,
)

MOST_WORDS = 20  # a pasted paragraph must not become a question of a thousand conditions
_MOST_LETTERS = 2_000
_OR = frozenset({"OR", "ELLER"})
_AND = frozenset({"AND", "OCH"})  # says nothing new: every word is wanted
_FILTERS = {
    "kommun": "kommun",
    "organ": "organ",
    "ämne": "amne",
    "amne": "amne",
    "år": "ar",
    "ar": "ar",
}
_DECISIONS = frozenset({"beslut", "beslutet", "besluten"})
_BEFORE_INTERROGATIVES = frozenset(
    {"av", "från", "för", "hos", "i", "inom", "med", "och", "om", "på", "så", "till", "vid", "åt"}
)
_QUOTES = re.compile("[“”„‟«»″]")
_COMPOSED_OR_NOT = {
    unicodedata.normalize(form, key) for key in _FILTERS for form in ("NFC", "NFD")
}
_KEYS = "|".join(sorted(_COMPOSED_OR_NOT))
_FILTER = rf'(?<!\S)(?P<key>{_KEYS}):(?:"(?P<quoted>[^"]*)"|(?P<value>[^\s"]+))'
_PHRASE = r'(?P<minus>(?<!\S)[-–−])?"(?P<phrase>[^"]*)"'
_SPECIAL = re.compile(f"{_FILTER}|{_PHRASE}", re.IGNORECASE)
_JOINS = frozenset("-‐‑–.@'’&_")
_MINUS = re.compile(r"\s?[-–−]")


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or the several words of a phrase, of ``e-arkiv``, of ``2022-10-06``."""

    words: tuple[str, ...]
    quoted: bool = False
    unwanted: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """``wanted``: of each group one term or more; ``filters``: key without å, ä, ö, and value."""

    wanted: tuple[tuple[Term, ...], ...] = ()
    unwanted: tuple[Term, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Or:
    """Between two terms: one of them is enough."""


def parse(text: str) -> Question:
    """OR binds the two terms beside it: ``a b OR c`` wants a, and b or c.

    ``och`` and the like are only wanted where nothing else is, or in quotes; of a question that
    is put in a sentence only what it is about.
    """
    text = _QUOTES.sub('"', text[:_MOST_LETTERS])
    parts = list(_parts(text))
    terms = list(_few(part for part in parts if not isinstance(part, tuple)))
    return Question(
        wanted=_telling(tuple(_groups(terms)), _asks(text, terms)),
        unwanted=tuple(t for t in terms if isinstance(t, Term) and t.unwanted),
        filters=tuple(part for part in parts if isinstance(part, tuple)),
    )


def _parts(text: str) -> Iterator[Term | _Or | tuple[str, str]]:
    end = 0
    for found in _SPECIAL.finditer(text):
        yield from _plain(text[end : found.start()])
        end = found.end()
        if found["key"]:
            yield from _filter(found)
        elif words := tuple(token.word for token in tokens(found["phrase"])):
            yield Term(words, quoted=True, unwanted=bool(found["minus"]))
    yield from _plain(text[end:])


def _filter(found: re.Match[str]) -> Iterator[Term | _Or | tuple[str, str]]:
    if value := _value(found):
        yield _key(found), value
    else:
        yield from _plain(found["key"])


def _key(found: re.Match[str]) -> str:
    return _FILTERS[unicodedata.normalize("NFC", found["key"]).casefold()]


def _value(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found["quoted"] or found["value"] or "").strip()


def _plain(text: str) -> Iterator[Term | _Or]:
    for chain in _chains(text):
        start, end = chain[0].start, chain[-1].end
        if text[start:end] in _OR:
            yield _Or()
        elif text[start:end] not in _AND:
            minus = _MINUS.fullmatch(text[max(start - 2, 0) : start])
            yield Term(tuple(token.word for token in chain), unwanted=bool(minus))


def _chains(text: str) -> list[list[Token]]:
    """The words, those together that nothing but a hyphen or the like parts."""
    chains: list[list[Token]] = []
    for token in tokens(text):
        if chains and _is_joined(text, chains[-1][-1], token):
            chains[-1].append(token)
        else:
            chains.append([token])
    return chains


def _is_joined(text: str, before: Token, token: Token) -> bool:
    """``e-arkiv``, ``anna@exempel.se``, ``2022/123``; ``och/eller`` are two words."""
    between = text[before.end : token.start]
    numbers = before.word.isdigit() and token.word.isdigit()
    return between in _JOINS or (between in {"/", ":"} and numbers)


def _few(parts: Iterator[Term | _Or]) -> Iterator[Term | _Or]:
    left = MOST_WORDS
    for part in parts:
        if isinstance(part, Term):
            part = replace(part, words=part.words[:left])
            left -= len(part.words)
        if isinstance(part, _Or) or part.words:
            yield part


def _groups(terms: list[Term | _Or]) -> Iterator[tuple[Term, ...]]:
    group: tuple[Term, ...] = ()
    goes_on = False
    for term in terms:
        if isinstance(term, _Or):
            goes_on = bool(group)
        elif not term.unwanted:
            if group and not goes_on:
                yield group
                group = ()
            group, goes_on = (*group, term), False
    if group:
        yield group


def _telling(groups: tuple[tuple[Term, ...], ...], asks: bool) -> tuple[tuple[Term, ...], ...]:
    """Without the words that carry nothing, and in a question those that only ask: as many of
    these as there are others beside them.
    """
    said = frozenset(word for group in groups for term in group for word in term.words)
    ways = [EMPTY | HELPING, EMPTY]
    if asks:
        ways.insert(0, EMPTY | HELPING | _only_asking(said))
    for empty in ways:
        left = (tuple(term for term in group if not _is_empty(term, empty)) for group in groups)
        if telling := tuple(group for group in left if group):
            return telling
    return groups


def _only_asking(said: frozenset[str]) -> frozenset[str]:
    """Beside ``vad`` also the deciding, beside ``hur`` the measure."""
    asking = ASKING
    if "vad" in said:
        asking |= DECIDING
    if "hur" in said:
        asking |= MEASURING
    if not said.isdisjoint(_DECISIONS):
        asking |= TAKING
    return asking


def _is_empty(term: Term, empty: frozenset[str]) -> bool:
    return not term.quoted and all(word in empty for word in term.words)


def _asks(text: str, terms: list[Term | _Or]) -> bool:
    """Whether it is a question: it ends so, or begins with an interrogative (``till vem`` too) or
    with a verb that elsewhere stands behind its subject.
    """
    first = [one.words[0] for one in terms[:2] if isinstance(one, Term) and not one.quoted]
    if len(first) == 0:
        return False
    if text.rstrip().endswith("?") or first[0] in INTERROGATIVES or first[0] in INVERTED:
        return True
    return first[0] in _BEFORE_INTERROGATIVES and first[-1] in INTERROGATIVES


@dataclass(frozen=True, slots=True)
class TypedFilter:
    """``kommun:haninge`` in a text, from ``start`` to ``end`` of it."""

    key: str
    value: str
    start: int
    end: int


def typed_filters(text: str) -> list[TypedFilter]:
    """Those of the text in order: for who shows them apart from the words."""
    found = _SPECIAL.finditer(_QUOTES.sub('"', text))
    typed = ((one, _value(one)) for one in found if one["key"])
    return [TypedFilter(_key(one), value, *one.span()) for one, value in typed if value]
