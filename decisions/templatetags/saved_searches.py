"""The form that keeps what a list shows."""

from __future__ import annotations

from typing import Any

from django import template

from decisions.saved.forms import SaveForm

register = template.Library()


@register.simple_tag(takes_context=True)
def save_form(context: dict[str, Any], listing: str) -> SaveForm:
    """For the list of that name, asked as the page is asked."""
    request = context["request"]
    asked = {"listing": listing, "query": request.GET.urlencode()}
    return SaveForm(request.user, initial=asked)
