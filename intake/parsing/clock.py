"""When the meeting began and ended: one day or two, with breaks that move neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from intake.parsing import swedish
from intake.parsing.body import MINUTES_WORD
from intake.parsing.dates import PrintedDate, find_dates, find_times
from intake.parsing.front import Front
from intake.parsing.minutes import When
from intake.parsing.paragraphs import join
from intake.text.document import Line

SHORT = re.compile(r"(?<![\d/-])(?P<year>[0-6]\d)(?P<month>[01]\d)(?P<day>[0-3]\d)$")
BREAK = re.compile(
    r"\b(?:ajourner\w*|avbrott|paus|lunch(?:uppehåll)?|gruppmöte\w*|gruppöverläggning\w*|"
    r"förmöte\w*|uppehåll)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clock:
    start: When | None = None
    end: When | None = None
    printed: PrintedDate | None = None
    line: int | None = None  # of the date
    times_line: int | None = None  # of the first time of day


def read_clock(front: Front) -> Clock:
    entries = front.of(swedish.TIME, swedish.TIME_PLACE)
    texts = [(entry.first, join(text for _, text in entry.rows()[:6])) for entry in entries]
    printed = _first_date(texts)
    if printed is None:
        printed = _first_date([(line.no, line.text) for line in front.loose])
    if printed is None:
        printed = _first_date(
            [
                (line.no, text)
                for entry in front.of(swedish.PLACE, swedish.BODY)
                for line, text in entry.rows()
            ]
        )
    if printed is None:
        printed = _short_date(front.loose)
    if printed is None:
        return Clock()
    if not _any_times(texts):
        texts = [(line.no, line.text) for line in front.loose if find_dates(line.text)] + [
            (line.no, text) for entry in front.of(swedish.PLACE) for line, text in entry.rows()[:3]
        ]
    clock = _with_times(texts, *printed)
    told = (no for no, text in texts if find_times(text))
    return replace(clock, times_line=next(told, None))


def _short_date(lines: Sequence[Line]) -> tuple[int, PrintedDate] | None:
    """The six digits at the end of a title, where nothing else tells the day: "Möte 240214"."""
    for line in lines:
        match = SHORT.search(line.text) if MINUTES_WORD.search(line.text) else None
        if match:
            year, month, day = (int(match[name]) for name in ("year", "month", "day"))
            span = match.start(), match.end()
            one = PrintedDate(month, day, 2000 + year, None, None, match.group(), *span)
            if one.on(one.year or 0):
                return line.no, one
    return None


def _any_times(texts: Sequence[tuple[int, str]]) -> bool:
    return any(find_times(text) for _, text in texts)


def _first_date(texts: Sequence[tuple[int, str]]) -> tuple[int, PrintedDate] | None:
    """The first date; where the year stands only at a later one.

    "25 januari till 26 januari 2017", it is that.
    """
    found = [(no, one) for no, text in texts for one in find_dates(text)]
    dated = next((at for at, (_, one) in enumerate(found) if one.year), None)
    if dated is None:
        return None
    no, first = found[0] if dated == 1 and found[1][0] - found[0][0] <= 1 else found[dated]
    return no, replace(first, year=found[dated][1].year)


def _with_times(texts: Sequence[tuple[int, str]], line: int, printed: PrintedDate) -> Clock:
    day = printed.on(printed.year or 0)
    if day is None:
        return Clock(None, None, printed, line)
    spans: list[tuple[date, time, time | None]] = []
    current = last_day = day
    for _, text in texts:
        stop = BREAK.search(text)
        text = text[: stop.start()] + _after_break(text[stop.start() :]) if stop else text
        days = {one.start: one.on(day.year) for one in find_dates(text)}
        for one in sorted([*find_times(text)], key=lambda t: t.start):
            current = (
                next(
                    (days[at] for at in sorted(days, reverse=True) if at < one.start and days[at]),
                    current,
                )
                or current
            )
            spans.append((current, one.first, one.last))
        last_day = max([last_day, *(d for d in days.values() if d and 0 <= (d - day).days <= 7)])
    last_day = max(last_day, printed.end_day(day.year) or day)
    return _between(day, last_day, spans, printed, line)


def _after_break(text: str) -> str:
    """What a line says after a break is over: the break's own range is not the meeting's."""
    times = find_times(text)
    return text[times[0].end :] if times else ""


def _between(
    day: date,
    last_day: date,
    spans: list[tuple[date, time, time | None]],
    printed: PrintedDate,
    line: int,
) -> Clock:
    if not spans:
        return Clock(day, last_day if last_day > day else None, printed, line)
    start = datetime.combine(day, spans[0][1])
    ends = [
        (max(on, last_day), last or (first if at else None))
        for at, (on, first, last) in enumerate(spans)
    ]
    closing = [datetime.combine(on, until) for on, until in ends if until]
    return Clock(start, closing[-1] if closing else None, printed, line)
