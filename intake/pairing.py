"""Which row of one list is which row of another: the same thing, perhaps in other words. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz.fuzz import ratio

Old = TypeVar("Old")
New = TypeVar("New")
Pair = tuple[Old | None, New | None]

LEAST_LIKENESS = 60.0  # of 100: below it, two texts are two things


def paired(
    old: Sequence[Old], new: Sequence[New], likeness: Callable[[Old, New], float]
) -> list[Pair[Old, New]]:
    """The most alike first, each at most once; ties go to the nearest places.

    In the order of ``new``; what only ``old`` has follows what it followed there.
    """
    found = _matches(old, new, likeness)
    by_new = {there: here for here, there in found.items()}
    rows: list[tuple[tuple[int, int], Pair[Old, New]]] = []
    for there, one in enumerate(new):
        here = by_new.get(there)
        rows.append(((there, -1), (None if here is None else old[here], one)))
    last = -1
    for here, alone in enumerate(old):
        if here in found:
            last = found[here]
        else:
            rows.append(((last, here), (alone, None)))
    return [pair for _, pair in sorted(rows, key=lambda row: row[0])]


def _matches(
    old: Sequence[Old], new: Sequence[New], likeness: Callable[[Old, New], float]
) -> dict[int, int]:
    scored = [
        (-score, abs(here - there), here, there)
        for here, one in enumerate(old)
        for there, other in enumerate(new)
        if (score := likeness(one, other)) >= LEAST_LIKENESS
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, here, there in sorted(scored):
        if here not in found and there not in taken:
            found[here] = there
            taken.add(there)
    return found


def alike(one: str, other: str) -> float:
    """0 to 100; letters' case and the breaking of lines do not count."""
    return ratio(" ".join(one.casefold().split()), " ".join(other.casefold().split()))
