"""What a page needs to lead to its doors for programs."""

from __future__ import annotations

from django import template

from minutes.filters import ArchiveFilter

register = template.Library()


@register.filter
def question(asked: ArchiveFilter) -> str:
    """``?ar=2022``: what the page could make of its question, or nothing if it asks for all.

    A page passes over what it does not understand, and a door refuses it.
    """
    kept = asked.data.copy()
    for name in list(kept):
        if name not in asked.chosen:
            del kept[name]
    return f"?{kept.urlencode()}" if kept else ""
