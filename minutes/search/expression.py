"""What an index is asked: words, phrases and tags, joined by and, or, not.

Neither a database nor Swedish is known here: ``expanding.py`` makes an expression of what somebody
typed, and each engine says it in its own language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

MOST_WAYS = 500  # to say one phrase: an engine without alternatives must be asked for each


@dataclass(frozen=True, slots=True)
class Word:
    """A lexeme of the title or the text; ``open``: any that begins so; ``title``: there only."""

    lexeme: str
    open: bool = False
    title: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Lexemes next to each other, in the title or in the text; at each place one of several."""

    words: tuple[tuple[str, ...], ...]

    @property
    def ways(self) -> tuple[tuple[str, ...], ...]:
        """What an index is asked: fewer for each place, where all could be said in too many ways.

        The same for every engine, so that all give the same answer.
        """
        places, left = [], MOST_WAYS
        for place in self.words:
            places.append(place[: max(left, 1)])
            left //= max(len(place), 1)
        return tuple(places)


@dataclass(frozen=True, slots=True)
class Tag:
    """A mark that the entry carries, such as ``y2022``: see ``SearchEntry``."""

    name: str


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Any:
    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Expression


Expression = Word | Phrase | Tag | All | Any | Not

EVERYTHING = All(())
NOTHING = Any(())


def conditions(one: Expression) -> Iterator[Expression]:
    """What must all be true."""
    if isinstance(one, All):
        for part in one.parts:
            yield from conditions(part)
    else:
        yield one


def alternatives(one: Expression) -> Iterator[Expression]:
    """What one of must be true."""
    if isinstance(one, Any):
        for part in one.parts:
            yield from alternatives(part)
    else:
        yield one
