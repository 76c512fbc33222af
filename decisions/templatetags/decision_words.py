"""Words that templates need for decisions."""

from django import template

from decisions.concern import in_words
from decisions.models import Decision

register = template.Library()


@register.filter
def concern(decision: Decision) -> str:
    """``Gäller Haninge och Salem``."""
    return in_words(decision)
