"""Whom a decision concerns, in words."""

from __future__ import annotations

from django.utils.translation import gettext

from decisions.models import Concerns, Decision


def in_words(decision: Decision) -> str:
    """``Gäller Haninge och Nynäshamn``; all members; or the group as one.

    Only municipalities are concerned; another organization that the text names is only that.
    """
    named = sorted(decision.organizations.all(), key=lambda one: one.name_sort)
    municipalities = [one.name for one in named if one.is_municipality]
    others = [one.name for one in named if not one.is_municipality]
    words = [_concerned(decision, municipalities)]
    if others:
        words.append(gettext("nämner %(names)s") % {"names": joined(others)})
    return ", ".join(words)


def _concerned(decision: Decision, municipalities: list[str]) -> str:
    if municipalities:
        return gettext("Gäller %(names)s") % {"names": joined(municipalities)}
    if decision.concerns == Concerns.ALL_MEMBERS:
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
