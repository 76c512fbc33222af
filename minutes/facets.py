"""The values that a filter can have, with how many rows each would give."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.utils.formats import number_format


class Choice(NamedTuple):
    """What there is to choose: its value in addresses, and what a reader calls it."""

    value: str
    label: str


@dataclass(frozen=True)
class Value:
    """``count`` is None where there are more rows than are counted, ``said`` is empty then."""

    value: str
    label: str
    count: int | None
    chosen: bool
    said: str  # the count: ``1 234``


@dataclass(frozen=True)
class Facet:
    """A filter as it can be chosen; ``capped``: not everything in it is counted."""

    name: str
    label: str
    values: list[Value]

    @property
    def capped(self) -> bool:
        return any(one.count is None for one in self.values)

    @cached_property
    def chosen(self) -> int:
        """How many of its values are."""
        return sum(one.chosen for one in self.values)


def facet(
    name: str,
    label: str,
    choices: Iterable[Any],
    chosen: Collection[str],
    counts: Mapping[str, int | None] | None,
) -> Facet:
    """Without values that would give nothing, but for the chosen; without counts all of them.

    ``choices`` are of the class above, or of one that tells more.
    """
    values = [
        _value(one, None if counts is None else counts[one.value], one.value in chosen)
        for one in choices
    ]
    return Facet(name, label, [one for one in values if one.count != 0 or one.chosen])


def _value(one: Any, count: int | None, is_chosen: bool) -> Value:
    said = "" if count is None else number_format(count, force_grouping=True)
    return Value(one.value, one.label, count, is_chosen, said)
