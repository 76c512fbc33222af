"""The lines of a meeting's source file, for showing beside what was made of them.

A file belongs to a floor above, so it is asked for by the name of the relation.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from minutes.models import Meeting

CONTEXT = 3  # lines before and after an excerpt


@dataclass(frozen=True, slots=True)
class SourceLine:
    """``is_fact``: a line that is asked for. ``is_claimed``: something was made of it."""

    number: int
    text: str
    is_fact: bool = False
    is_claimed: bool = False


def current_source(meeting: Meeting) -> Any:
    """The file that the meeting's facts come from, or None."""
    return meeting.source_files.filter(is_current=True).first()


def sources(meeting: Meeting) -> tuple[Any, list[Any]]:
    """The file that the meeting's facts come from, or None; and those that it showed before.

    The older ones stay within reach, the latest first. What stands in a file is asked for only
    when it is read.
    """
    files = list(meeting.source_files.ever_shown().defer("document", "parsed"))
    current = next((one for one in files if one.is_current), None)
    return current, [one for one in files if one != current]


def all_lines(source: Any) -> list[SourceLine]:
    """Every line, blank ones too."""
    unclaimed = set(source.unclaimed)
    return [
        SourceLine(number, text, is_claimed=bool(text) and number not in unclaimed)
        for number, text in _printed(source)
    ]


def excerpt(source: Any, first: int | None, last: int | None) -> list[SourceLine]:
    """The lines from ``first`` to ``last`` with a little before and after; none if unknown."""
    if source is None or first is None or last is None:
        return []
    return [
        SourceLine(number, text, is_fact=first <= number <= last)
        for number, text in _printed(source)
        if first - CONTEXT <= number <= last + CONTEXT
    ]


def _printed(source: Any) -> Iterable[tuple[int, str]]:
    for line in (source.document or {}).get("lines", []):
        yield line["no"], line["raw"].replace("\t", "    ").rstrip()
