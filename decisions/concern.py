"""Whom a decision concerns, in words."""

from __future__ import annotations

from django.utils.translation import gettext

from decisions.models import Concerns, Decision


def in_words(decision: Decision) -> str:
    """``Gäller Haninge och Nynäshamn``; all members; or the group as one."""
    named = sorted(decision.organizations.all(), key=lambda one: one.name_sort)
    if named:
        return gettext("Gäller %(names)s") % {"names": joined([one.name for one in named])}
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
