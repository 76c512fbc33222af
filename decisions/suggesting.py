"""People, municipalities, bodies and topics by name, and meetings by day, for the search box.

Nothing that only a hidden meeting names is suggested, nor does it push anything else out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, reduce
from operator import or_
from typing import Any

from django.db.models import CharField, F, JSONField, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from decisions.models import Topic
from decisions.municipalities import municipalities_visible_to
from minutes.days import typed_day
from minutes.mentions import people_visible_to, with_latest_organization
from minutes.models import Meeting
from minutes.templatetags.swedish_dates import plain_date
from minutes.words import words
from people.completing import MOST_WORDS, completes, nearly_complete, typed_words
from people.models import Body, Person
from people.names import slug as slug_of
from people.names import sort_key as sort_key_of
from people.querysets import PersonQuerySet

MOST = 8
MOST_PLACES = 4  # municipalities, bodies and topics, before people
FEWEST_LETTERS = 2
FEWEST_OF_OTHERS = 3  # before other words than the name are looked at: there are many

MUNICIPALITY, BODY, TOPIC, PERSON = range(4)  # in this order
KINDS = {MUNICIPALITY: _("Kommun"), BODY: _("Organ"), TOPIC: _("Ämne"), PERSON: _("Person")}
VIEWS = {MUNICIPALITY: "municipality", TOPIC: "topic", PERSON: "person"}
# Of places the same names at each letter that somebody types.
slug, sort_key = lru_cache(10_000)(slug_of), lru_cache(10_000)(sort_key_of)
NOTHING = Value("", output_field=CharField())
NO_OTHERS = Value([], output_field=JSONField())


@dataclass(frozen=True)
class Suggestion:
    """``kind`` says in words what it is, ``detail`` which of several of that name."""

    kind: str
    name: str
    address: str
    detail: str = ""


@dataclass(frozen=True)
class _Named:
    """Somebody or something with a name, whatever else it is called, and an address."""

    what: int
    name: str
    slug: str
    detail: str
    others: tuple[str, ...]

    @property
    def slugs(self) -> list[str]:
        called = [self.name, *self.others]
        return [one for one in map(slug, called) if one]

    @property
    def suggestion(self) -> Suggestion:
        if self.what == BODY:
            address = f"{reverse('meetings')}?organ={self.slug}"
        else:
            address = reverse(VIEWS[self.what], args=[self.slug])
        return Suggestion(str(KINDS[self.what]), self.name, address, self.detail)


def suggestions(user: Any, text: str, *, nearly: bool = True) -> list[Suggestion]:
    """At most eight, places first: what the typed words begin, else what they nearly do.

    Whoever types a day is led to its meetings. One question to the database, three where nothing
    begins so; ``nearly`` forgoes these.
    """
    if day := typed_day(text):
        return _meetings(day, user)
    typed = typed_words(text)
    letters = sum(map(len, typed))
    if letters < FEWEST_LETTERS:
        return []
    known = _known(user, text)
    places = [one for one in known if one.what != PERSON]
    people = [one for one in known if one.what == PERSON]
    found = _begun(typed, places, by_others=letters >= FEWEST_OF_OTHERS)
    if not (found or people) and nearly and letters >= FEWEST_OF_OTHERS:
        found, people = _nearest(typed, places, user)
    return [one.suggestion for one in (*found[:MOST_PLACES], *people)][:MOST]


def _meetings(day: date, user: Any) -> list[Suggestion]:
    held = Meeting.objects.visible_to(user).filter(start_date=day).select_related("body")
    return [
        Suggestion(
            gettext("Möte"),
            one.body.name if one.body else gettext("Oklart organ"),
            one.get_absolute_url(),
            plain_date(day),
        )
        for one in held.newest_first()[:MOST]
    ]


def _begun(typed: list[str], places: list[_Named], *, by_others: bool) -> list[_Named]:
    """By their names, then by what else they are called."""
    named = [one for one in places if completes(typed, slug(one.name))]
    others = places if by_others else []
    called = [one for one in others if any(completes(typed, name) for name in one.slugs)]
    return list(dict.fromkeys([*named, *called]))


def _nearest(
    typed: list[str], places: list[_Named], user: Any
) -> tuple[list[_Named], list[_Named]]:
    """Places and people with the fewest slips of all."""
    by_slug = {name: one for one in places for name in one.slugs}
    near = nearly_complete(typed, by_slug)
    people = _people_near(typed, user)
    fewest = min([*near.values(), *(slips for slips, _ in people)], default=0)
    found = dict.fromkeys(by_slug[name] for name, slips in near.items() if slips == fewest)
    return list(found), [person for slips, person in people if slips == fewest]


def _people_near(typed: list[str], user: Any) -> list[tuple[int, _Named]]:
    """Looked for among everybody's names, then among those that the user may see: in the other
    order it takes longer, and tells the same."""
    slips = nearly_complete(typed, Person.objects.values_list("slug", flat=True))
    if not slips:
        return []
    near = _people(people_visible_to(user).filter(slug__in=slips), user)
    return [(slips[one.slug], one) for one in _named(near)]


def _known(user: Any, text: str) -> list[_Named]:
    """All places, which are few, and the first people whose names begin so."""
    begun = people_visible_to(user).filter(_begun_by(text)).in_order().values("pk")[:MOST]
    met = Meeting.objects.visible_to(user).values("body")
    municipalities = _columns(municipalities_visible_to(user), MUNICIPALITY, F("aliases"))
    bodies = Body.objects.filter(pk__in=met)
    return _named(
        municipalities.union(
            _columns(bodies, BODY, F("aliases"), F("full_name")),
            _columns(Topic.objects.current(), TOPIC, F("terms")),
            _columns(Topic.objects.current(), TOPIC, F("aliases")),
            _people(Person.objects.filter(pk__in=begun), user),
            all=True,
        )
    )


def _people(people: PersonQuerySet, user: Any) -> QuerySet:
    where = Coalesce(F("latest_organization"), NOTHING)
    return _columns(with_latest_organization(people, user), PERSON, NO_OTHERS, where)


def _columns(rows: QuerySet, what: int, others: Any, detail: Any = NOTHING) -> QuerySet:
    known = rows.order_by().annotate(what=Value(what), others=others, detail=detail)
    return known.values_list("what", "name", "slug", "detail", "others")


def _named(rows: Iterable[tuple[int, str, str, str, list[str]]]) -> list[_Named]:
    """In the order that they are suggested in; what a topic is called comes in two rows."""
    known: dict[tuple[int, str, str, str], list[str]] = {}
    for *one, others in rows:
        known.setdefault(tuple(one), []).extend(others)
    found = [
        _Named(*one, (one[-1], *(other.rstrip("*") for other in others)))
        for one, others in known.items()
    ]
    return sorted(found, key=lambda one: (one.what, sort_key(one.name), one.slug))


def _begun_by(text: str) -> Q:
    """By the letters as typed in the name, or without dots in the address, which is older."""
    begun = Q()
    for word in words(text)[:MOST_WORDS]:
        begun &= _begins("name_key", word, " -") | _begins("slug", slug(word) or word, "-")
    return begun


def _begins(column: str, word: str, between: str) -> Q:
    """Any of the words in the column, which are parted by one of these letters."""
    first = Q(**{f"{column}__startswith": word})
    return reduce(or_, (Q(**{f"{column}__contains": f"{one}{word}"}) for one in between), first)
