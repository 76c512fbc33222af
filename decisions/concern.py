"""Whom a decision concerns, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext

from decisions.models import Concerns, Decision
from people.models import Organization


class Named(NamedTuple):
    """As much of an organization as a sentence needs, for who makes no object of it."""

    name: str
    name_sort: str
    is_municipality: bool


def in_words(decision: Decision) -> str:
    """``Gäller Haninge och Nynäshamn``; all members; or the group as one."""
    return said_of(decision.concerns, decision.organizations.all())


def said_of(concerns: str, organizations: Iterable[Organization | Named]) -> str:
    """The same of a decision that ``concerns`` them so, with the organizations that it names.

    Only municipalities are concerned; another organization that the text names is only that.
    """
    named = sorted(organizations, key=lambda one: one.name_sort)
    municipalities = [one.name for one in named if one.is_municipality]
    others = [one.name for one in named if not one.is_municipality]
    words = [_concerned(concerns, municipalities)]
    if others:
        words.append(gettext("nämner %(names)s") % {"names": joined(others)})
    return ", ".join(words)


def _concerned(concerns: str, municipalities: list[str]) -> str:
    if municipalities:
        return gettext("Gäller %(names)s") % {"names": joined(municipalities)}
    if concerns == Concerns.ALL_MEMBERS:
        return gettext("Gäller alla medverkande kommuner")
    return gettext("Gemensamt för organet")


def joined(names: list[str]) -> str:
    """``Botkyrka, Haninge och Salem``."""
    if len(names) < 2:
        return "".join(names)
    return gettext("%(first)s och %(last)s") % {
        "first": ", ".join(names[:-1]),
        "last": names[-1],
    }
