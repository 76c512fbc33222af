"""The values that a filter can have, with how many rows each would give."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from django.utils.formats import number_format


class Choice(Protocol):
    """What there is to choose: its value in addresses, and what a reader calls it."""

    @property
    def value(self) -> str: ...

    @property
    def label(self) -> str: ...


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
    choices: Iterable[Choice],
    chosen: Collection[str],
    counts: Mapping[str, int | None] | None,
) -> Facet:
    """Without values that would give nothing, but for the chosen; without counts all of them."""
    known = counts or {}
    values = [
        _value(one, known.get(one.value), one.value in chosen)
        for one in choices
        if counts is None or known[one.value] != 0 or one.value in chosen
    ]
    return Facet(name, label, values)


def _value(one: Choice, count: int | None, is_chosen: bool) -> Value:
    said = "" if count is None else number_format(count, force_grouping=True)
    return Value(one.value, one.label, count, is_chosen, said)
