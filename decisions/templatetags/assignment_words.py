"""Words that templates need for assignments."""

from __future__ import annotations

from django import template
from django.utils import timezone

from decisions.due import in_words
from decisions.models import Assignment

register = template.Library()


@register.filter
def due(assignment: Assignment) -> str:
    """``pågår, klart senast 3 mars 2027``."""
    today = timezone.localdate()
    return in_words(assignment.status, assignment.due_date, assignment.due_text, today)
