"""Words that the page of review needs for its parts."""

from __future__ import annotations

from typing import Any

from django import template
from django.forms import BoundField

from intake.forms import Part

register = template.Library()


@register.filter
def marks(part: Part) -> list[str]:
    """What is to be done about a part: missing, check, both, or sure where it is neither.

    A proposal is to be checked, however sure its words are; of what was rejected nothing is told.
    """
    if part.is_rejected:
        return []
    found = set(part.confidence.values()) & {"missing", "check"}
    return sorted(found, reverse=True) or ["check" if part.is_proposed else "sure"]


@register.filter
def is_ticked(value: Any, bound: BoundField) -> bool:
    """Whether a choice is among those of a field, as stored or as sent."""
    return str(value) in {str(one) for one in bound.value() or ()}
