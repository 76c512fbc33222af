"""Which lines say what: the other way round, so that no line of the source is lost unseen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from intake.parsing.minutes import Lines, ParsedMinutes
from intake.text.document import BODY, Line

FURNITURE = "furniture"


def claim(minutes: ParsedMinutes, lines: Sequence[Line]) -> dict[str, tuple[int, ...]]:
    """Field -> the numbers of its lines. Page marks and running heads are claimed as furniture."""
    claims: dict[str, set[int]] = {}
    for field, span in minutes.meeting.lines.items():
        claims.setdefault(f"meeting.{field}", set()).update(_numbers([span]))
    claims["attendances"] = _numbers(one.lines for one in minutes.attendances)
    claims["approvals"] = _numbers(one.lines for one in minutes.approvals)
    claims["items"] = _numbers(one.lines for one in minutes.items)
    claims[FURNITURE] = {line.no for line in lines if line.role != BODY}
    return {field: tuple(sorted(numbers)) for field, numbers in claims.items() if numbers}


def _numbers(spans: Iterable[Lines]) -> set[int]:
    return {no for first, last in spans for no in range(first, last + 1)}


def unclaimed(lines: Sequence[Line], claims: Mapping[str, tuple[int, ...]]) -> tuple[int, ...]:
    """The numbers of lines with text that no field, no item and no furniture accounts for."""
    claimed = {no for numbers in claims.values() for no in numbers}
    return tuple(line.no for line in lines if not line.blank and line.no not in claimed)
