"""What was found, marked in the texts of a page."""

from __future__ import annotations

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from minutes.search.marking import Pieces

register = template.Library()


@register.filter
def with_hits(pieces: Pieces) -> SafeString:
    """The pieces of a text as they follow, its hits in ``<mark>``."""
    parts = (f"<mark>{escape(piece)}</mark>" if hit else escape(piece) for piece, hit in pieces)
    return mark_safe("".join(parts))  # noqa: S308 - escaped piece by piece
