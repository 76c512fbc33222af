"""What there is to choose from, and how the index is asked for it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import (
    DateField,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from decisions.models import Concerns, Status, Topic
from decisions.municipalities import municipalities_visible_to
from minutes.models import Meeting
from minutes.search.expression import Any as AnyOf
from minutes.search.expression import Expression, Not, Tag
from minutes.search.models import EntryKind
from minutes.words import fold
from people.models import Body
from people.names import sort_key

NAMED, ALL_MEMBERS, JOINT = "namngiven", "alla", "gemensamt"  # in addresses
WAYS = {
    NAMED: _("Beslut som namnger kommunen"),
    ALL_MEMBERS: _("Beslut för alla medverkande kommuner"),
    JOINT: _("Gemensamma beslut där ingen kommun pekas ut"),
}
USUAL_WAYS = [NAMED, ALL_MEMBERS]  # for a chosen municipality
_CONCERNS = {NAMED: Concerns.NAMED, ALL_MEMBERS: Concerns.ALL_MEMBERS, JOINT: Concerns.JOINT}
_KINDS = {"punkt": (EntryKind.ITEM, _("Punkter")), "beslut": (EntryKind.DECISION, _("Beslut"))}
STATUSES = {
    "pagar": Status.OPEN,
    "klart": Status.DONE,
    "avfort": Status.DROPPED,
    "ersatt": Status.SUPERSEDED,
}
WITHOUT_STATUS = "utan"
TOPIC, MUNICIPALITY, BODY = "topic", "municipality", "body"
_EMPTY: dict[str, Any] = {
    "what": Value(""),
    "sort": Value(""),
    "other": Cast(Value(None), IntegerField()),
    "short_title": Value(""),
    "terms": Value(""),
    "first": Cast(Value(None), DateField()),
    "last": Cast(Value(None), DateField()),
}


@dataclass(frozen=True)
class Choice:
    """A value of a filter: an entry has it that carries one of the ``marks``.

    Marks are tags, for ``typ`` kinds of entry. ``lacking``: an entry has it that carries none.
    """

    value: str
    label: str
    marks: frozenset[str]
    in_words: str = ""
    lacking: bool = False

    @property
    def expression(self) -> Expression:
        carried = AnyOf(tuple(map(Tag, sorted(self.marks))))
        return Not(carried) if self.lacking else carried


@dataclass(frozen=True)
class Municipality:
    key: int
    slug: str
    name: str
    bodies: tuple[int, ...]  # keys of those that it is a member of

    def tags(self, ways: Collection[str]) -> frozenset[str]:
        """Of what concerns it in one of the ways."""
        signs = [sign for way, sign in ((ALL_MEMBERS, "a"), (JOINT, "j")) if way in ways]
        through = {f"{sign}{body}" for sign in signs for body in self.bodies}
        return frozenset(through | ({f"n{self.key}"} if NAMED in ways else set()))


class _Row(NamedTuple):
    """Something to choose. ``other`` is the key of the body that a municipality is a member of,
    one in each row, or of the topic that one was merged into; ``first`` and ``last`` are when a
    body met.
    """

    what: str
    key: int
    slug: str
    name: str
    name_sort: str = ""
    other: int | None = None
    short_title: str = ""
    terms: str = "[]"
    first: date | None = None
    last: date | None = None

    def as_topic(self) -> Topic:
        return Topic(
            pk=self.key,
            slug=self.slug,
            name=self.name,
            name_sort=self.name_sort,
            merged_into_id=self.other,
            short_title=self.short_title,
            terms=json.loads(self.terms),
        )


def _all_rows(user: Any) -> QuerySet:
    met = Meeting.objects.visible_to(user).filter(body=OuterRef("pk"))
    days = met.exclude(start_date=None).values("start_date")
    terms = {"short_title": F("short_title"), "terms": Cast("terms", TextField())}
    topics = _rows(
        Topic.objects.all(),
        what=Value(TOPIC),
        other=F("merged_into"),
        sort=F("name_sort"),
        **terms,
    )
    municipalities = _rows(
        municipalities_visible_to(user),
        what=Value(MUNICIPALITY),
        other=F("bodies"),
        sort=F("name_sort"),
    )
    bodies = _rows(
        Body.objects.all(),
        what=Value(BODY),
        first=Subquery(days.order_by("start_date")[:1]),
        last=Subquery(days.order_by("-start_date")[:1]),
    )
    return topics.union(municipalities, bodies, all=True)


def _rows(rows: QuerySet, **told: Any) -> QuerySet:
    """As the columns of a _Row; those that are not told of are empty."""
    columns = {**_EMPTY, **told}
    named = {f"told_{name}": columns[name] for name in columns}
    of_all = ["told_what", "pk", "slug", "name", *list(named)[1:]]
    return rows.order_by().annotate(**named).values_list(*of_all)


class Offers:
    """What a user can choose from, read in one question: nothing of hidden meetings."""

    def __init__(self, user: Any) -> None:
        self._user = user

    def of(
        self, name: str, municipalities: Collection[str], ways: Collection[str]
    ) -> list[Choice]:
        """The choices of a filter, given the municipalities (slugs) and ways in use."""
        if name == "kommun":
            return [Choice(one.slug, one.name, one.tags(ways)) for one in self._municipalities]
        if name == "galler":
            return list(self._ways(municipalities))
        return self._fixed[name]

    def known(self, name: str, typed: str) -> str | None:
        """The value that is written so, or called so, however its letters are folded."""
        wanted = fold(typed)
        for one in self.of(name, (), ()):
            if wanted in {fold(one.value), fold(one.label)}:
                return one.value
        return None

    @cached_property
    def _fixed(self) -> dict[str, list[Choice]]:
        return {
            "typ": [_choice(value, label, kind) for value, (kind, label) in _KINDS.items()],
            "amne": [
                Choice(one.slug, one.short_name, frozenset({f"t{one.pk}"}), one.name_in_sentence)
                for one in self._topics.values()
                if one.merged_into_id is None
            ],
            **self._bodies_and_years,
            "status": _statuses(),
        }

    @cached_property
    def moved(self) -> dict[str, str]:
        """The slugs of topics that have been merged, each with that of the topic in its stead."""
        return {
            one.slug: self._stead(one).slug for one in self._topics.values() if one.merged_into_id
        }

    def _stead(self, topic: Topic) -> Topic:
        while topic.merged_into_id:
            topic = self._topics[topic.merged_into_id]
        return topic

    @cached_property
    def _rows(self) -> dict[str, list[_Row]]:
        found: dict[str, list[_Row]] = {what: [] for what in (TOPIC, MUNICIPALITY, BODY)}
        for row in _all_rows(self._user):
            one = _Row(*row)
            found[one.what].append(one)
        return found

    @cached_property
    def _topics(self) -> dict[int, Topic]:
        rows = sorted(self._rows[TOPIC], key=lambda one: (one.name_sort, one.key))
        return {one.key: one.as_topic() for one in rows}

    @cached_property
    def _municipalities(self) -> list[Municipality]:
        members: dict[tuple[str, int, str, str], list[int]] = {}
        for one in self._rows[MUNICIPALITY]:
            bodies = members.setdefault((one.name_sort, one.key, one.slug, one.name), [])
            bodies += [] if one.other is None else [one.other]
        return [
            Municipality(*one, tuple(sorted(bodies)))
            for (_, *one), bodies in sorted(members.items())
        ]

    @cached_property
    def _bodies_and_years(self) -> dict[str, list[Choice]]:
        """Years from the first in which any of the bodies met to the last."""
        met = (one for one in self._rows[BODY] if one.first)
        known = sorted(met, key=lambda one: sort_key(one.name))
        years = {day.year for one in known for day in (one.first, one.last)}
        return {
            "organ": [_choice(one.slug, one.name, f"b{one.key}") for one in known],
            "ar": [
                _choice(str(year), str(year), f"y{year}")
                for year in reversed(range(min(years, default=0), max(years, default=-1) + 1))
            ],
        }

    def _ways(self, municipalities: Collection[str]) -> Iterable[Choice]:
        """In which a decision concerns these, or anybody at all."""
        chosen = [one for one in self._municipalities if one.slug in municipalities]
        for way, label in WAYS.items():
            marks = frozenset().union(*(one.tags([way]) for one in chosen))
            yield Choice(way, str(label), marks if chosen else frozenset({f"c{_CONCERNS[way]}"}))


def _choice(value: str, label: Any, mark: str) -> Choice:
    return Choice(value, str(label), frozenset({str(mark)}))


def _statuses() -> list[Choice]:
    known = [_choice(value, one.label, f"s{one}") for value, one in STATUSES.items()]
    every = frozenset().union(*(one.marks for one in known))
    return [*known, Choice(WITHOUT_STATUS, str(_("Utan uppdrag")), every, lacking=True)]
