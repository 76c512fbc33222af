"""The printed words of an archive, and what of them begins with, holds or folds to some letters.

A quarter of a million words take some ten megabytes: they lie as sorted lines in a few long
strings. A search looks through the strings, not through words.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from minutes.words import fold

_END = chr(0x10FFFF)
_PARTS = re.compile(r"[\n=]")  # what parts the lines, and a word from how it folds


class Lexicon:
    """Grows with ``add``; ``witnesses`` are further words that are known but stand nowhere.

    Words are surface forms in small letters, composed. ``version`` changes with what is known.
    """

    def __init__(self, words: Iterable[str] = (), witnesses: Iterable[str] = ()) -> None:
        self._plain = _Lines()  # none of these holds letters that fold to others
        self._marked = _Lines()  # "mote=möte": how it folds, then how it is printed
        self._witnesses = _lines(frozenset(witnesses))
        self.version = 0
        self.add(words)

    def __len__(self) -> int:
        return len(self._plain) + len(self._marked)

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        return word in self._plain or (not word.isascii() and word in self._marked)

    def add(self, words: Iterable[str]) -> None:
        new = {word for word in words if word and word not in self and not _PARTS.search(word)}
        if not new:
            return
        lines = {word: f"{fold(word)}={word}" for word in new if not word.isascii()}
        marked = {word: line for word, line in lines.items() if not line.startswith(f"{word}=")}
        self._plain = self._plain.with_new(new.difference(marked))
        self._marked = self._marked.with_new(marked.values())
        self.version += 1

    def knows(self, word: str) -> bool:
        """Whether it stands in the archive, or a witness says that it is a word."""
        return word in self or word in self._witnesses

    def beginning(self, letters: str) -> Iterator[str]:
        """The words that begin so."""
        folded = fold(letters)
        if letters == folded:
            yield from self._plain.beginning(letters)
        for line in self._marked.beginning(folded):
            word = _printed(line)
            if word.startswith(letters):
                yield word

    def holding(self, letters: str) -> Iterator[str]:
        """The words that hold the letters anywhere."""
        if letters == fold(letters):
            yield from self._plain.holding(letters)
        words = map(_printed, self._marked.holding(letters))
        yield from (word for word in words if letters in word)

    def folding_to(self, folded: str) -> Iterator[str]:
        """The words with å, ä, ö or an accent that are so without: ``möte`` of ``mote``."""
        yield from map(_printed, self._marked.beginning(f"{folded}="))

    def beginning_folded(self, folded: str) -> Iterator[tuple[str, str]]:
        """The words that begin so without their dots and accents: without, and as printed."""
        yield from ((word, word) for word in self._plain.beginning(folded))
        for line in self._marked.beginning(folded):
            without, _, word = line.partition("=")
            yield without, word

    def holding_folded(self, folded: str) -> Iterator[str]:
        """The words with å, ä, ö or an accent that hold the letters without them."""
        for line in self._marked.holding(folded):
            if folded in line.partition("=")[0]:
                yield _printed(line)


class _Lines:
    """Sorted lines in a few strings, the longest first; never changed, only replaced."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        chunk = _Chunk(sorted(set(lines)))
        self._chunks: tuple[_Chunk, ...] = (chunk,) if len(chunk) else ()

    def __len__(self) -> int:
        return sum(map(len, self._chunks))

    def __contains__(self, word: str) -> bool:
        number = hash(word)
        return any(chunk.has(number) for chunk in self._chunks)

    def with_new(self, lines: Iterable[str]) -> _Lines:
        """These and the new: strings of like length become one, so that there are few."""
        new = sorted(lines)
        chunks = list(self._chunks)
        while chunks and len(chunks[-1]) < 2 * len(new):
            new = sorted([*chunks.pop(), *new])
        result = _Lines()
        result._chunks = (*chunks, _Chunk(new)) if new else tuple(chunks)
        return result

    def beginning(self, letters: str) -> Iterator[str]:
        for chunk in self._chunks:
            yield from chunk.beginning(letters)

    def holding(self, letters: str) -> Iterator[str]:
        for chunk in self._chunks:
            yield from chunk.holding(letters)


class _Chunk:
    def __init__(self, lines: list[str]) -> None:
        self._text = "\n".join(["", *lines, ""])
        self._starts = array("I", accumulate((len(line) + 1 for line in lines), initial=1))
        # A word is asked for often; two that are not the same have another hash.
        self._hashes = array("q", sorted(hash(_printed(line)) for line in lines))

    def __len__(self) -> int:
        return len(self._hashes)

    def __iter__(self) -> Iterator[str]:
        return map(self._line, range(len(self)))

    def has(self, number: int) -> bool:
        """Whether it is the hash of one of the words."""
        index = bisect_left(self._hashes, number)
        return index < len(self._hashes) and self._hashes[index] == number

    def _line(self, index: int) -> str:
        return self._text[self._starts[index] : self._starts[index + 1] - 1]

    def _index(self, line: str) -> int:
        return bisect_left(range(len(self)), line, key=self._line)

    def beginning(self, letters: str) -> Iterator[str]:
        return map(self._line, range(self._index(letters), self._index(letters + _END)))

    def holding(self, letters: str) -> Iterator[str]:
        text, end = self._text, 0
        while (found := text.find(letters, end)) != -1:
            end = text.index("\n", found)
            yield text[text.rindex("\n", 0, found) + 1 : end]


@lru_cache(maxsize=2)
def _lines(words: frozenset[str]) -> _Lines:
    """A dictionary's words are many, and the same for every audience."""
    return _Lines(words)


def _printed(line: str) -> str:
    return line[line.find("=") + 1 :]
