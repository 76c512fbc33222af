"""Papers with a blank line after every printed line: read as if set solid.

Some programs put one there. The blank lines then part nothing, so they are taken out before the
reading, and every line number that is stated is put back afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from intake.parsing.minutes import Lines, ParsedMinutes
from intake.text.document import Line

FEWEST_LINES = 15
LONGEST_LINE = 160  # characters: what is longer is a paragraph, not a printed line
MOST_ADJACENT = 0.05  # share of text lines that another follows with no blank between
FEWEST_GOING_ON = 0.04  # share of text lines whose sentence goes on in the next


def is_double_spaced(lines: Sequence[Line]) -> bool:
    """Whether blank lines part the printed lines, and not the paragraphs.

    One paragraph a line with a blank after each looks alike, but its lines end their sentences.
    """
    text = [at for at, line in enumerate(lines) if line.text or line.label]
    adjacent = sum(1 for at in text[1:] if not lines[at - 1].blank)
    longest = max((len(lines[at].text) for at in text), default=0)
    if longest > LONGEST_LINE or len(text) < FEWEST_LINES or adjacent > MOST_ADJACENT * len(text):
        return False
    going_on = sum(1 for at, after in pairwise(text) if _goes_on(lines[at], lines[after]))
    return going_on >= FEWEST_GOING_ON * len(text)


def _goes_on(line: Line, after: Line) -> bool:
    return after.text[:1].islower() and not after.label and line.text[-1:] not in ".!?:;"


def closed_up(lines: Sequence[Line]) -> tuple[list[Line], list[int]]:
    """The lines without the blank one after each, numbered anew, and their printed numbers.

    Two blank lines and more were meant, and stay as one.
    """
    kept: list[Line] = []
    block = 1
    for at, line in enumerate(lines):
        meant = at > 0 and line.blank and lines[at - 1].blank and kept and not kept[-1].blank
        block += bool(meant)
        if not line.blank or meant:
            kept.append(replace(line, block=block))
    return [replace(line, no=no) for no, line in enumerate(kept, 1)], [line.no for line in kept]


def renumbered(minutes: ParsedMinutes, numbers: Sequence[int]) -> ParsedMinutes:
    """The same facts with the printed line numbers; ``numbers[n - 1]`` is the printed one of n."""

    def span(lines: Lines) -> Lines:
        return numbers[lines[0] - 1], numbers[lines[1] - 1]

    def moved(one: Any) -> Any:
        return replace(one, lines=span(one.lines))

    meeting = minutes.meeting
    return replace(
        minutes,
        meeting=replace(meeting, lines={name: span(at) for name, at in meeting.lines.items()}),
        attendances=tuple(map(moved, minutes.attendances)),
        approvals=tuple(map(moved, minutes.approvals)),
        items=tuple(
            replace(
                moved(item),
                decisions=tuple(map(moved, item.decisions)),
                assignments=tuple(map(moved, item.assignments)),
            )
            for item in minutes.items
        ),
        mentions=tuple(map(moved, minutes.mentions)),
        remarks=tuple(
            replace(one, line=numbers[one.line - 1] if one.line else None)
            for one in minutes.remarks
        ),
    )
