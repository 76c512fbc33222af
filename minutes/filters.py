"""What a list page can be asked for. One FilterSet per list, shared by page and export."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, reduce
from operator import and_
from typing import Any

import django_filters
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.roles import is_secretary
from minutes.mentions import with_name
from minutes.models import Meeting
from minutes.search.vocabulary import ask_as
from minutes.states import State
from people.models import Person

NO_SUCH_CHOICE = {"invalid_choice": _("”%(value)s” finns inte att välja.")}
ALL = Q(pk__isnull=False)
SHOWN = [(state.value, state.label) for state in State if state != State.TRASHED]
LONGEST_QUESTION = 200  # characters


class OneOf(django_filters.ChoiceFilter):
    """One of a list that the FilterSet fills in, or all."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(empty_label=_("Alla"), error_messages=NO_SUCH_CHOICE, **kwargs)


@dataclass(frozen=True)
class Chip:
    """One filter in use: its name in the address, and what it says in words."""

    name: str
    label: str
    value: str
    without: str  # the query string of the same page without it
    gives: int | None = None  # rows without this filter; None: not counted


class ArchiveFilter(django_filters.FilterSet):
    """For each filter a method ``where_<name>(value)`` gives the condition, or None where the
    filter only shades another; ``belongs_to`` names those: they go when their owner goes.

    Conditions instead of a chain of querysets: an empty page tells what it would hold without
    each of its filters, all of them in one question to the database.
    """

    belongs_to: dict[str, str] = {}

    @cached_property
    def chosen(self) -> dict[str, Any]:
        """The filters in use. A value that the form refuses takes no part, and is shown."""
        self.form.is_valid()  # reads the form
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    @cached_property
    def conditions(self) -> dict[str, Q]:
        found = {
            name: getattr(self, f"where_{name}")(value) for name, value in self.chosen.items()
        }
        return {name: where for name, where in found.items() if where is not None}

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        return queryset.filter(*self.conditions.values())

    @property
    def chips(self) -> list[Chip]:
        """The filters in use, in the order of the form."""
        return [self._chip(name) for name in self.conditions]

    @property
    def ways_out(self) -> list[Chip]:
        """The filters in use, each with the number of rows that leaving it out gives."""
        if not self.conditions:
            return []
        counted = {name: Count("pk", filter=self.all_but(name)) for name in self.conditions}
        counts = self.queryset.order_by().aggregate(**counted)
        return [replace(self._chip(name), gives=counts[name]) for name in self.conditions]

    @property
    def result(self) -> str:
        """The chosen values after the number of rows: ``, Ledningsgruppen, 2022``."""
        return "".join(f", {self.in_words(name)}" for name in self.conditions)

    def all_but(self, *names: str) -> Q:
        others = (where for name, where in self.conditions.items() if name not in names)
        return reduce(and_, others, ALL)

    def in_words(self, name: str) -> str:
        """The chosen values as the form calls them; free text in quotation marks."""
        value = self.chosen[name]
        names = dict(getattr(self.form.fields[name], "choices", ()))
        if not names:
            return f"”{value}”"
        chosen = value if isinstance(value, list) else [value]
        return ", ".join(str(names[one]) for one in chosen)

    def _chip(self, name: str) -> Chip:
        rest = self.data.copy()
        for gone in [name, "sida", *(n for n, owner in self.belongs_to.items() if owner == name)]:
            rest.pop(gone, None)
        label = str(self.form.fields[name].label)
        return Chip(name, label, self.in_words(name), f"?{rest.urlencode()}")


def choices(pairs: Any) -> list[tuple[str, str]]:
    """Each pair once, in the order given."""
    return list(dict.fromkeys((str(value), str(name)) for value, name in pairs))


class MeetingFilter(ArchiveFilter):
    """``?q=&organ=&ar=``; for secretaries also ``lage=``, the state."""

    q = django_filters.CharFilter(label=_("Sök i mötena"), max_length=LONGEST_QUESTION)
    organ = OneOf(label=_("Organ"))
    ar = OneOf(label=_("År"))
    lage = OneOf(label=_("Läge"), choices=SHOWN)

    class Meta:
        model = Meeting
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = self.queryset.bodies_and_years()
        self.filters["organ"].extra["choices"] = choices(row[:2] for row in known)
        years = sorted({year for *_, year in known}, reverse=True)
        self.filters["ar"].extra["choices"] = choices((year, year) for year in years)
        if not is_secretary(self.request.user):
            del self.filters["lage"]

    def where_q(self, text: str) -> Q:
        asked = ask_as(self.request.user, text)
        return Q(pk__in=Meeting.objects.search(text, asked).values("pk"))

    def where_organ(self, slug: str) -> Q:
        return Q(body__slug=slug)

    def where_ar(self, year: str) -> Q:
        return Q(start_date__year=int(year))

    def where_lage(self, state: str) -> Q:
        return Q(state=state)


class PersonFilter(ArchiveFilter):
    """``?namn=``"""

    namn = django_filters.CharFilter(label=_("Sök namn"), max_length=LONGEST_QUESTION)

    class Meta:
        model = Person
        fields: list[str] = []

    def where_namn(self, text: str) -> Q:
        return with_name(text)
