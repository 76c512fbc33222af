"""Changing one row, or the order of several, without touching what stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Model, QuerySet

ASIDE = 20_000  # positions beyond any list, where rows wait while their places are taken


def change(row: Any, values: dict[str, Any], *, by_hand: bool = True) -> list[str]:
    """Write those values that differ from the row's, and their names; the rest is not touched.

    ``by_hand``: a person has set them, so no later reading may overwrite them.
    """
    differing = [name for name, value in values.items() if getattr(row, name) != value]
    if not differing:
        return []
    for name in differing:
        setattr(row, name, values[name])
    written = list(differing)
    if by_hand and hasattr(row, "edited"):
        row.edited = sorted({*row.edited, *differing})
        written.append("edited")
    row.save(update_fields=written)
    return differing


def place(rows: Sequence[Model]) -> None:
    """Number the rows from 1 in the order given; those that stand right are not written."""
    moved = [(row, number) for number, row in enumerate(rows, start=1) if row.position != number]
    if not moved:
        return
    kind = type(moved[0][0])
    for offset in (ASIDE, 0):  # no two rows may share a place, not even for a moment
        for row, number in moved:
            row.position = number + offset
        kind._default_manager.bulk_update([row for row, _ in moved], ["position"])


def shift(rows: QuerySet, row: Model, step: int) -> bool:
    """Move a row ``step`` places down its list (negative: up); False at the end of it."""
    order = list(rows.order_by("position"))
    here = order.index(row)
    there = here + step
    if not 0 <= there < len(order):
        return False
    order.insert(there, order.pop(here))
    place(order)
    return True


def insert(rows: QuerySet, row: Model, after: Model | None = None, *, first: bool = False) -> None:
    """Save a new row behind another of its list, or first in it, or at its end."""
    order = list(rows.order_by("position"))
    row.position = ASIDE
    row.save()
    at_end = 0 if first else len(order)
    order.insert(at_end if after is None else order.index(after) + 1, row)
    place(order)


def take_out(rows: QuerySet, row: Model) -> None:
    """Delete a row with all that hangs on it, and close the gap."""
    row.delete()
    place(list(rows.order_by("position")))
