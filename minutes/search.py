"""Free text: every word of the question must stand in the row, as a part of some word.

The simple predecessor of a real index: the same on every database, right for an archive of
thousands of rows, and slow for one of millions. See docs/adr/.
"""

from __future__ import annotations

from functools import reduce
from operator import and_

from django.db.models import Q

from minutes.words import fold, stem, words

MOST_WORDS = 20  # a pasted paragraph must not become a query of a thousand conditions


def needles(query: str) -> list[str]:
    """What must be found for each word of the question: its stem, folded as the stored text is."""
    stems = (fold(stem(word)) for word in words(query))
    return list(dict.fromkeys(stems))[:MOST_WORDS]


def matching(query: str, column: str = "search_text") -> Q:
    """That the column holds every word; a question without words excludes nothing."""
    return reduce(and_, (Q(**{f"{column}__contains": needle}) for needle in needles(query)), Q())
