"""How much of what was held the archive has: by body and year, in numbers and gap by gap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from minutes.crosstab import Crosstab
from minutes.gaps.missing import COMING, MISSING, SETTLED, Gap, of_fate
from people.names import sort_key


@dataclass(frozen=True, slots=True)
class Year:
    """Numbers of meetings. ``settled``: never held, or their minutes are gone.

    ``latest_gap`` is where the latest of the missing ones stands on the page.
    """

    year: str
    held: int
    missing: int
    coming: int
    settled: int
    latest_gap: str


@dataclass(frozen=True, slots=True)
class BodyCoverage:
    """``missing`` are its gaps, the latest first; ``years`` likewise."""

    slug: str
    name: str
    years: list[Year]
    missing: list[Gap]


def coverage(held: Crosstab, gaps: Iterable[Gap]) -> list[BodyCoverage]:
    """By body. Meetings without a body or a day belong nowhere: see ``unplaced``."""
    of_body: dict[str, list[Gap]] = {}
    names = {cell.organ: cell.body for cell in held.cells if cell.organ and cell.ar}
    for gap in gaps:
        of_body.setdefault(gap.body.slug, []).append(gap)
        names.setdefault(gap.body.slug, gap.body.name)
    by_name = sorted(names.items(), key=lambda one: (sort_key(one[1]), one[0]))
    return [
        BodyCoverage(slug, name, _years(held, slug, mine), of_fate(mine, MISSING))
        for slug, name in by_name
        for mine in [of_body.get(slug, [])]
    ]


def unplaced(held: Crosstab) -> int:
    """How many meetings have no body or no day: drafts that wait for a secretary."""
    return sum(cell.number for cell in held.cells if not (cell.organ and cell.ar))


def _years(held: Crosstab, slug: str, gaps: list[Gap]) -> list[Year]:
    met = held.numbers("ar", {"organ": [slug]})
    of_year: dict[str, list[Gap]] = {year: [] for year in met if year}
    for gap in of_fate(gaps, MISSING, COMING, *SETTLED):
        of_year.setdefault(str(gap.day.year), []).append(gap)
    latest_first = sorted(of_year.items(), key=itemgetter(0), reverse=True)
    return [_year(year, met[year], mine) for year, mine in latest_first]


def _year(year: str, held: int, gaps: list[Gap]) -> Year:
    fates = Counter(gap.fate for gap in gaps)
    settled = sum(fates[fate] for fate in SETTLED)
    latest = next((gap.anchor for gap in gaps if gap.fate == MISSING), "")
    return Year(year, held, fates[MISSING], fates[COMING], settled, latest)
