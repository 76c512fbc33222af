"""The values that a filter can have, with how many entries each would give."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from decisions.offers import Choice


@dataclass(frozen=True)
class Value:
    """``count`` is None where there are more entries than are counted."""

    value: str
    label: str
    count: int | None
    chosen: bool
    in_words: str  # in a sentence


@dataclass(frozen=True)
class Facet:
    """A filter as it can be chosen; ``capped``: not everything in it is counted."""

    name: str
    label: str
    values: list[Value]

    @property
    def capped(self) -> bool:
        return any(one.count is None for one in self.values)


def facet(
    name: str,
    label: str,
    choices: Sequence[Choice],
    chosen: Collection[str],
    counts: Mapping[str, int | None] | None,
) -> Facet:
    """Without values that would give nothing, but for the chosen; without counts all of them."""
    values = [
        Value(
            one.value,
            one.label,
            counts[one.value] if counts is not None else None,
            one.value in chosen,
            one.in_words or one.label,
        )
        for one in choices
    ]
    return Facet(name, label, [one for one in values if one.count != 0 or one.chosen])
