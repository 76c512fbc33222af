"""The printed words of an archive, and what of them begins with, holds or folds to some letters.

A quarter of a million words take some ten megabytes: they lie as sorted lines in a few long
strings. A search looks through the strings, not through words.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from minutes.words import fold

_END = chr(0x10FFFF)


class Lexicon:
    """Grows with ``add``; ``witnesses`` are further words that are known but stand nowhere.

    Words are surface forms in small letters, composed. ``version`` changes with what is known.
    """

    def __init__(self, words: Iterable[str] = (), witnesses: Iterable[str] = ()) -> None:
        self._plain = _Lines()
        self._marked = _Lines()  # "mote=möte": how it folds, then how it is printed
        self._witnesses = _Lines(witnesses)
        self.version = 0
        self.add(words)

    def __len__(self) -> int:
        return len(self._plain) + len(self._marked)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and (word in self._plain or _marked(word) in self._marked)

    def add(self, words: Iterable[str]) -> None:
        new = {word for word in words if word and "\n" not in word} - {""}
        lines = {word: _marked(word) for word in new if not word.isascii()}
        marked = {line for word, line in lines.items() if not line.startswith(f"{word}=")}
        self._plain = self._plain.with_new(
            word for word in new if word not in lines or lines[word] not in marked
        )
        self._marked = self._marked.with_new(marked)
        self.version += 1

    def knows(self, word: str) -> bool:
        """Whether it stands in the archive, or a witness says that it is a word."""
        return word in self or word in self._witnesses

    def beginning(self, letters: str) -> Iterator[str]:
        """The words that begin so."""
        yield from self._plain.beginning(letters)
        folded = fold(letters)
        for line in self._marked.beginning(folded):
            word = _printed(line)
            if word.startswith(letters):
                yield word

    def holding(self, letters: str) -> Iterator[str]:
        """The words that hold the letters anywhere."""
        yield from self._plain.holding(letters)
        yield from map(_printed, self._marked.holding(letters, after="="))

    def folding_to(self, folded: str) -> Iterator[str]:
        """The words with å, ä, ö or an accent that are so without: ``möte`` of ``mote``."""
        yield from map(_printed, self._marked.beginning(f"{folded}="))

    def beginning_folded(self, folded: str) -> Iterator[str]:
        """The words with å, ä, ö or an accent that begin so without."""
        for line in self._marked.beginning(folded):
            if line.index("=") >= len(folded):
                yield _printed(line)


class _Lines:
    """Sorted words in a few strings, the longest first; never changed, only replaced."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        chunk = _Chunk(sorted(set(words)))
        self._chunks: tuple[_Chunk, ...] = (chunk,) if len(chunk) else ()

    def __len__(self) -> int:
        return sum(map(len, self._chunks))

    def __contains__(self, word: str) -> bool:
        return any(word in chunk for chunk in self._chunks)

    def with_new(self, words: Iterable[str]) -> _Lines:
        """These and the words: strings of like length become one, so that there are few."""
        new = sorted(word for word in set(words) if word not in self)
        chunks = list(self._chunks)
        while chunks and len(chunks[-1]) < 2 * len(new):
            new = sorted([*chunks.pop(), *new])
        result = _Lines()
        result._chunks = (*chunks, _Chunk(new)) if new else tuple(chunks)
        return result

    def beginning(self, letters: str) -> Iterator[str]:
        for chunk in self._chunks:
            yield from chunk.beginning(letters)

    def holding(self, letters: str, after: str = "") -> Iterator[str]:
        for chunk in self._chunks:
            yield from chunk.holding(letters, after)


class _Chunk:
    def __init__(self, words: list[str]) -> None:
        self._text = "\n".join(["", *words, ""])
        self._starts = array("I", [1])
        for word in words:
            self._starts.append(self._starts[-1] + len(word) + 1)

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __iter__(self) -> Iterator[str]:
        return map(self._word, range(len(self)))

    def _word(self, index: int) -> str:
        return self._text[self._starts[index] : self._starts[index + 1] - 1]

    def __contains__(self, word: str) -> bool:
        index = self._index(word)
        return index < len(self) and self._word(index) == word

    def _index(self, word: str) -> int:
        return bisect_left(range(len(self)), word, key=self._word)

    def beginning(self, letters: str) -> Iterator[str]:
        return map(self._word, range(self._index(letters), self._index(letters + _END)))

    def holding(self, letters: str, after: str) -> Iterator[str]:
        """Lines in which the letters stand, after that letter if one is given."""
        text, end = self._text, 0
        while (found := text.find(letters, end)) != -1:
            start = text.rindex("\n", 0, found) + 1
            end = text.index("\n", found)
            line = text[start:end]
            if not after or letters in line.partition(after)[2]:
                yield line


def _marked(word: str) -> str:
    return f"{fold(word)}={word}"


def _printed(line: str) -> str:
    return line.partition("=")[2]
