"""One page of a list."""

from __future__ import annotations

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest


def page_of(request: HttpRequest, rows: QuerySet, size: int, *, count: int | None = None) -> Page:
    """The page that ``?sida=`` asks for, else the first; past the end, the last.

    ``count`` saves a question where the number of rows is already known.
    """
    paginator = Paginator(rows, size)
    if count is not None:
        paginator.count = count
    return paginator.get_page(request.GET.get("sida"))
