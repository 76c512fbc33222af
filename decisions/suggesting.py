"""People, municipalities, bodies and topics by name, for somebody who is still typing.

Nothing that only a hidden meeting names is suggested, nor does it push anything else out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from operator import or_
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext

from decisions.models import Topic
from decisions.municipalities import municipalities_visible_to
from minutes.mentions import people_visible_to, with_latest_organization
from minutes.models import Meeting
from minutes.words import words
from people.completing import MOST_WORDS, completes, nearly_complete, typed_words
from people.models import Body, Person
from people.names import slug

MOST = 8
MOST_PLACES = 4  # municipalities, bodies and topics, before people
FEWEST_LETTERS = 2


@dataclass(frozen=True)
class Suggestion:
    """``kind`` says in words what it is, ``detail`` which of several of that name."""

    kind: str
    name: str
    address: str
    detail: str = ""


@dataclass(frozen=True)
class _Named:
    suggestion: Suggestion
    slugs: tuple[str, ...]  # of its name, and of whatever else it is called


def suggestions(user: Any, text: str) -> list[Suggestion]:
    """At most eight; names that the typed words begin, else those that they nearly do."""
    typed = typed_words(text)
    if sum(map(len, typed)) < FEWEST_LETTERS:
        return []
    places = list(_places(user))
    found = [one.suggestion for one in places if any(completes(typed, s) for s in one.slugs)]
    people = people_visible_to(user).filter(_begun_by(text))
    named = with_latest_organization(people, user).in_order()[:MOST]
    together = [*found[:MOST_PLACES], *map(_person, named)]
    return together[:MOST] or _nearest(typed, places, user)


def _nearest(typed: list[str], places: list[_Named], user: Any) -> list[Suggestion]:
    """Only those with the fewest slips of all."""
    by_slug = {s: one.suggestion for one in places for s in one.slugs}
    near = nearly_complete(typed, by_slug)
    people = _people_near(typed, user)
    fewest = min([*near.values(), *(slips for slips, _ in people)], default=0)
    found = dict.fromkeys(by_slug[s] for s, slips in near.items() if slips == fewest)
    named = [person for slips, person in people if slips == fewest]
    return [*islice(found, MOST_PLACES), *map(_person, named)][:MOST]


def _people_near(typed: list[str], user: Any) -> list[tuple[int, Person]]:
    """Chosen among everybody's names, then by what the user may see: that is quicker, and tells
    no more."""
    slips = nearly_complete(typed, Person.objects.values_list("slug", flat=True))
    if not slips:
        return []
    visible = people_visible_to(user).filter(slug__in=slips)
    known = with_latest_organization(visible, user).in_order()
    return [(slips[person.slug], person) for person in known]


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


def _person(person: Any) -> Suggestion:
    where = person.latest_organization or ""
    return Suggestion(gettext("Person"), person.name, person.get_absolute_url(), where)


def _places(user: Any) -> Iterator[_Named]:
    """What has a page or a list of its own, but people: few enough to look at each."""
    for one in municipalities_visible_to(user).in_order():
        address = reverse("municipality", args=[one.slug])
        yield _named(gettext("Kommun"), one.name, address, one.aliases)
    met = Meeting.objects.visible_to(user).values("body")
    for one in Body.objects.filter(pk__in=met).in_order():
        address = f"{reverse('meetings')}?organ={one.slug}"
        yield _named(gettext("Organ"), one.name, address, [one.full_name, *one.aliases])
    for one in Topic.objects.in_order():
        terms = [term.rstrip("*") for term in one.terms]
        yield _named(gettext("Ämne"), one.name, one.get_absolute_url(), terms)


def _named(kind: str, name: str, address: str, others: Iterable[str]) -> _Named:
    slugs = tuple(dict.fromkeys(filter(None, map(slug, [name, *others]))))
    return _Named(Suggestion(kind, name, address), slugs)
