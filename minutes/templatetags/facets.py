"""The values of a filter as boxes to tick."""

from __future__ import annotations

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from minutes.facets import Facet

register = template.Library()

OF_THE_MINUTES = "amne"  # topics are words of the minutes, whatever language the page is in
_BOX = (
    '<label><input type="checkbox" id="{name}-{value}" name="{name}" value="{value}"{chosen}>'
    '<span{language}>{label}</span> <span class="count">{said}</span></label>'
)


@register.filter
def boxes(facet: Facet) -> SafeString:
    """Each with its number. In one piece: a template took a third of a list's time for them."""
    language = mark_safe(' lang="sv"' if facet.name == OF_THE_MINUTES else "")  # noqa: S308
    chosen = {True: mark_safe(" checked"), False: ""}
    return format_html_join(
        "\n",
        _BOX,
        (
            {
                "name": facet.name,
                "value": one.value,
                "chosen": chosen[one.chosen],
                "language": language,
                "label": one.label,
                "said": one.said,
            }
            for one in facet.values
        ),
    )
