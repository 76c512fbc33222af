"""The page of a list that is searched: the question, its filters, and what was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.formats import number_format

from decisions.concern import joined
from decisions.counting import Count
from decisions.filters import ORDERS, EntryFilter
from decisions.listing import page_of_entries
from minutes.answering import listed
from minutes.search.querysets import RELEVANCE

ROWS_ON_A_PAGE = 25
FEW = 20  # hits: below that, longer words are offered too


@dataclass(frozen=True)
class Order:
    label: str
    address: str
    is_in_use: bool


def answer(request: HttpRequest, template: str, found: EntryFilter, **words: Any) -> HttpResponse:
    """``template`` for a browser, for its script only the answer; ``words`` are the page's own."""
    page = page_of_entries(found, request.GET.get("efter", ""), ROWS_ON_A_PAGE)
    context = {
        "filter": found,
        "page": page,
        "results": "search/results.html",
        "is_empty": not (page.rows or request.GET),
        "orders": list(_orders(found)),
        "corrected": list(_corrected(found)),
        "longer": list(_longer(found)),
        "from_the_start": found.query_string(),
        "size": ROWS_ON_A_PAGE,
        **words,
    }
    return listed(request, template, found, context)


def number(count: Count) -> str:
    """``10 000``."""
    return number_format(count.number, force_grouping=True)


def _orders(found: EntryFilter) -> Iterator[Order]:
    """Relevance is an order of words: without any there is none."""
    for name, label in ORDERS.items():
        if name != RELEVANCE or found.asked.expression is not None:
            yield Order(str(label), found.query_string(sort=name), found.order == name)


def _corrected(found: EntryFilter) -> Iterator[tuple[str, str]]:
    """Each word as typed, with the words that were taken instead: names with a capital if so."""
    text = found.chosen.get("q", "")
    meant: dict[str, list[str]] = {}
    for typed, used in found.asked.corrected:
        meant.setdefault(typed, []).append(used)
    for typed, used in meant.items():
        as_typed = str.capitalize if typed.capitalize() in text else str
        yield as_typed(typed), joined([f"”{as_typed(word)}”" for word in used])


def _longer(found: EntryFilter) -> Iterator[tuple[str, str]]:
    """Words of the archive that hold a typed one, each with the address that asks for it."""
    if found.count.number < FEW:
        for word in found.asked.longer:
            yield word, found.query_string(q=word)
