"""How many open assignments rest on each municipality."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse

from decisions.assignments.models import Assignment
from people.models import Kind


@dataclass(frozen=True)
class Resting:
    """``late``: so many of the ``number`` should have been done."""

    name: str
    slug: str
    number: int
    late: int

    @property
    def address(self) -> str:
        return f"{reverse('assignments')}?kommun={self.slug}"


def resting(user: Any, today: date) -> list[Resting]:
    """As the Swedish alphabet has them, without those that have none; one question."""
    waiting = Assignment.objects.visible_to(user).open()
    ours = waiting.filter(responsible_organization__kind=Kind.MUNICIPALITY)
    owner = ["name", "slug", "name_sort"]
    named = ours.order_by().values_list(*(f"responsible_organization__{one}" for one in owner))
    counted = named.annotate(number=Count("pk"), late=Count("pk", filter=Q(due_date__lt=today)))
    rows = counted.order_by("responsible_organization__name_sort")
    return [Resting(name, slug, number, late) for name, slug, _sort, number, late in rows]
