"""What of an archive's words a typed word may mean: inflections, longer words, words with dots."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TypeVar
from weakref import WeakKeyDictionary

from minutes.search.combining import SHORT_FIRSTS, WORDS
from minutes.search.compounds import SHORTEST, Compounds, is_swedish
from minutes.search.conjugation import is_conjugated, is_past, is_past_form, related
from minutes.search.lexicon import Lexicon
from minutes.search.stemming import root, stem
from minutes.search.swedish import (
    EMPTY,
    MUTATED,
    UNINFLECTED,
    VARIANTS,
)
from minutes.words import fold

T = TypeVar("T", bound=Hashable)

# Endings that are safe only where the vocabulary has a word with them: bron, sjöar, segern.
_AFTER_VOWEL = ("n", "ns", "t", "ts", "r", "rs", "na", "rna", "rnas", "ar", "arna", "er", "erna")
_AFTER_LIQUID = ("n", "ns")
_SYNCOPATED = ("a", "ar", "arna", "en", "et", "er", "erna")  # segrar
# Nouns in their plural or without a vowel: städ, regl.
_CHANGES = [
    *MUTATED.items(),
    *(
        (short, full)
        for short, full in VARIANTS.items()
        if full[:3] == short[:3] and short[-1] in "lr"
    ),
]
_LONGEST_ENDING = 5
_BEGINS_FROM = 5  # letters: fewer begin too many words by chance
_MOST_ENDING = 60  # words: an index is asked for each apart
_KEPT = 1_000  # words, whose forms are found once while the vocabulary stays as it is


@dataclass(frozen=True)
class Itself:
    """Lexemes of the word, nearest first: ``all`` of its inflections and its readings with dots,
    of which ``exact`` are as typed, or as typed but for the dots. ``known``: the vocabulary has
    some of them.
    """

    exact: tuple[str, ...]
    all: tuple[str, ...]
    known: bool


@dataclass(frozen=True)
class Forms:
    """The word ``itself``, and what is made with it: ``letters`` may begin longer words,
    ``longer`` are the lexemes of these, nearest first; ``unused`` are words that hold the letters
    by chance.
    """

    itself: Itself
    letters: tuple[str, ...]
    longer: tuple[str, ...]
    unused: tuple[str, ...]

    @property
    def known(self) -> bool:
        """Whether the vocabulary has any of this."""
        return self.itself.known or bool(self.longer)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Of what was typed: the lexeme, and the letters that stand in words made with it."""

    lexeme: str
    letters: str


@dataclass
class _Memory:
    version: int
    compounds: Compounds
    forms: dict[str, Forms] = field(default_factory=dict)


_memories: WeakKeyDictionary[Lexicon, _Memory] = WeakKeyDictionary()


def forms(word: str, lexicon: Lexicon) -> Forms:
    """All that the word may stand for in the lexicon."""
    memory = _memory(lexicon)
    found = memory.forms.get(word)
    if found is None:
        found = memory.forms[word] = _forms(word, lexicon, memory.compounds)
    return found


