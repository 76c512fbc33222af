"""The half-years that are followed up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Period:
    """Both days are included."""

    first: date
    last: date

    @property
    def before(self) -> Period:
        """The half-year before the one that the first day lies in."""
        return half_year_of(half_year_of(self.first).first - timedelta(days=1))

    @property
    def after(self) -> Period:
        """The half-year after the one that the last day lies in."""
        return half_year_of(half_year_of(self.last).last + timedelta(days=1))


def half_year_of(day: date) -> Period:
    """January to June, or July to December."""
    if day.month <= 6:
        return Period(date(day.year, 1, 1), date(day.year, 6, 30))
    return Period(date(day.year, 7, 1), date(day.year, 12, 31))
