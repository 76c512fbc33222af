"""From what somebody typed to what the index is asked: all forgiveness is here.

The index states what stands in the texts. Which of it a typed word may mean is decided now, from
the words of the archive that the one who asks may see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from minutes.search.analysis import stem
from minutes.search.combining import PARTICLES
from minutes.search.conjugation import is_conjugated
from minutes.search.expression import All, Any, Expression, Not, Phrase, Word
from minutes.search.forms import ending_with, forms, itself
from minutes.search.lexicon import Lexicon
from minutes.search.nearest import nearest
from minutes.search.question import Term, parse
from minutes.search.swedish import UNINFLECTED
from minutes.search.widening import MOST, Leaf, wide

MOST_LONGER = 50
_BETWEEN = ("och", "eller", "samt")


@dataclass(frozen=True)
class Asked:
    """``expression`` is None if no words were asked for: then everything answers.

    ``exact`` takes each word only in its own inflections, ``exact_in_title`` in the title alone:
    what they are true of stands above the rest. ``marked`` is what is shown as found.
    ``corrected`` pairs a word that nothing matched with what was taken instead. ``longer`` holds
    words of the archive that contain a typed one, probably by chance, and were not searched for.
    ``filters`` are ``kommun``, ``organ``, ``amne`` or ``ar``, each with the typed value.
    """

    expression: Expression | None
    exact: Expression | None
    exact_in_title: Expression | None
    marked: frozenset[Leaf] = frozenset()
    corrected: tuple[tuple[str, str], ...] = ()
    longer: tuple[str, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class _Meant:
    """What one term means, widely and in its own inflections only."""

    wide: tuple[Leaf, ...]
    exact: tuple[Leaf, ...]
    corrected: tuple[tuple[str, str], ...] = ()
    longer: tuple[str, ...] = ()


def ask(text: str, lexicon: Lexicon, names: Iterable[str] = ()) -> Asked:
    """What the text asks of an archive with these words; ``names`` may be meant by a typo."""
    question = parse(text)
    if not question.wanted and not question.unwanted:
        return Asked(None, None, None, filters=question.filters)
    names = tuple(names)
    groups = [[_meant(term, lexicon, names) for term in group] for group in question.wanted]
    unwanted = [Not(_any(_unwanted(term, lexicon))) for term in question.unwanted]
    widely = [_each(one.wide for one in group) for group in groups]
    exact = [_each(one.exact for one in group) for group in groups]
    every = list(chain.from_iterable(groups))
    return Asked(
        expression=_all([*map(_any, widely), *unwanted]),
        exact=_all([*map(_any, exact), *unwanted]),
        exact_in_title=_all([*(_any(map(_in_title, group)) for group in exact), *unwanted]),
        marked=frozenset(_each(widely)),
        corrected=tuple(dict.fromkeys(pair for one in every for pair in one.corrected)),
        longer=tuple(dict.fromkeys(word for one in every for word in one.longer))[:MOST_LONGER],
        filters=question.filters,
    )


def _meant(term: Term, lexicon: Lexicon, names: tuple[str, ...]) -> _Meant:
    if term.quoted:
        exact = _narrow(term, lexicon)
        return _Meant(exact, exact)
    if len(term.words) > 1:
        return _joined(term, lexicon)
    return _word(term.words[0], lexicon, names)


def _word(word: str, lexicon: Lexicon, names: tuple[str, ...]) -> _Meant:
    found = forms(word, lexicon)
    apart = (*_apart(word, lexicon), *(() if found.known else _suspended(word, lexicon)))
    right = found.known or apart or is_conjugated(word, lexicon)
    near = () if right else nearest(word, lexicon, names)
    meant = [forms(one, lexicon) for one in near] or [found]
    return _Meant(
        wide=(*_each(map(wide, meant)), *apart),
        exact=_each(_words(one.itself.exact) for one in meant),
        corrected=tuple((word, one) for one in near),
        longer=tuple(one for one in found.unused if stem(one) not in found.itself.all),
    )


def _joined(term: Term, lexicon: Lexicon) -> _Meant:
    """``e-arkiv``: its parts beside each other, of which the last may go on, or as one word."""
    found = [forms(word, lexicon) for word in term.words]
    phrase = Phrase(tuple(one.itself.all for one in found))
    if not all(word.isalpha() for word in term.words):
        return _Meant((phrase,), (phrase,))
    longer = tuple(one for one in found[-1].longer if one.startswith(found[-1].letters))
    goes_on = Phrase((*phrase.words[:-1], (*phrase.words[-1], *longer)[:MOST]))
    one_word = forms("".join(term.words), lexicon)
    return _Meant((goes_on, *wide(one_word)), (phrase, *_words(one_word.itself.exact)))


def _apart(word: str, lexicon: Lexicon) -> tuple[Phrase, ...]:
    """``earkiv`` may be printed ``e-arkiv``, and ``trafikplan`` ``trafik plan``.

    ``tillgång`` is not "till gång" of "till gång- och cykelbanan".
    """
    beside = [(first, itself(rest, lexicon)) for first, rest in _cuts(word, lexicon)]
    return tuple(Phrase(((stem(first),), rest.all)) for first, rest in beside if rest.known)


def _suspended(word: str, lexicon: Lexicon) -> tuple[Phrase, ...]:
    """``gångväg`` may be printed ``gång- och cykelväg``.

    Only of what is nowhere printed by itself: for "och" an index goes through all its entries.
    """
    cuts = [(first, rest) for first, rest in _cuts(word, lexicon) if len(first) > 1]
    shared = [(stem(first), ending_with(rest, lexicon)) for first, rest in cuts]
    return tuple(Phrase(((first,), _BETWEEN, last)) for first, last in shared if last)


def _cuts(word: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Its two parts, of which the first is printed as a word."""
    if len(word) < 5 or not word.isalpha():
        return
    for first, rest in ((word[:cut], word[cut:]) for cut in range(1, len(word) - 2)):
        if first in lexicon and first not in PARTICLES and first not in UNINFLECTED:
            yield first, rest


def _narrow(term: Term, lexicon: Lexicon) -> tuple[Leaf, ...]:
    """The words themselves, next to each other: none that is longer or only looks like them."""
    places = tuple(itself(word, lexicon).all for word in term.words)
    return (Phrase(places),) if len(places) > 1 else _words(places[0])


def _unwanted(term: Term, lexicon: Lexicon) -> tuple[Leaf, ...]:
    """Compounds of it too, unless it is quoted; nothing that is only near."""
    if term.quoted or len(term.words) > 1:
        return _narrow(term, lexicon)
    return wide(forms(term.words[0], lexicon))


def _words(lexemes: Iterable[str]) -> tuple[Leaf, ...]:
    return tuple(Word(lexeme) for lexeme in lexemes)


def _each(parts: Iterable[Iterable[Leaf]]) -> tuple[Leaf, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(parts)))


def _in_title(part: Leaf) -> Expression:
    """A phrase cannot be held to the title: its words stand there, and it stands somewhere."""
    if isinstance(part, Word):
        return Word(part.lexeme, part.open, title=True)
    places = (_any(Word(one, title=True) for one in place) for place in part.words)
    return All((*places, part))


def _all(parts: Iterable[Expression]) -> Expression:
    parts = tuple(dict.fromkeys(parts))
    return parts[0] if len(parts) == 1 else All(parts)


def _any(parts: Iterable[Expression]) -> Expression:
    parts = tuple(dict.fromkeys(parts))
    return parts[0] if len(parts) == 1 else Any(parts)
