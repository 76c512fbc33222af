"""Who stands behind a decision: which members were represented, and what absence means.

Derived when read, from the names of the minutes and from the rule of the group that was in force
on the day of the meeting. Where neither tells, it is "unclear"; nobody is counted in by guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minutes.models import AgendaItem, Attendance
from minutes.representation import Representation, represented
from minutes.representation import Standing as There
from people.models import BodyRule, Organization

OBJECTION = re.compile(
    r"\b(?:reserver\w+|reservation\w*|avvikande mening|protokollsanteckning\w*"
    r"|särskilt yttrande|invänd(?:er|e|ning\w*)?|invänt|motsätter sig|motsatte sig)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


class Backing(models.TextChoices):
    """How a member stands to a decision, in the order in which they are told."""

    REPRESENTED = "represented", _("företrädd")
    REMOTE = "remote", _("företrädd på distans")
    BOUND = "bound", _("inte företrädd, står bakom enligt spelregeln")
    NOT_BOUND = "not_bound", _("inte företrädd, inte bunden enligt spelregeln")
    AWAY = "away", _("inte företrädd")
    UNCLEAR = "unclear", _("oklart")


@dataclass(frozen=True)
class Backer:
    """One member; ``objections`` are sentences of the minutes that speak of it and of one."""

    organization: Organization
    standing: Backing
    representation: Representation
    objections: tuple[str, ...] = ()

    @property
    def names(self) -> Sequence[Attendance]:
        """Those whose presence or absence tells it, as printed."""
        at_item = self.representation
        return at_item.there or at_item.unclear or at_item.away

    @property
    def why(self) -> str:
        """Why it is unclear; empty where it is not."""
        if self.standing != Backing.UNCLEAR:
            return ""
        if self.representation.standing == There.SILENT:
            return gettext("närvaron är inte registrerad")
        if self.representation.standing == There.UNCLEAR:
            return gettext("källan säger inte om de var med vid punkten")
        return gettext("texten nämner en invändning")


@dataclass(frozen=True)
class Behind:
    """The members of a body at one item, and the rule that is read into their absence."""

    backers: tuple[Backer, ...]
    rule: BodyRule | None
    has_rules: bool
    is_dated: bool

    @property
    def by_standing(self) -> list[tuple[Backing, list[Backer]]]:
        """Those of each standing that occurs, in the order of their definition."""
        found = [(one, [b for b in self.backers if b.standing == one]) for one in Backing]
        return [(standing, backers) for standing, backers in found if backers]


def behind(
    item: AgendaItem,
    members: Iterable[Organization],
    rules: Sequence[BodyRule],
    attendances: Sequence[Attendance],
    text: str,
) -> Behind:
    """``rules`` are all of the body; ``text`` is what the minutes say around the decision."""
    day = item.meeting.start_date
    rule = in_force(rules, day)
    backers = tuple(
        _backer(represented(one, item, attendances), rule, objections(one, text))
        for one in members
    )
    return Behind(backers, rule, bool(rules), day is not None)


def in_force(rules: Iterable[BodyRule], day: date | None) -> BodyRule | None:
    """The latest that had begun by the day; none where the day is unknown."""
    begun = [rule for rule in rules if day and rule.from_date <= day]
    return max(begun, key=lambda rule: rule.from_date, default=None)


def objections(organization: Organization, text: str) -> tuple[str, ...]:
    """The sentences that name the organization and something like an objection, as printed."""
    names = "|".join(map(re.escape, [organization.name, *organization.aliases]))
    named = re.compile(rf"\b(?:{names})s?\b", re.IGNORECASE)
    sentences = (one.strip() for one in SENTENCE_END.split(text))
    return tuple(one for one in sentences if OBJECTION.search(one) and named.search(one))


def _backer(at_item: Representation, rule: BodyRule | None, said: tuple[str, ...]) -> Backer:
    return Backer(at_item.organization, _standing(at_item, rule, bool(said)), at_item, said)


def _standing(at_item: Representation, rule: BodyRule | None, objected: bool) -> Backing:
    """Whether an objection was made beforehand is not for a program to judge: then, unclear."""
    if at_item.standing in (There.REPRESENTED, There.REMOTE):
        return Backing(at_item.standing)
    if at_item.standing != There.AWAY:
        return Backing.UNCLEAR
    if rule is None:
        return Backing.AWAY
    if not rule.absent_is_bound:
        return Backing.NOT_BOUND
    return Backing.UNCLEAR if objected else Backing.BOUND
