"""Words that templates need for assignments."""

from __future__ import annotations

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext

from decisions.assignments.wording import citation, due_in_column, due_in_words
from decisions.due import in_words
from decisions.models import Assignment

register = template.Library()
register.filter("citation", citation)
register.filter("due_column", due_in_column)
register.filter("due_words", due_in_words)


@register.filter
def who(assignment: Assignment) -> str:
    """Whoever is responsible; in one piece, so that no template puts a blank behind it."""
    if assignment.is_linked:
        return str(assignment.responsible)
    if assignment.printed_responsible:
        return format_html('<span lang="sv">{}</span>', assignment.printed_responsible)
    return gettext("oklart vem")


@register.filter
def due(assignment: Assignment) -> str:
    """``pågår, klart senast 3 mars 2027``."""
    today = timezone.localdate()
    return in_words(assignment.status, assignment.due_date, assignment.due_text, today)
