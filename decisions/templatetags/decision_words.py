"""Words that templates need for decisions."""

from django import template
from django.utils.formats import number_format

from decisions.concern import in_words
from decisions.models import Decision, Status

register = template.Library()


@register.filter
def concern(decision: Decision) -> str:
    """``Gäller Haninge och Salem``."""
    return in_words(decision)


@register.filter
def standing(tags: str) -> str:
    """How the assignments of an entry with these tags stand: ``pågår, klart``; empty without."""
    carried = tags.split()
    return ", ".join(str(one.label).lower() for one in Status if f"s{one}" in carried)


@register.filter
def grouped(number: int) -> str:
    """``10 000``."""
    return number_format(number, force_grouping=True)
