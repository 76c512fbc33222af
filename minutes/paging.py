"""One page of a list, or its beginning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

LATEST, MOST = 25, 500


def page_of(request: HttpRequest, rows: QuerySet, size: int, *, count: int | None = None) -> Page:
    """The page that ``?sida=`` asks for, else the first; past the end, the last.

    ``count`` saves a question where the number of rows is already known.
    """
    paginator = Paginator(rows, size)
    if count is not None:
        paginator.count = count
    return paginator.get_page(request.GET.get("sida"))


@dataclass(frozen=True)
class Part:
    """The first rows of a list; ``goes_on``: there are more."""

    rows: list[Any]
    goes_on: bool


def beginning(rows: Sequence[Any] | QuerySet, *, whole: bool = False) -> Part:
    """Of a list on a page with others: the latest 25; the ``whole`` ends at 500 all the same."""
    most = MOST if whole else LATEST
    found = list(rows[: most + 1])
    return Part(found[:most], len(found) > most)
