"""What the archive tells of one municipality, as far as somebody may see it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import groupby
from operator import attrgetter, or_
from typing import Any

from django.db.models import Count as CountOf
from django.db.models import Q
from django.utils.translation import gettext, ngettext

from decisions import offers
from decisions.counting import Count, Tally, Wanted
from decisions.filters import DecisionFilter
from decisions.models import Decision
from minutes.mentions import representatives
from minutes.models import Meeting
from minutes.paging import Part, beginning
from minutes.search.expression import Any as AnyOf
from minutes.search.models import SearchEntry
from minutes.search.querysets import NEWEST
from people.models import Organization
from people.names import sort_key

LATEST = 5  # decisions of each way of concerning it
_TO_THE_BODY = "decision__item__meeting__body"


@dataclass(frozen=True)
class Presence:
    """Meetings that say anything of a municipality, and those where somebody was present.

    A meeting whose list does not mention it counts in neither, for not registered is not absent:
    ``silent`` are those among the meetings of its own bodies.
    """

    present: int
    registered: int
    silent: int


def presence(organization: Organization, bodies: Collection[int], user: Any) -> Presence:
    registered = Q(pk__in=organization.attendances.values("meeting"))
    present = Q(pk__in=organization.attendances.present().values("meeting"))
    counts = (
        Meeting.objects.visible_to(user)
        .filter(registered | Q(body__in=bodies))
        .aggregate(
            present=CountOf("pk", filter=present),
            registered=CountOf("pk", filter=registered),
            silent=CountOf("pk", filter=~registered),
        )
    )
    return Presence(**counts)


@dataclass(frozen=True)
class Concerning:
    """Decisions in one of the usual ways, the latest; ``number`` is None for too many to count."""

    way: str
    number: int | None
    latest: list[Decision]

    @property
    def label(self) -> str:
        return str(offers.WAYS[self.way])


def concerning(organization: Organization, bodies: Collection[int], user: Any) -> list[Concerning]:
    """By what the index marks them with, as their list is found and counted.

    The joint decisions of its bodies are most of all there are, and not asked for.
    """
    known = (organization.pk, organization.slug, organization.name)
    municipality = offers.Municipality(*known, tuple(bodies))
    ways = [offers.Choice(way, "", municipality.tags([way])) for way in offers.USUAL_WAYS]
    tally = _tally(_wanted(ways), user)
    counts, latest = tally.counts({"galler": ways}), _latest(ways, user)
    return [
        Concerning(one.value, counts and counts["galler"][one.value], latest[one.value][:LATEST])
        for one in ways
    ]


def _wanted(ways: list[offers.Choice]) -> Wanted:
    return Wanted(DecisionFilter.kinds, (), AnyOf(tuple(one.expression for one in ways)))


def _tally(wanted: Wanted, user: Any) -> Tally:
    most = DecisionFilter.most
    rows = list(wanted.entries(user).values_list("tags", flat=True)[: most + 1])
    is_capped = len(rows) > most
    return Tally(Count(min(len(rows), most), is_capped), None if is_capped else "\n".join(rows))


def _latest(ways: list[offers.Choice], user: Any) -> dict[str, list[Decision]]:
    """The latest of each way, and perhaps more of one that another way finds too."""
    found = (_wanted([one]).entries(user).sorted_by(NEWEST) for one in ways)
    among = reduce(or_, (Q(pk__in=entries.values("pk")[:LATEST]) for entries in found))
    # Put in order here: asked to, a database may walk the index of all there are.
    entries = SearchEntry.objects.filter(among).select_related(_TO_THE_BODY)
    by_place = sorted(entries, key=attrgetter("position"))
    newest = sorted(by_place, key=attrgetter("held"), reverse=True)
    known = [(one, set(one.tags.split())) for one in newest]
    return {way.value: [one.decision for one, tags in known if tags & way.marks] for way in ways}


@dataclass(frozen=True)
class Tenure:
    """The time from the first to the last meeting of a body that names a person for it."""

    name: str
    slug: str
    body: str
    first: date | None
    last: date | None
    present: int
    absent: int
    chaired: int

    @property
    def in_words(self) -> str:
        """``närvarande vid 3 möten, frånvarande vid 1, ordförande vid 2``."""
        words = ngettext("närvarande vid %(n)s möte", "närvarande vid %(n)s möten", self.present)
        counted = [words % {"n": self.present}]
        if self.absent:
            counted.append(gettext("frånvarande vid %(n)s") % {"n": self.absent})
        if self.chaired:
            counted.append(gettext("ordförande vid %(n)s") % {"n": self.chaired})
        return ", ".join(counted)


def tenures(organization: Organization, user: Any, *, whole: bool) -> Part:
    """(body, its tenures) for each body; the latest first, and of those only the beginning."""
    part = beginning(representatives(organization, user), whole=whole)
    found = [
        Tenure(
            row.pop("person__name"),
            row.pop("person__slug"),
            row.pop("meeting__body__name") or gettext("Oklart organ"),
            **row,
        )
        for row in part.rows
    ]
    found.sort(key=lambda one: sort_key(one.body))
    grouped = [(body, list(group)) for body, group in groupby(found, key=attrgetter("body"))]
    return Part(grouped, part.goes_on)
