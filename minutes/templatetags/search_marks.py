"""What was found, marked in the texts of a page."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from minutes.search.marking import Pieces

register = template.Library()


@register.filter
def with_hits(pieces: Pieces) -> SafeString:
    """The pieces of a text as they follow, its hits in ``<mark>``."""
    parts = (format_html("<mark>{}</mark>" if hit else "{}", piece) for piece, hit in pieces)
    return format_html_join("", "{}", ((part,) for part in parts))
