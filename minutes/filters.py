"""What a list page can be asked for. One FilterSet per list, shared by page, feed and export."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from itertools import starmap
from operator import and_, or_
from typing import Any

import django_filters
from django import forms
from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.roles import is_secretary
from minutes.crosstab import Crosstab, crosstab
from minutes.facets import Choice, Facet, facet
from minutes.mentions import with_name
from minutes.models import Meeting
from minutes.search.question import typed_filters
from minutes.search.vocabulary import ask_as
from minutes.states import State
from people.models import Person

NO_SUCH_CHOICE = {"invalid_choice": _("”%(value)s” finns inte att välja.")}
ALL = Q(pk__isnull=False)
SHOWN = [(state.value, state.label) for state in State if state != State.TRASHED]
LONGEST_QUESTION = 200  # characters
PLACES = ["sida", "efter"]  # in a list: gone when another list is asked for


class OneOf(django_filters.ChoiceFilter):
    """One of a list."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(error_messages=NO_SUCH_CHOICE, **kwargs)


class AnyOf(django_filters.MultipleChoiceFilter):
    """Several of a list that the FilterSet fills in: what has one of them is enough."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.CheckboxSelectMultiple, error_messages=NO_SUCH_CHOICE, **kwargs
        )


@dataclass(frozen=True)
class Chip:
    """One filter in use: its name in the address, and what it says in words."""

    name: str
    label: str
    value: str
    without: str  # the query string of the same page without it
    gives: int | None = None  # rows without this filter; None: not counted
    capped: bool = False  # and there are more than that


class ArchiveFilter(django_filters.FilterSet):
    """A subclass tells which filters are ``in_use``, and ``counts_without`` each of them.

    ``belongs_to`` names filters that only shade another: they go when their owner goes.
    """

    belongs_to: dict[str, str] = {}

    @cached_property
    def chosen(self) -> dict[str, Any]:
        """What was asked for. A value that the form refuses takes no part, and is shown."""
        self.form.is_valid()  # reads the form
        return {
            name: list(dict.fromkeys(value)) if isinstance(value, list) else value
            for name, value in self.form.cleaned_data.items()
            if value
        }

    @property
    def in_use(self) -> list[str]:
        """Filters that narrow the list, in the order of the form."""
        raise NotImplementedError

    def counts_without(self, names: Iterable[str]) -> dict[str, tuple[int, bool]]:
        """For each, how many rows there are without it, and whether there are even more."""
        raise NotImplementedError

    @cached_property
    def chips(self) -> list[Chip]:
        """The filters in use, value by value."""
        return [chip for name in self.in_use for chip in self._chips_of(name)]

    @property
    def ways_out(self) -> list[Chip]:
        """The filters in use, each with the number of rows that leaving it out gives."""
        counts = self.counts_without(self.in_use) if self.in_use else {}
        return [
            replace(self._chip(name, self.in_words(name), []), gives=gives, capped=capped)
            for name, (gives, capped) in counts.items()
        ]

    @property
    def narrowed_by(self) -> int:
        """How many values are chosen, besides what is typed."""
        return sum(chip.name != "q" for chip in self.chips)

    @cached_property
    def result(self) -> str:
        """The chosen values after the number of rows: ``, Ledningsgruppen, 2022``."""
        return "".join(f", {self.in_words(name)}" for name in self.in_use)

    def in_words(self, name: str) -> str:
        """The chosen values as the form calls them; free text in quotation marks."""
        names = self.names_of(name)
        value = self.chosen[name]
        if not names:
            return f"”{value}”"
        return either([names[one] for one in (value if isinstance(value, list) else [value])])

    def names_of(self, name: str) -> dict[str, str]:
        """What each value of a filter is called; empty where anything can be written."""
        listed = getattr(self.form.fields[name], "choices", ())
        return {str(value): str(label) for value, label in listed}

    def query_string(self, **changes: str | list[str]) -> str:
        """This question with other values for some names: ``?kommun=haninge&ar=2022``.

        Without what is empty, and without a place in the list.
        """
        changed = QueryDict(mutable=True)
        changed.update(self.data)
        for name, value in changes.items():
            changed.setlist(name, value if isinstance(value, list) else [value])
        for name, values in list(changed.lists()):
            changed.setlist(name, [one for one in values if one and name not in PLACES])
        return f"?{changed.urlencode()}"

    def _chips_of(self, name: str) -> list[Chip]:
        value = self.chosen[name]
        if not isinstance(value, list):
            return [self._chip(name, self.in_words(name), [])]
        names = self.names_of(name)
        return [
            self._chip(name, names[gone], [one for one in value if one != gone]) for gone in value
        ]

    def _chip(self, name: str, value: str, left: list[str]) -> Chip:
        shades = [] if left else [n for n, owner in self.belongs_to.items() if owner == name]
        without = self.query_string(**{name: left}, **{shade: [] for shade in shades})
        return Chip(name, str(self.filters[name].label), value, without)


class RowFilter(ArchiveFilter):
    """For each filter a method ``where_<name>(value)`` gives the condition.

    Conditions instead of a chain of querysets: an empty page tells what it would hold without
    each of its filters, all of them in one question to the database.
    """

    @cached_property
    def conditions(self) -> dict[str, Q]:
        return {name: getattr(self, f"where_{name}")(value) for name, value in self.chosen.items()}

    @property
    def in_use(self) -> list[str]:
        return list(self.conditions)

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        return queryset.filter(*self.conditions.values())

    def counts_without(self, names: Iterable[str]) -> dict[str, tuple[int, bool]]:
        counted = {name: Count("pk", filter=self._all_but(name)) for name in names}
        counts = self.queryset.order_by().aggregate(**counted)
        return {name: (counts[name], False) for name in counted}

    def _all_but(self, name: str) -> Q:
        others = (where for other, where in self.conditions.items() if other != name)
        return reduce(and_, others, ALL)


def either(names: Collection[str]) -> str:
    """``Botkyrka, Haninge eller Salem``."""
    *first, last = names
    if not first:
        return last
    return gettext("%(first)s eller %(last)s") % {"first": ", ".join(first), "last": last}


def with_typed_filters(data: QueryDict, known: Callable[[str, str], str | None]) -> QueryDict:
    """What is typed as ``kommun:Haninge`` among the words of ``q`` becomes ``kommun=haninge``.

    ``known`` gives the value of a key and a typed word, or None if there is none: these stay
    among the words.
    """
    text = data.get("q", "")
    typed = typed_filters(text) if len(text) <= LONGEST_QUESTION else []
    if not typed:
        return data
    changed = data.copy()
    for one in reversed(typed):
        value = known(one.key, one.value)
        words = "" if value else text[one.start : one.end].replace(":", " ", 1)
        text = text[: one.start] + words + text[one.end :]
        if value and value not in changed.getlist(one.key):
            changed.appendlist(one.key, value)
    changed["q"] = " ".join(text.split())
    return changed


class MeetingFilter(RowFilter):
    """``?q=&organ=&ar=``; for secretaries also ``lage=``, the state. All but q repeatable."""

    q = django_filters.CharFilter(label=_("Sök i mötena"), max_length=LONGEST_QUESTION)
    organ = AnyOf(label=_("Organ"))
    ar = AnyOf(label=_("År"))
    lage = AnyOf(label=_("Läge"), choices=SHOWN)

    class Meta:
        model = Meeting
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._known = crosstab(self.queryset)
        self.filters["organ"].extra["choices"] = self._known.bodies
        self.filters["ar"].extra["choices"] = self._known.years
        if not is_secretary(self.request.user):
            del self.filters["lage"]

    def where_q(self, text: str) -> Q:
        asked = ask_as(self.request.user, text)
        return Q(pk__in=Meeting.objects.search(text, asked).values("pk"))

    def where_organ(self, slugs: list[str]) -> Q:
        return Q(body__slug__in=slugs)

    def where_ar(self, years: list[str]) -> Q:
        return reduce(or_, (Q(start_date__year=int(year)) for year in years))

    def where_lage(self, states: list[str]) -> Q:
        return Q(state__in=states)

    @property
    def count(self) -> int:
        return self._counted.number(self._picked)

    @cached_property
    def facets(self) -> list[Facet]:
        """Each counted without itself, so that its other values can be added."""
        return [
            facet(
                name,
                str(one.label),
                starmap(Choice, one.extra["choices"]),
                self._picked.get(name, []),
                self._counted.numbers(name, self._picked),
            )
            for name, one in self.filters.items()
            if name != "q"
        ]

    def counts_without(self, names: Iterable[str]) -> dict[str, tuple[int, bool]]:
        return {name: (self._number_without(name), False) for name in names}

    def _number_without(self, name: str) -> int:
        table = self._known if name == "q" else self._counted
        return table.number({one: v for one, v in self._picked.items() if one != name})

    @cached_property
    def _counted(self) -> Crosstab:
        """Of the meetings that the words find."""
        words = self.conditions.get("q")
        return crosstab(self.queryset.filter(words)) if words is not None else self._known

    @property
    def _picked(self) -> dict[str, list[str]]:
        return {name: values for name, values in self.chosen.items() if name != "q"}


class PersonFilter(RowFilter):
    """``?namn=``"""

    namn = django_filters.CharFilter(label=_("Sök namn"), max_length=LONGEST_QUESTION)

    class Meta:
        model = Person
        fields: list[str] = []

    def where_namn(self, text: str) -> Q:
        return with_name(text)
