"""What a PDF page shows besides letters: pictures, and how much of the page they cover."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as raw

MOST_OBJECTS = 20_000  # of one page that are looked at
DEEPEST = 2  # forms within forms


def picture_share(page: Any, page_area: float) -> float:
    """The share of the page, 0 to 1, that pictures cover; strips of a scan count together."""
    area = sum(_area(one) for one in _objects(page) if _kind(one) == raw.FPDF_PAGEOBJ_IMAGE)
    return min(1.0, area / page_area)


def count_paths(page: Any) -> int:
    """How many lines and shapes are drawn: letters turned into outlines are hundreds."""
    return sum(_kind(one) == raw.FPDF_PAGEOBJ_PATH for one in _objects(page))


def _objects(page: Any) -> Iterator[Any]:
    for at in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        one = raw.FPDFPage_GetObject(page, at)
        yield from _with_inner(one, DEEPEST)


def _with_inner(one: Any, depth: int) -> Iterator[Any]:
    yield one
    if depth and _kind(one) == raw.FPDF_PAGEOBJ_FORM:
        for at in range(min(raw.FPDFFormObj_CountObjects(one), MOST_OBJECTS)):
            yield from _with_inner(raw.FPDFFormObj_GetObject(one, at), depth - 1)


def _kind(one: Any) -> int:
    return int(raw.FPDFPageObj_GetType(one))


def _area(one: Any) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(one, left, bottom, right, top):
        return 0.0
    return abs((right.value - left.value) * (top.value - bottom.value))
