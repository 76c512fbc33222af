"""Where the meeting was held: the printed place without dates and times."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.parsing import swedish
from intake.parsing.clock import BREAK
from intake.parsing.dates import find_dates, find_times
from intake.parsing.front import Entry, Front
from intake.parsing.minutes import Lines
from intake.parsing.paragraphs import join
from intake.text.cleaning import squeeze
from intake.text.document import Line

WEEKDAY_WORD = re.compile(
    r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b,?\s*(?:den\b)?", re.IGNORECASE
)
HANGING = re.compile(r",?\s+(?:den|kl\.?|klockan|till|från|mellan|med|samt|och)$", re.IGNORECASE)
# What is left between a date and a time when both are taken out.
LEAD_WORDS = swedish.words(
    "och| till| den| kl| kl.| klockan| tid| plats| ca| samt| med| med start| från| start| slut"
)


def read_place(front: Front) -> tuple[str | None, Lines | None]:
    for entry in front.of(swedish.PLACE, swedish.TIME_PLACE):
        rows = _place_rows(entry)
        place = strip_time(join(text for _, text in rows)) if rows else ""
        if place:
            return place, (rows[0][0].no, rows[-1][0].no)
    return _after_the_time(front.loose)


def _after_the_time(lines: Sequence[Line]) -> tuple[str | None, Lines | None]:
    """The place in a line that tells when: "den 1 december kl 19.00 i Bystugan"."""
    for line in lines:
        ends = [one.end for one in find_dates(line.text)]
        ends += [one.end for one in find_times(line.text)]
        told = line.text[max(ends) :] if ends else ""
        if found := re.match(r"^[\s,]*(?:i|på|vid)\s+(?P<place>[A-ZÅÄÖ].*)$", told, re.IGNORECASE):
            return found["place"].strip(" ."), (line.no, line.no)
    return None, None


def _place_rows(entry: Entry) -> list[tuple[Line, str]]:
    rows = entry.rows()
    kept: list[tuple[Line, str]] = []
    for line, text in rows[:4]:
        if kept and (line.no - kept[-1][0].no > 1):
            break
        stop = BREAK.search(text)
        kept.append((line, text[: stop.start()] if stop else text))
    if entry.kind == swedish.PLACE:
        kept = kept[:1] + [row for row in kept[1:2] if row[1][:1].islower() or row[0].indent > 4]
    return kept


def strip_time(text: str) -> str:
    """The place without dates, times, weekdays and the words that introduce them."""
    text = squeeze(text)
    for clock in reversed(find_times(text)):
        text = text[: clock.start] + "|" + text[clock.end :]
    for one in reversed(find_dates(text)):
        text = text[: one.start] + "|" + text[one.end :]
    text = WEEKDAY_WORD.sub("|", text)
    parts = [
        part.strip(" ,.;:–-")
        for part in re.split(r"\||(?:^|,)\s*kl(?:ockan)?\.?\s*(?=,|\||$)", text)
    ]
    parts = [
        re.sub(
            r",?\s+(?:den|kl\.?|klockan|till|från|mellan|med|samt|och)$",
            "",
            part,
            flags=re.IGNORECASE,
        )
        for part in parts
    ]
    kept = [part for part in parts if part and part.casefold() not in LEAD_WORDS]
    return ", ".join(kept).strip(" ,")
