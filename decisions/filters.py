"""What the lists of decisions and of search can be asked for; shared by page, feed and export."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import django_filters
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from decisions.counting import EVERY_KIND, Count, Parts, Tally, Wanted, tallies
from decisions.offers import USUAL_WAYS, Choice, Offers
from minutes.facets import Facet, facet
from minutes.filters import (
    LONGEST_QUESTION,
    AnyOf,
    ArchiveFilter,
    OneOf,
    either,
    with_typed_filters,
)
from minutes.search import expression as ask
from minutes.search.expanding import Asked
from minutes.search.models import EntryKind, SearchEntry
from minutes.search.querysets import NEWEST, OLDEST, RELEVANCE, SearchEntryQuerySet
from minutes.search.vocabulary import ask_as

NOTHING_ASKED = Asked(None, None, None)
ORDERS = {
    RELEVANCE: _("Relevans"),
    NEWEST: _("Nyast först"),
    OLDEST: _("Äldst först"),
}


@dataclass(frozen=True)
class Way:
    """A way of concerning the chosen municipalities, and how many of the entries found do."""

    name: str
    label: str
    count: int
    capped: bool  # and there are more than that
    included: str  # the query string that shows these too


class Ways(NamedTuple):
    """Those that the page shows, and those that it leaves out."""

    shown: list[Way]
    besides: list[Way]


class EntryFilter(ArchiveFilter):
    """``?q=&typ=&kommun=&galler=&amne=&organ=&ar=&status=&sort=``, all but q and sort repeatable.

    Several values of a filter are alternatives. ``galler`` says in which way an entry concerns
    the municipalities, or any municipality at all if none is chosen. Words and filters become
    one expression, so that the index finds what all of them are true of.
    """

    belongs_to = {"galler": "kommun"}
    kinds = EVERY_KIND
    # Hits. Each is read to be counted, and again to be put in order of relevance.
    most = 10_000  # that are counted, and put in that order if somebody asks for it
    few = 2_000  # that stand in that order if nobody asks for another

    q = django_filters.CharFilter(label=_("Sök"), max_length=LONGEST_QUESTION)
    typ = AnyOf(label=_("Typ"))
    kommun = AnyOf(label=_("Kommun"))
    galler = AnyOf(label=_("Hur beslutet gäller"))
    amne = AnyOf(label=_("Ämne"))
    organ = AnyOf(label=_("Organ"))
    ar = AnyOf(label=_("År"))
    status = AnyOf(label=_("Uppdrag"))
    sort = OneOf(label=_("Ordning"), choices=list(ORDERS.items()), empty_label=None)

    class Meta:
        model = SearchEntry
        fields: list[str] = []

    def __init__(self, data: QueryDict, *, request: HttpRequest) -> None:
        self._offers = Offers(request.user)
        data = _with_moved_topics(with_typed_filters(data, self._offers.known), self._offers.moved)
        visible = SearchEntry.objects.visible_to(request.user)
        super().__init__(data, visible, request=request)
        self.data = data  # also if nothing stands in it
        self._tallied: dict[Wanted, Tally] = {}
        for name in self._choosable:
            offered = self._offers.of(name, (), ())
            self.filters[name].extra["choices"] = [(one.value, one.label) for one in offered]

    # What is asked for

    @cached_property
    def asked(self) -> Asked:
        """The words, as the archive that the user may see understands them."""
        text = self.chosen.get("q")
        return ask_as(self.request.user, text) if text else NOTHING_ASKED

    @property
    def ways_in_use(self) -> list[str]:
        """How a municipality is asked for: as chosen, else the usual; empty without one."""
        usual = USUAL_WAYS if "kommun" in self.chosen else []
        return self.chosen.get("galler") or usual

    @cached_property
    def in_use(self) -> list[str]:
        wanted = self.wanted()
        return [name for name in self.chosen if self.wanted(without=[name]) != wanted]

    def wanted(self, without: Collection[str] = ()) -> Wanted:
        """All that is asked of the index; without a municipality also without its ways."""
        gone = {*without, *(name for name, owner in self.belongs_to.items() if owner in without)}
        words = [] if "q" in gone or not self.asked.expression else [self.asked.expression]
        parts = (part for name, part in self._parts.items() if name not in gone)
        kinds = {kind for one in self._picked("typ") for kind in one.marks}
        years = sorted(int(year) for year in self.chosen.get("ar", []))
        return Wanted(
            frozenset(kinds) if kinds and "typ" not in gone else self.kinds,
            tuple(years) if "ar" not in gone else (),
            ask.All((*words, *parts)),
        )

    @cached_property
    def _parts(self) -> dict[str, ask.Expression]:
        """For a chosen municipality the way is part of that condition."""
        shading = {name for name, owner in self.belongs_to.items() if owner in self.chosen}
        return {
            name: ask.Any(tuple(one.expression for one in self._picked(name)))
            for name in self._choosable
            if name in self.chosen and name not in {"typ", "ar", *shading}
        }

    def _picked(self, name: str) -> list[Choice]:
        picked = self.chosen.get(name, [])
        return [one for one in self._choices(name) if one.value in picked] if picked else []

    def _choices(self, name: str) -> list[Choice]:
        municipalities = self.chosen.get("kommun", [])
        return self._offers.of(name, municipalities, self.chosen.get("galler") or USUAL_WAYS)

    @property
    def _choosable(self) -> list[str]:
        return [name for name, one in self.filters.items() if isinstance(one, AnyOf)]

    # What is found

    @cached_property
    def order(self) -> str:
        """As chosen; else by relevance if there are words and few hits, else the newest first."""
        chosen = self.chosen.get("sort")
        if self.asked.expression is None:
            return chosen if chosen == OLDEST else NEWEST
        return chosen or (RELEVANCE if self.count.number <= self.few else NEWEST)

    @property
    def ranked_part(self) -> bool:
        """Whether only the newest ``most`` hits are listed, in order of relevance."""
        return self.order == RELEVANCE and self.count.capped

    @property
    def entries(self) -> SearchEntryQuerySet:
        """All that is found, in order; for one page of it see decisions/listing.py."""
        if self.order != RELEVANCE:
            return self._found.sorted_by(self.order)
        if self.ranked_part:
            newest = self._found.sorted_by(NEWEST).values("pk")[: self.most]
            found = SearchEntry.objects.filter(pk__in=newest)
        else:
            found = self.wanted().gathered(self.request.user)
        return self.with_tier(found).sorted_by(RELEVANCE)

    @property
    def _found(self) -> SearchEntryQuerySet:
        """Few are gathered, and then put in order; of many the first are soon met in a list that
        is in order already.
        """
        wanted, user = self.wanted(), self.request.user
        is_few = self.count.number <= self.few
        return wanted.gathered(user) if is_few else wanted.entries(user)

    def with_tier(self, entries: SearchEntryQuerySet) -> SearchEntryQuerySet:
        return entries.with_tier(self.asked.exact_in_title, self.asked.exact)

    def filter_queryset(self, queryset: SearchEntryQuerySet) -> SearchEntryQuerySet:
        return self.entries

    # What is counted

    @property
    def count(self) -> Count:
        return self._tally(self.wanted()).count

    @cached_property
    def facets(self) -> list[Facet]:
        """Each counted without itself, so that its other values can be added."""
        return [
            facet(
                name,
                str(self.filters[name].label),
                self._choices(name),
                self.chosen.get(name, []),
                counts,
            )
            for name, counts in self._counts.items()
        ]

    @cached_property
    def ways(self) -> Ways:
        """For chosen municipalities: what is shown of theirs, and what there is besides."""
        counts = {way.value: self._tally(one).count for way, one in self._each_way.each.items()}
        ways = [
            Way(one.value, one.label, count.number, count.capped, self._with(one.value))
            for one in self._choices("galler")
            if (count := counts.get(one.value))
        ]
        shown = [way for way in ways if way.name in self.ways_in_use]
        return Ways(shown, [way for way in ways if way not in shown])

    def counts_without(self, names: Iterable[str]) -> dict[str, tuple[int, bool]]:
        without = {name: self.wanted([name]) for name in names}
        self._ask(without.values())
        counts = {name: self._tally(one).count for name, one in without.items()}
        return {name: (count.number, count.capped) for name, count in counts.items()}

    @cached_property
    def _counts(self) -> dict[str, Mapping[str, int | None] | None]:
        """By filter and value; None for what is too much to be counted."""
        alike: dict[Wanted, list[str]] = {}
        for name in self._choosable:
            alike.setdefault(self.wanted([name]), []).append(name)
        counted: dict[str, Mapping[str, int | None] | None] = dict.fromkeys(self._choosable)
        for question, names in alike.items():
            offered = {name: self._choices(name) for name in names}
            counted |= self._tally(question).counts(offered) or {}
        if "galler" in counted and "kommun" in self.chosen:
            both = [*self.ways.shown, *self.ways.besides]
            counted["galler"] = {way.name: None if way.capped else way.count for way in both}
        return counted

    @cached_property
    def _each_way(self) -> Parts:
        choices = self._choices("galler") if "kommun" in self.chosen else []
        return Parts(self.wanted(["kommun"]), tuple(choices))

    def _tally(self, question: Wanted) -> Tally:
        """What a page counts is counted at once, in one question to the database: each facet.

        What there is without the words, perhaps the whole archive, only an empty page tells.
        """
        if question not in self._tallied:
            facets = [name for name in self.in_use if name in self._choosable]
            self._ask([self.wanted([name]) for name in facets])
        return self._tallied[question]

    def _ask(self, wider: Collection[Wanted]) -> None:
        """Unless all is known already. Each of ``wider`` holds all that is found, and more."""
        if not self._tallied.keys() >= {self.wanted(), *wider}:
            self._tallied |= tallies(
                self.wanted(), list(wider), self._each_way, self.request.user, self.most
            )

    # What is said

    @cached_property
    def result(self) -> str:
        """`` om infrastruktur, Haninge eller Salem, 2022``."""
        topics = [one.in_words for one in self._picked("amne")]
        about = gettext(" om %(topic)s") % {"topic": either(topics)} if topics else ""
        rest = [self.in_words(name) for name in self.in_use if name != "amne"]
        return about + "".join(f", {words}" for words in rest)

    def _with(self, way: str) -> str:
        return self.query_string(galler=list(dict.fromkeys([*self.ways_in_use, way])))


def _with_moved_topics(data: QueryDict, moved: Mapping[str, str]) -> QueryDict:
    """An old address, and a saved search, ask for the topic that another was merged into."""
    asked = data.getlist("amne")
    if not any(one in moved for one in asked):
        return data
    changed = data.copy()
    changed.setlist("amne", list(dict.fromkeys(moved.get(one, one) for one in asked)))
    return changed


class DecisionFilter(EntryFilter):
    """The same of decisions alone, and so without ``typ``."""

    kinds = frozenset({EntryKind.DECISION.value})

    q = django_filters.CharFilter(label=_("Sök i besluten"), max_length=LONGEST_QUESTION)
    typ = None
