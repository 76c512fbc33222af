"""What a saved search finds, with its owner's eyes, and what of that is new to them.

New is what the owner may see now and has not been told of; no date is compared. So a meeting of
years ago that is published today is new, one that is hidden and shown again is not, and nothing
falls between two mails. What was there when mail was asked for counts as told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.db.models import Case, CharField, Exists, F, OuterRef, Value, When
from django.db.models.functions import Cast, Concat
from django.http import QueryDict

from decisions.filters import DecisionFilter, EntryFilter
from decisions.saved.models import Listing, SavedSearch, ToldHit
from minutes.search.models import EntryKind, SearchEntry
from minutes.search.querysets import NEWEST, SearchEntryQuerySet
from minutes.states import HIDDEN

FILTERS = {Listing.DECISIONS: DecisionFilter, Listing.EVERYTHING: EntryFilter}
MOST_FIELDS = 100  # in a query; more than the values of all filters that anybody would choose
AT_ONCE = 1000  # rows written with one statement
KEY = Case(
    When(kind=EntryKind.DECISION, then=F("decision__public_id")),
    default=Concat(Value("punkt-"), Cast("item_id", CharField())),
    output_field=CharField(),
)


@dataclass(frozen=True, slots=True)
class Asking:
    """What a filter wants to know of a request: who asks."""

    user: Any


def filter_for(user: Any, listing: str, query: str) -> EntryFilter:
    """The filter of the list's own page, as it would be for that user."""
    return FILTERS[Listing(listing)](QueryDict(query), request=Asking(user))


def normalised(listing: str, query: str) -> str:
    """The filters of a query string in order: without empty ones and the place in the list.

    Raises ValueError for more fields than a page could send.
    """
    known = FILTERS[Listing(listing)].base_filters
    sent = parse_qsl(query, max_num_fields=MOST_FIELDS)
    chosen = {(name, value.strip()) for name, value in sent if name in known and value.strip()}
    return urlencode(sorted(chosen))


def is_understood(search: SavedSearch) -> bool:
    """Whether every value can still be chosen by the owner.

    A page leaves out what it does not understand, and shows more; a mail must not.
    """
    return not filter_for(search.user, search.listing, search.query).form.errors


def hits(search: SavedSearch) -> SearchEntryQuerySet:
    """What the owner would find now, each with its ``key``, the latest held first.

    No drafts, whoever the owner is: what leaves the archive by itself has been shown before. And
    nothing if the search is not understood any more.
    """
    asked = filter_for(search.user, search.listing, search.query)
    if asked.form.errors:
        return SearchEntry.objects.none().annotate(key=KEY)
    found = asked.wanted().entries(search.user).exclude(meeting__state__in=HIDDEN)
    return found.annotate(key=KEY).sorted_by(NEWEST)


def news(search: SavedSearch) -> SearchEntryQuerySet:
    """Hits that the owner has not been told of."""
    told = ToldHit.objects.filter(search=search, key=OuterRef("key"))
    return hits(search).filter(~Exists(told))


def remember(search: SavedSearch, keys: Iterable[str]) -> None:
    """The owner knows of these from now on."""
    rows = [ToldHit(search=search, key=key) for key in keys]
    ToldHit.objects.bulk_create(rows, batch_size=AT_ONCE, ignore_conflicts=True)


def remember_all(search: SavedSearch) -> None:
    """The owner knows of everything that the search finds now."""
    remember(search, news(search).values_list("key", flat=True))
