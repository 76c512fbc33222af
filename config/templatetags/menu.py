"""Links of a menu, which show in whose part of the archive a page lies."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

register = template.Library()


@register.inclusion_tag("includes/menu_link.html", takes_context=True)
def menu_link(
    context: template.Context, name: str, words: str, count: int | str = ""
) -> dict[str, Any]:
    """A link to the list of that name, with ``count`` after its words if there is one.

    ``aria-current`` is ``page`` on the list itself and ``true`` on the pages below it.
    """
    address = reverse(name)
    request = context.get("request")  # none where everything may be broken
    path = request.path if request else ""
    current = "page" if path == address else "true" if path.startswith(address) else ""
    return {"address": address, "words": words, "count": count, "current": current}