def ending_with(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Lexemes of compounds that end with the word, the shortest: ``cykelväg`` with ``väg``."""
    own = _reading(word)
    letters = own.letters
    if len(letters) < SHORTEST or not (is_swedish(word) or lexicon.knows(word)):
        return ()
    longest = len(letters) + _LONGEST_ENDING
    held = (x for x in lexicon.holding(letters) if x.find(letters, -longest) > 0)
    last = (x for x in sorted(held, key=_nearness) if stem(x).endswith(own.lexeme))
    has = _memory(lexicon).compounds.has
    made = (stem(x) for x in last if has(x, letters, own.lexeme))
    return _unique(islice(made, _MOST_ENDING))


def _memory(lexicon: Lexicon) -> _Memory:
    memory = _memories.get(lexicon)
    if memory is None or memory.version != lexicon.version or len(memory.forms) >= _KEPT:
        memory = _memories[lexicon] = _Memory(lexicon.version, Compounds(lexicon.knows))
    return memory


def itself(word: str, lexicon: Lexicon) -> Itself:
    """The word alone: nothing that is longer."""
    return _meaning(word, lexicon)[0]


def _forms(word: str, lexicon: Lexicon, compounds: Compounds) -> Forms:
    alone, readings = _meaning(word, lexicon)
    if word in EMPTY or is_past(word, lexicon):
        return Forms(alone, (), (), ())
    longer, unused = _made_with(readings, lexicon, compounds)
    if not (alone.known or longer) and (begun := _begun(word, alone, lexicon)):
        return begun
    return Forms(alone, _beginnings(readings, {*alone.all, *longer}), longer, unused)


def _begun(word: str, alone: Itself, lexicon: Lexicon) -> Forms | None:
    """What begins so, whatever it means: somebody may not have typed to the end."""
    if len(word) < _BEGINS_FROM or word in UNINFLECTED:
        return None
    if is_swedish(word) or is_conjugated(word, lexicon):
        return None
    begin = {one for _, one in lexicon.beginning_folded(word)} or set(lexicon.beginning(word))
    if not begin:
        return None
    longer = _unique(map(stem, sorted(begin, key=_nearness)))
    letters = _unique(one[: len(word)] for one in sorted(begin))
    return Forms(alone, letters, longer, ())


def _meaning(word: str, lexicon: Lexicon) -> tuple[Itself, tuple[_Reading, ...]]:
    """The word itself, and the readings of it that longer words may hold."""
    own = _reading(word)
    lexemes = _own_lexemes(own, word, lexicon)
    exactly = _dotted(word, lexicon)
    # A word as typed is no part of others, nor a form of them: "plan" is no "plånbok", and "krav"
    # not "kräver".
    sure = lexicon.knows(word) or word in WORDS or bool(lexemes and not exactly)
    others = _unique(related(word, lexicon, folded=not sure))
    dotted = exactly if sure else _unique([*exactly, *_dotted_inflections(word, lexicon)])
    parts = () if sure else _unique([*dotted, *_dotted_parts(word, lexicon)])
    dots = _unique(one.lexeme for one in dotted or parts)
    alone = Itself(
        exact=_unique([*lexemes[:1], *others, *(() if sure else dots)]) or (own.lexeme,),
        all=_unique([*lexemes, *others, *dots]) or (own.lexeme,),
        known=bool(lexemes or others or dotted),
    )
    if not alone.known and _only_begins(word, lexicon):
        own = _Reading(own.lexeme, word)
    return alone, _unique([own, *_changed(own), *parts])


def _only_begins(word: str, lexicon: Lexicon) -> bool:
    """``trygghetss`` is on its way to ``trygghetsstudie``, and no form of another word."""
    return not is_swedish(word) and next(lexicon.beginning(word), None) is not None


def _beginnings(readings: Iterable[_Reading], lexemes: set[str]) -> tuple[str, ...]:
    """The letters that some of the lexemes begin with."""
    letters = _unique(reading.letters for reading in readings)
    return tuple(one for one in letters if any(lexeme.startswith(one) for lexeme in lexemes))


def _reading(word: str) -> _Reading:
    """A form that is not made of its lexeme stands in no other word: ``regler`` is ``regel``."""
    lexeme = stem(word)
    made_of = word.startswith(lexeme) or lexeme == root(word)
    return _Reading(lexeme, lexeme if made_of else word)


def _changed(own: _Reading) -> Iterator[_Reading]:
    """``städ`` of ``stad``, ``regl`` of ``regel``: so they stand in longer words."""
    for changed, basic in _CHANGES:
        if own.letters.endswith(basic):
            yield _Reading(own.lexeme, own.letters.removesuffix(basic) + changed)


def _own_lexemes(own: _Reading, word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Those of the vocabulary's inflections of the word; its own first, if it is there."""
    begins = chain(lexicon.beginning(own.letters), lexicon.beginning(word))
    here = word in lexicon or any(stem(one) == own.lexeme for one in begins)
    inflected = () if word in UNINFLECTED else _inflections(word)
    others = (stem(one) for one in inflected if one in lexicon)
    return _unique([*([own.lexeme] if here else []), *others])


def _inflections(word: str) -> Iterator[str]:
    """Forms that might be words, and what the word might be a form of."""
    yield from (word + ending for ending in _endings(word))
    for ending in (*_AFTER_VOWEL, *_AFTER_LIQUID):
        bare = word.removesuffix(ending)
        if 1 < len(bare) < len(word) and ending in _endings(bare):
            yield bare
    if word.endswith(("er", "el", "en")) and len(word) > 3:
        yield from (word[:-2] + word[-1] + ending for ending in _SYNCOPATED)


def _endings(word: str) -> tuple[str, ...]:
    if word[-1] in "iouyåäöé":
        return _AFTER_VOWEL
    return _AFTER_LIQUID if word.endswith(("er", "el", "ar", "or")) and len(word) > 3 else ()


def _dotted(word: str, lexicon: Lexicon) -> tuple[_Reading, ...]:
    """The words that are the typed one with å, ä, ö or an accent; none if it was typed with.

    ``val`` is not "väl", if there is a "val".
    """
    if fold(word) != word:
        return ()
    dotted = lexicon.folding_to(word)
    return _unique(_reading(x) for x in dotted if x not in UNINFLECTED or word not in lexicon)


def _dotted_inflections(word: str, lexicon: Lexicon) -> Iterator[_Reading]:
    if fold(word) == word:
        for folded, one in lexicon.beginning_folded(root(word)):
            if folded != one and stem(folded) == stem(word):
                yield _reading(one)


def _dotted_parts(word: str, lexicon: Lexicon) -> Iterator[_Reading]:
    """The letters with å, ä, ö or an accent that longer words hold: ``förbind``."""
    letters = root(word)
    if fold(word) != word or len(letters) < SHORTEST or not word.startswith(letters):
        return
    for one in lexicon.holding_folded(letters):
        folded = fold(one)
        place = folded.index(letters)
        there = one[place : place + len(letters)]
        if len(folded) == len(one) and there != letters:
            yield _Reading(there, there)


def _made_with(
    readings: Iterable[_Reading], lexicon: Lexicon, compounds: Compounds
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Lexemes of longer words, and words that hold the letters of the readings by chance."""
    made: set[str] = set()
    chance: set[str] = set()
    for reading in readings:
        if reading.letters in SHORT_FIRSTS:
            begin = lexicon.beginning(reading.letters)
            made |= {stem(x) for x in begin if compounds.begins_with(x, reading.letters)}
        if len(reading.letters) < SHORTEST or not reading.letters.isalpha():
            continue
        for word in lexicon.holding(reading.letters):
            if compounds.has(word, reading.letters, reading.lexeme) and not _tells(word, reading):
                made.add(stem(word))
            else:
                chance.add(word)
    made -= {reading.lexeme for reading in readings}
    return tuple(sorted(made, key=_nearness)), tuple(sorted(chance, key=_nearness))


def _tells(word: str, reading: _Reading) -> bool:
    """``bidragit`` is a form of a verb, and not made of ``bidrag``."""
    if not 0 < len(word) - len(reading.letters) <= _LONGEST_ENDING:
        return False
    return word.startswith(reading.letters) and is_past_form(word)


def _nearness(word: str) -> tuple[int, str]:
    return len(word), word


def _unique(some: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(some))
