"""What a PDF page shows besides letters: pictures, and the rules of tables."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2.raw as raw

from intake.text.pdf_frame import Frame
from intake.text.ruled import MOST_RULES, Rule, Rules

MOST_OBJECTS = 20_000  # of one page that are looked at
DEEPEST = 2  # forms within forms
THIN = 2.5  # points: a rule, not a box
LEAST_LENGTH = 5.0  # points of a rule
MOST_SEGMENTS = 400  # of one path; more are a drawing


def picture_share(page: Any, page_area: float) -> float:
    """The share of the page, 0 to 1, that pictures cover; strips of a scan count together."""
    area = sum(_area(one) for one in _objects(page) if _kind(one) == raw.FPDF_PAGEOBJ_IMAGE)
    return min(1.0, area / page_area)


def count_paths(page: Any) -> int:
    """How many lines and shapes are drawn: letters turned into outlines are hundreds."""
    return sum(_kind(one) == raw.FPDF_PAGEOBJ_PATH for one in _objects(page))


def rules_of(page: Any, frame: Frame) -> Rules:
    """The straight lines of a page, as it is shown: drawn, or filled as thin boxes."""
    across: list[Rule] = []
    down: list[Rule] = []
    for at in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        one = raw.FPDFPage_GetObject(page, at)
        if _kind(one) != raw.FPDF_PAGEOBJ_PATH:
            continue
        for x0, y0, x1, y1 in _lines(one, frame):
            if y1 - y0 < THIN and x1 - x0 > LEAST_LENGTH:
                across.append(Rule((y0 + y1) / 2, x0, x1))
            elif x1 - x0 < THIN and y1 - y0 > LEAST_LENGTH:
                down.append(Rule((x0 + x1) / 2, y0, y1))
        if len(across) + len(down) > 2 * MOST_RULES:
            return Rules()
    return Rules(tuple(across), tuple(down))


def _lines(path: Any, frame: Frame) -> Iterator[tuple[float, float, float, float]]:
    """Boxes around the straight lines of a path, from left to right and top to bottom."""
    box = _bounds(path)
    if box is None:
        return
    x0, y0, x1, y1 = _placed(frame, *box)
    if x1 - x0 < THIN or y1 - y0 < THIN:
        yield x0, y0, x1, y1
    elif _is_stroked(path):
        for before, after in pairwise(_points(path)):
            yield _placed(frame, *before, *after)


def _is_stroked(path: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(path, fill, stroke)) and bool(stroke.value)


def _points(path: Any) -> list[tuple[float, float]]:
    """The corners of a path in points of the file; none of one with too many."""
    count = raw.FPDFPath_CountSegments(path)
    if not 1 < count <= MOST_SEGMENTS:
        return []
    matrix, x, y = raw.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    found: list[tuple[float, float]] = []
    for at in range(count):
        part = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(part, x, y)
        found.append(
            (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
        )
        if raw.FPDFPathSegment_GetClose(part) and found:
            found.append(found[0])
    return found


def _placed(
    frame: Frame, x0: float, y0: float, x1: float, y1: float
) -> tuple[float, float, float, float]:
    (left, top), (right, bottom) = frame.place(x0, y0), frame.place(x1, y1)
    return min(left, right), min(top, bottom), max(left, right), max(top, bottom)


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
    box = _bounds(one)
    return abs((box[2] - box[0]) * (box[3] - box[1])) if box else 0.0


def _bounds(one: Any) -> tuple[float, float, float, float] | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(one, left, bottom, right, top):
        return None
    return left.value, bottom.value, right.value, top.value
