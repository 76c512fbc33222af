"""Charts as SVG that the server draws: shapes alone, in units that the page stretches.

Names and numbers stand beside them as text, which grows and wraps as all text does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.translation import ngettext

from decisions.concern import joined
from decisions.yearly import TopicYears, Yearly

register = template.Library()

STEP, BAR, HEIGHT = 10, 8, 40  # from bar to bar, its width, and that of the highest


@dataclass(frozen=True)
class Bar:
    year: int
    number: int
    x: int
    y: int
    height: int


@register.inclusion_tag("decisions/bars.html")
def bars(row: TopicYears, chart: Yearly) -> dict[str, Any]:
    """A bar for each year, all topics of the chart to the same scale."""
    places = enumerate(row.by_year)
    drawn = [_bar(place, year, number, chart.most) for place, (year, number) in places if number]
    sizes = {"width": STEP * len(row.by_year), "height": HEIGHT, "bar": BAR}
    return {"bars": drawn, "finding": finding(row), **sizes}


def finding(row: TopicYears) -> str:
    """``13 beslut, som mest 3 på ett år (2021 och 2023)``."""
    best = [str(year) for year, number in row.by_year if number == row.most]
    words = ngettext(
        "%(n)s beslut, som mest %(most)s på ett år (%(years)s)",
        "%(n)s beslut, som mest %(most)s på ett år (%(years)s)",
        row.total,
    )
    return words % {"n": row.total, "most": row.most, "years": joined(best)}


def _bar(place: int, year: int, number: int, most: int) -> Bar:
    height = max(round(HEIGHT * number / most), 1)
    return Bar(year, number, place * STEP + (STEP - BAR) // 2, HEIGHT - height, height)
