"""What the list of assignments can be asked for; shared by page, calendar and export."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from functools import cached_property
from typing import Any

import django_filters
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from decisions.assignments.counting import KINDS, Counted, counted
from decisions.assignments.models import Assignment
from decisions.assignments.sections import Section
from decisions.models import DecisionTopic, ItemTopic, Topic
from decisions.municipalities import municipalities_visible_to
from decisions.offers import STATUSES
from minutes.facets import Choice, Facet, facet
from minutes.filters import LONGEST_QUESTION, AnyOf, RowFilter, either
from minutes.mentions import people_visible_to
from minutes.models import Meeting
from minutes.search.models import EntryKind, SearchEntry
from minutes.search.vocabulary import ask_as
from people.models import Body

OPEN = ["pagar"]  # what is listed if no status is chosen
ASKED_OF_DATABASE = ("q", "amne")  # the rest is known of what has been counted
KNOWN = {
    "kommun": municipalities_visible_to,
    "person": people_visible_to,
    "organ": lambda user: Body.objects.filter(
        pk__in=Meeting.objects.visible_to(user).values("body")
    ),
}


class AssignmentFilter(RowFilter):
    """``?q=&kommun=&person=&organ=&amne=&status=&slag=``, all but q repeatable.

    Several values of a filter are alternatives. Without ``status`` only what is open is listed.
    """

    q = django_filters.CharFilter(label=_("Sök i uppdragen"), max_length=LONGEST_QUESTION)
    kommun = AnyOf(label=_("Kommun"))
    person = AnyOf(label=_("Person"))
    organ = AnyOf(label=_("Organ"))
    amne = AnyOf(label=_("Ämne"))
    status = AnyOf(label=_("Läge"))
    slag = AnyOf(label=_("Slag"))

    class Meta:
        model = Assignment
        fields: list[str] = []

    def __init__(self, data: QueryDict, *, request: HttpRequest) -> None:
        super().__init__(data, Assignment.objects.visible_to(request.user), request=request)
        self.data = data  # also if nothing stands in it
        self.today: date = timezone.localdate()
        self._tables: dict[tuple[str, ...], Counted] = {}
        for name in self._choosable:
            self.filters[name].extra["choices"] = self._choices(name)

    def where_q(self, text: str) -> Q:
        """What the search finds the decision by, or else the item."""
        asked = ask_as(self.request.user, text)
        if asked.expression is None:
            return Q()
        entries = SearchEntry.objects.visible_to(self.request.user).matching(asked.expression)
        decisions = entries.filter(kind=EntryKind.DECISION).values("decision")
        items = entries.filter(kind=EntryKind.ITEM).values("item")
        return Q(decision__in=decisions) | Q(decision=None, item__in=items)

    def where_kommun(self, slugs: list[str]) -> Q:
        return Q(responsible_organization__slug__in=slugs)

    def where_person(self, slugs: list[str]) -> Q:
        return Q(responsible_person__slug__in=slugs)

    def where_organ(self, slugs: list[str]) -> Q:
        return Q(item__meeting__body__slug__in=slugs)

    def where_amne(self, slugs: list[str]) -> Q:
        """The topics of the decision, and those of its item."""
        of_item = ItemTopic.objects.filter(item=OuterRef("item"), topic__slug__in=slugs)
        own = DecisionTopic.objects.filter(decision=OuterRef("decision"), topic__slug__in=slugs)
        return Q(Exists(of_item)) | Q(Exists(own))

    def where_status(self, values: list[str]) -> Q:
        return Q(status__in=[STATUSES[one] for one in values])

    def where_slag(self, values: list[str]) -> Q:
        return Q(kind__in=[KINDS[one] for one in values])

    @cached_property
    def conditions(self) -> dict[str, Q]:
        chosen = {"status": OPEN, **self.chosen}
        return {name: getattr(self, f"where_{name}")(value) for name, value in chosen.items()}

    @property
    def in_use(self) -> list[str]:
        return list(self.chosen)

    # What is counted

    @property
    def count(self) -> int:
        return self._table().number(self._picked)

    @cached_property
    def sections(self) -> Counter[Section]:
        return self._table().sections(self._picked)

    @cached_property
    def facets(self) -> list[Facet]:
        """Each counted without itself, so that its other values can be added."""
        return [
            facet(
                name,
                str(self.filters[name].label),
                [Choice(*one) for one in self.filters[name].extra["choices"]],
                self.chosen.get(name, []),
                self._counts_of(name),
            )
            for name in self._choosable
        ]

    def counts_without(self, names: Iterable[str]) -> dict[str, tuple[int, bool]]:
        return {name: (self._number_without(name), False) for name in names}

    def _number_without(self, name: str) -> int:
        picked = {one: values for one, values in self._picked.items() if one != name}
        if name == "status":
            picked[name] = OPEN
        return self._table(without=name).number(picked)

    def _counts_of(self, name: str) -> Counter[str]:
        if name != "amne":
            return self._table().numbers(name, self._picked)
        found = self.queryset.filter(*(q for one, q in self.conditions.items() if one != name))
        return _by_topic(found)

    def _table(self, without: str = "") -> Counted:
        asked = tuple(
            name for name in ASKED_OF_DATABASE if name in self.chosen and name != without
        )
        if asked not in self._tables:
            found = self.queryset.filter(*(self.conditions[name] for name in asked))
            self._tables[asked] = counted(found, self.today)
        return self._tables[asked]

    @property
    def _picked(self) -> dict[str, list[str]]:
        chosen = {"status": OPEN, **self.chosen}
        return {name: one for name, one in chosen.items() if name not in ASKED_OF_DATABASE}

    @property
    def _choosable(self) -> list[str]:
        return [name for name, one in self.filters.items() if isinstance(one, AnyOf)]

    def _choices(self, name: str) -> Collection[Choice]:
        if name == "amne":
            return [Choice(one.slug, one.name) for one in self._topics.values()]
        if name == "status":
            return [Choice(value, str(one.label)) for value, one in STATUSES.items()]
        if name == "slag":
            return [Choice(value, str(one.label)) for value, one in KINDS.items()]
        known = self._everything.choices(name)
        missing = {*self.data.getlist(name)} - {one.value for one in known}
        return [*known, *_without_any(name, missing, self.request.user)] if missing else known

    @cached_property
    def _everything(self) -> Counted:
        """Before the question is read: what there is to choose from."""
        self._tables[()] = counted(self.queryset, self.today)
        return self._tables[()]

    @cached_property
    def _topics(self) -> dict[str, Topic]:
        return {one.slug: one for one in Topic.objects.in_order()}

    # What is said

    @cached_property
    def result(self) -> str:
        """`` om infrastruktur, Haninge eller Salem``."""
        topics = [self._topics[slug].name_in_sentence for slug in self.chosen.get("amne", [])]
        about = gettext(" om %(topic)s") % {"topic": either(topics)} if topics else ""
        rest = [self.in_words(name) for name in self.in_use if name != "amne"]
        return about + "".join(f", {words}" for words in rest)

    @property
    def is_of_open(self) -> bool:
        """Whether nothing else is listed than what is still to be done."""
        return self.chosen.get("status", OPEN) == OPEN

    def every(self) -> Any:
        """All that is found, in the order of the page."""
        return self.qs.as_listed(self.today)


def _by_topic(found: QuerySet) -> Counter[str]:
    """How many of the assignments are about each topic, by its own link or that of its item.

    Those of one decision are counted together by the database: they share their topics.
    """
    places = ["item", "decision"]
    links = ["item__topic_links__topic__slug", "decision__topic_links__topic__slug"]
    rows = found.order_by().values_list(*places, *links).annotate(number=Count("pk"))
    numbers = {
        (item, decision, topic): number
        for item, decision, *topics, number in rows
        for topic in topics
        if topic
    }
    about: Counter[str] = Counter()
    for (_item, _decision, topic), number in numbers.items():
        about[topic] += number
    return about


def _without_any(name: str, slugs: Collection[str], user: Any) -> list[Choice]:
    """What the archive knows by these addresses and has no assignments of: it can be asked for."""
    return [Choice(one.slug, one.name) for one in KNOWN[name](user).filter(slug__in=slugs)]
