"""What pages of the lower floors show of the printed page, without knowing the door."""

from __future__ import annotations

from django import template

from intake import facsimile
from intake.models import SourceFile

register = template.Library()


@register.simple_tag
def strips(source: SourceFile, first: int, last: int) -> list[facsimile.Sheet]:
    """The parts of the pages that hold the lines; none for a file without pages."""
    return facsimile.excerpts(source, first, last)
