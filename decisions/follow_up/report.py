"""A period's entries counted by topic and by how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from decisions.follow_up.entries import Entry
from decisions.follow_up.stands import STANDS
from decisions.models import Topic
from people.names import sort_key

WITHOUT_TOPIC = "utan"  # in addresses


@dataclass(frozen=True)
class Part:
    """The entries of one topic; ``slug`` is empty for all of them together."""

    name: str
    slug: str
    entries: Sequence[Entry]
    has_page: bool = False

    def counted(self) -> list[tuple[str, str, int]]:
        """(name in addresses, label, number of entries) for each way to stand."""
        return [
            (name, str(label), sum(name in one.stands for one in self.entries))
            for name, label in STANDS.items()
        ]


@dataclass(frozen=True)
class Report:
    """``parts`` by topic: an entry stands in each of its topics, so that they cannot be summed."""

    whole: Part
    parts: list[Part]

    @property
    def decided(self) -> int:
        return sum(one.decision is not None for one in self.whole.entries)

    @property
    def in_prose(self) -> int:
        return len(self.whole.entries) - self.decided


def report(entries: Sequence[Entry]) -> Report:
    by_topic: dict[Topic, list[Entry]] = {}
    for one in entries:
        for topic in one.topics:
            by_topic.setdefault(topic, []).append(one)
    parts = [Part(topic.short_name, topic.slug, ones, True) for topic, ones in by_topic.items()]
    parts.sort(key=lambda one: sort_key(one.name))
    if others := [one for one in entries if not one.topics]:
        parts.append(Part(_("Utan ämne"), WITHOUT_TOPIC, others))
    return Report(Part(_("Alla"), "", entries), parts)


def chosen(report: Report, topic: str, stand: str) -> list[Part]:
    """The parts that are asked for, each with what stands so; none that would be empty."""
    wanted = [one for one in report.parts if topic in ("", one.slug)]
    shown = (
        Part(one.name, one.slug, _standing(one.entries, stand), one.has_page) for one in wanted
    )
    return [one for one in shown if one.entries]


def _standing(entries: Sequence[Entry], stand: str) -> list[Entry]:
    return [one for one in entries if not stand or stand in one.stands]
