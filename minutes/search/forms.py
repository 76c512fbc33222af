"""What of an archive's words a typed word may mean: inflections, longer words, words with dots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutes.search.compounds import SHORTEST, Compounds
from minutes.search.lexicon import Lexicon
from minutes.search.stemming import stem
from minutes.search.swedish import UNINFLECTED
from minutes.words import fold

OPEN_FROM = 4  # letters of a stem that longer words may begin with


@dataclass(frozen=True)
class Forms:
    """``exact``: lexemes of the word itself; ``opened``: beginnings of longer words;
    ``within``: lexemes of compounds; ``unused``: words that hold the letters by chance.
    """

    exact: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    known: bool = False


@dataclass(frozen=True, slots=True)
class _Base:
    """One reading of what was typed: its lexeme, and the letters that its forms share."""

    lexeme: str
    letters: str


def forms(word: str, lexicon: Lexicon) -> Forms:
    """All that the word may stand for in the lexicon, nearest first."""
    own = _base(word)
    known = is_known(word, lexicon)
    others = list(_with_dots(word, lexicon, exactly=known)) if fold(word) == word else []
    bases = [own, *others] if known or not others else others
    inflected = sorted({lexeme for base in bases for lexeme in _inflections(base, lexicon)})
    opened = _opened(bases if not known else [own])
    within, unused = _within(bases if not known else [own], lexicon, opened)
    return Forms(
        exact=_unique([own.lexeme] if known or not others else [b.lexeme for b in others]),
        folded=_unique([*(b.lexeme for b in bases), *inflected]),
        opened=opened,
        within=within,
        unused=unused,
        known=known or bool(others or within) or any(_begins(lexicon, one) for one in opened),
    )


def narrow(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The lexemes of the word itself: its inflections, and with dots if typed without."""
    found = forms(word, lexicon)
    return found.folded


def _base(word: str) -> _Base:
    lexeme = stem(word)
    return _Base(lexeme, lexeme if word.startswith(lexeme) else word)


def is_known(word: str, lexicon: Lexicon) -> bool:
    if word in lexicon:
        return True
    base = _base(word)
    return any(stem(one) == base.lexeme for one in lexicon.beginning(base.letters))


def _with_dots(word: str, lexicon: Lexicon, exactly: bool) -> Iterator[_Base]:
    for one in lexicon.folding_to(word):
        yield _base(one)
    if exactly:
        return
    start = _base(word).letters
    for one in lexicon.beginning_folded(start[:-1] if start in UNINFLECTED else start):
        if stem(fold(one)) == stem(word):
            yield _base(one)
        elif len(fold(one)) == len(one) and len(start) >= OPEN_FROM:
            yield _Base(one[: len(start)], one[: len(start)])


def _inflections(base: _Base, lexicon: Lexicon) -> Iterator[str]:
    return
    yield


def _opened(bases: Iterable[_Base]) -> tuple[str, ...]:
    letters = {b.letters for b in bases if len(b.letters) >= OPEN_FROM and b.letters.isalpha()}
    return tuple(sorted(x for x in letters if not any(x.startswith(y) for y in letters - {x})))


def _within(
    bases: list[_Base], lexicon: Lexicon, opened: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    compounds = compounds_of(lexicon)
    good: set[str] = set()
    bad: set[str] = set()
    for base in dict.fromkeys(bases):
        if len(base.letters) < SHORTEST or not base.letters.isalpha():
            continue
        for word in lexicon.holding(base.letters):
            if word.startswith(opened) and opened:
                continue
            lexeme = stem(word)
            if lexeme == base.lexeme:
                continue
            has = compounds.has_part(word, base.letters, base.lexeme)
            (good if has else bad).add(lexeme if has else word)
    near = sorted(good, key=_nearness)
    return tuple(near), tuple(sorted(bad, key=_nearness))


_compounds: dict[int, tuple[int, Compounds]] = {}


def compounds_of(lexicon: Lexicon) -> Compounds:
    version, found = _compounds.get(id(lexicon), (-1, Compounds(lexicon.knows)))
    if version != lexicon.version:
        found = Compounds(lexicon.knows)
        _compounds[id(lexicon)] = (lexicon.version, found)
    return found


def _begins(lexicon: Lexicon, letters: str) -> bool:
    return next(iter(lexicon.beginning(letters)), None) is not None


def _nearness(word: str) -> tuple[int, str]:
    return len(word), word


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
