"""A day as somebody types it who looks for a meeting. Pure text."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DAY = re.compile(
    r"(?<!\d)(?:(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    rf"|(?P<d>\d{{1,2}})\s+(?P<m>{'|'.join(_MONTHS)})[a-z]*\.?\s+(?P<y>\d{{4}}))(?!\d)"
)


def typed_day(text: str) -> date | None:
    """The first of ``2022-10-06``, ``6 oktober 2022`` or ``6 okt 2022``; None if there is none."""
    found = _DAY.search(text.casefold())
    if not found:
        return None
    month = int(found["month"]) if found["month"] else _MONTHS.index(found["m"]) + 1
    try:
        return date(int(found["year"] or found["y"]), month, int(found["day"] or found["d"]))
    except ValueError:
        return None
