"""What a follow-up says of itself, for templates."""

from __future__ import annotations

from django import template
from django.utils import timezone

from decisions.follow_up.forms import FollowUpForm
from decisions.follow_up.period import Period
from decisions.follow_up.words import explained, summed_up

register = template.Library()
register.filter("summed_up", summed_up)


@register.simple_tag
def explanation() -> str:
    return explained(timezone.localdate())


@register.simple_tag
def asking_for(form: FollowUpForm, amne: str = "", status: str = "") -> str:
    """``?fran=…&till=…&amne=trygghet``: the same period, of one topic, or of what stands so."""
    return f"?{form.query(amne=amne, status=status)}"


@register.filter
def days_of(period: Period) -> str:
    """``?fran=…&till=…``."""
    return f"?fran={period.first}&till={period.last}"
