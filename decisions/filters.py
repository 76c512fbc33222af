"""What the list of decisions can be asked for; shared by page and export."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_
from typing import Any

import django_filters
from django import forms
from django.db.models import Count, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from decisions.conditions import binds_all_with, binds_jointly, is_about, names
from decisions.models import Concerns, Decision, Topic
from decisions.municipalities import municipalities_visible_to
from minutes.filters import LONGEST_QUESTION, NO_SUCH_CHOICE, ArchiveFilter, OneOf, choices
from minutes.models import Meeting
from minutes.search.models import SearchEntry
from minutes.search.vocabulary import ask_as

NAMED, ALL_MEMBERS, JOINT = "namngiven", "alla", "gemensamt"  # in addresses
WAYS = {
    NAMED: _("Beslut som namnger kommunen"),
    ALL_MEMBERS: _("Beslut för alla medverkande kommuner"),
    JOINT: _("Gemensamma beslut där ingen kommun pekas ut"),
}
USUAL_WAYS = [NAMED, ALL_MEMBERS]  # for a chosen municipality


@dataclass(frozen=True)
class Way:
    """A way of concerning the chosen municipality, and how many of the decisions asked for do."""

    name: str
    label: str
    count: int
    included: str  # the query string that shows these too


class DecisionFilter(ArchiveFilter):
    """``?q=&kommun=&galler=&amne=&organ=&ar=``.

    ``galler`` may be repeated and says in which way a decision concerns the municipality, or
    any municipality at all if none is chosen.
    """

    belongs_to = {"galler": "kommun"}

    q = django_filters.CharFilter(label=_("Sök i besluten"), max_length=LONGEST_QUESTION)
    amne = OneOf(label=_("Ämne"))
    kommun = OneOf(label=_("Kommun"))
    galler = django_filters.MultipleChoiceFilter(
        label=_("Hur beslutet gäller"),
        choices=list(WAYS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages=NO_SUCH_CHOICE,
    )
    organ = OneOf(label=_("Organ"))
    ar = OneOf(label=_("År"))

    class Meta:
        model = Decision
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        user = self.request.user
        known = Meeting.objects.visible_to(user).bodies_and_years()
        municipalities = municipalities_visible_to(user).in_order()
        self.topics = list(Topic.objects.in_order())
        offered = {
            "organ": (row[:2] for row in known),
            "ar": ((year, year) for year in sorted({row[2] for row in known}, reverse=True)),
            "kommun": municipalities.values_list("slug", "name"),
            "amne": ((topic.slug, topic.name) for topic in self.topics),
        }
        for name, pairs in offered.items():
            self.filters[name].extra["choices"] = choices(pairs)

    def where_q(self, text: str) -> Q:
        found = SearchEntry.objects.matching(ask_as(self.request.user, text).expression)
        return Q(pk__in=found.values("decision"))

    def where_kommun(self, slug: str) -> Q:
        conditions = self._ways_of(slug)
        return reduce(or_, [conditions[way] for way in self.ways])

    def where_galler(self, ways: list[str]) -> Q | None:
        """For a chosen municipality the way is part of that condition."""
        if "kommun" in self.chosen:
            return None
        kinds = {NAMED: Concerns.NAMED, ALL_MEMBERS: Concerns.ALL_MEMBERS, JOINT: Concerns.JOINT}
        return Q(concerns__in=[kinds[way] for way in ways])

    def where_amne(self, slug: str) -> Q:
        return is_about(slug)

    def where_organ(self, slug: str) -> Q:
        return Q(item__meeting__body__slug=slug)

    def where_ar(self, year: str) -> Q:
        return Q(item__meeting__start_date__year=int(year))

    @property
    def ways(self) -> list[str]:
        """How a municipality is asked for: as chosen, else the usual; empty without one."""
        usual = USUAL_WAYS if "kommun" in self.chosen else []
        return self.chosen.get("galler") or usual

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many rows there are (``total``), and for a municipality in each of the ways."""
        asked = {"total": self.all_but()}
        if slug := self.chosen.get("kommun"):
            rest = self.all_but("kommun")
            asked |= {way: rest & where for way, where in self._ways_of(slug).items()}
        counted = {name: Count("pk", filter=where) for name, where in asked.items()}
        return self.queryset.order_by().aggregate(**counted)

    @property
    def shown_and_besides(self) -> tuple[list[Way], list[Way]]:
        """For a chosen municipality: the ways that the page shows, and those it leaves out."""
        if "kommun" not in self.chosen:
            return [], []
        ways = [Way(name, WAYS[name], self.counts[name], self._with(name)) for name in WAYS]
        return (
            [way for way in ways if way.name in self.ways],
            [way for way in ways if way.name not in self.ways],
        )

    @property
    def result(self) -> str:
        """`` om infrastruktur, Haninge, 2022``."""
        words = {name: self.in_words(name) for name in self.conditions}
        topic = next((t for t in self.topics if t.slug == self.chosen.get("amne")), None)
        about = gettext(" om %(topic)s") % {"topic": topic.name_in_sentence} if topic else ""
        return about + "".join(f", {word}" for name, word in words.items() if name != "amne")

    def _with(self, way: str) -> str:
        wider = self.data.copy()
        wider.pop("sida", None)
        wider.setlist("galler", [*self.ways, way])
        return f"?{wider.urlencode()}"

    def _ways_of(self, slug: str) -> dict[str, Q]:
        return {
            NAMED: names(slug),
            ALL_MEMBERS: binds_all_with(slug),
            JOINT: binds_jointly(slug),
        }
