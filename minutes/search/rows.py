"""An entry together with its lexemes, on its way into the index."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from minutes.search.analysis import ANALYSER_VERSION, stems, words

# A title that is longer is no title. Together with the most words of a text these are fewer than
# the 16,383 places that PostgreSQL tells apart.
MOST_IN_TITLE = 1000


@dataclass(frozen=True)
class Row:
    """``columns`` are those of SearchEntry that do not follow from the lexemes."""

    columns: dict[str, Any]
    title: list[str]
    text: list[str]
    words: frozenset[str]  # as printed, in small letters

    @cached_property
    def digest(self) -> str:
        """Differs if any lexeme or its place does."""
        both = "\n".join([" ".join(self.title), " ".join(self.text)])
        return hashlib.md5(both.encode(), usedforsecurity=False).hexdigest()

    @property
    def values(self) -> dict[str, Any]:
        """All columns but the key."""
        return {**self.columns, "digest": self.digest, "analyser": ANALYSER_VERSION}


def row_of(columns: dict[str, Any], title: str, text: str) -> Row:
    """The entry of a title and a text, analysed; what no index takes is not heard of either."""
    of_title, of_text = words(title)[:MOST_IN_TITLE], words(text)
    in_title, in_text = stems(of_title), stems(of_text)
    heard = [*of_title[: len(in_title)], *of_text[: len(in_text)]]
    return Row(columns, in_title, in_text, frozenset(heard))
