"""Where items begin in minutes that number nothing: marked headings, else lines set as such.

Typed notes can set nothing: there a short line between a blank one and its text is a heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from intake.parsing.headings import Heading, tidy_title
from intake.parsing.labels import front_label, signature_label
from intake.parsing.layout import ground
from intake.parsing.names import looks_like_person
from intake.parsing.paragraphs import ENDS_SENTENCE, fits, measure, stands_alone
from intake.parsing.swedish import SECTIONS, TITLES_TOO
from intake.text.document import HEADING, Line

LONGEST_TITLE = 90  # characters
SHORTEST_PROSE = 40  # characters
LARGER = 1.08  # times the size of the running text
LONGEST_TYPED = 60  # characters of a heading that nothing but its place tells
MOST_WORDS = 8
FEWEST_TYPED = 2
# What stands alone and heads no item: a day of the meeting, a greeting, a rule, a bracket.
STANDS_OTHERWISE = re.compile(
    r"^(?:dag\s+\d|(?:mån|tis|ons|tors|fre|lör|sön)dag|den\s+\d|\d|hej|(?:med )?vänlig|"
    r"hälsning|\W)|"
    r"[.!?;]\s|@|\bhttp",
    re.IGNORECASE,
)


def unnumbered(lines: Sequence[Line]) -> list[Heading]:
    """The headings of the highest level below the first label of the front page."""
    marked = [at for at in _below_front(lines) if lines[at].kind == HEADING and _titles(lines[at])]
    highest = min((lines[at].level for at in marked), default=0)
    chosen = [at for at in marked if lines[at].level == highest] or _set_as_headings(lines)
    return [Heading(at, "", tidy_title(lines[at].text), "heading") for at in chosen]


def typed_headings(lines: Sequence[Line]) -> list[Heading]:
    """The headings of typed notes; none where only one line looks like that."""
    width = measure(lines)
    found = [at for at in _below_front(lines) if _is_typed_heading(lines, at, width)]
    if len(found) < FEWEST_TYPED:
        return []
    return [Heading(at, "", tidy_title(lines[at].text), "heading") for at in found]


def _is_typed_heading(lines: Sequence[Line], at: int, width: int) -> bool:
    line, text = lines[at], lines[at].text
    return (
        bool(text)
        and lines[at - 1].blank
        and text[0].isupper()
        and len(text) <= LONGEST_TYPED
        and len(text.split()) <= MOST_WORDS
        and len(line.cells) < 2
        and not line.label
        and not ENDS_SENTENCE.search(text)
        and not STANDS_OTHERWISE.search(text)
        and _titles(line)
        and (text.isupper() or not looks_like_person(text))
        and _stands_over_text(lines, at, width)
    )


def _stands_over_text(lines: Sequence[Line], at: int, width: int) -> bool:
    """Whether text or a list begins below, and not what the line itself goes on with."""
    below = next((one for one in lines[at + 1 :] if one.text), None)
    if below is None or (below.text[0].islower() and not below.label):
        return False
    if below is lines[at + 1] and not below.label and not fits(lines[at], below, width):
        return False  # the first line of a paragraph
    return bool(below.label) or _heads_text(lines, at)


def _below_front(lines: Sequence[Line]) -> range:
    first = next((at for at, line in enumerate(lines) if front_label(line)), 0)
    return range(max(first, 0) + 1, len(lines))


def _titles(line: Line) -> bool:
    """Whether a heading can name an item, and is no label or part of one."""
    return bool(line.text) and not (
        front_label(line) or signature_label(line) or _is_part(line.text)
    )


def _is_part(text: str) -> bool:
    bare = text.casefold().strip(" :*")
    return (bare in SECTIONS and bare not in TITLES_TOO) or bare.startswith("beslut")


def _set_as_headings(lines: Sequence[Line]) -> list[int]:
    """Short bold or larger lines above running text; of several sizes, the largest that recurs."""
    body, margin = _commonest_size(lines), ground(lines).indent
    shown = [
        at
        for at in _below_front(lines)
        if _is_display(lines[at], body, margin) and _heads_text(lines, at)
    ]
    sizes = Counter(round(lines[at].size) for at in shown)
    largest = max((size for size, count in sizes.items() if count > 1), default=None)
    return [at for at in shown if round(lines[at].size) == largest]


def _commonest_size(lines: Iterable[Line]) -> float:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _is_display(line: Line, body: float, margin: int) -> bool:
    text = line.text
    larger = line.origin == "text" and body and line.size >= LARGER * body
    return (
        bool(line.bold or larger)
        and text[:1].isupper()
        and len(text) <= LONGEST_TITLE
        and len(line.cells) < 2
        and not line.label
        and line.indent <= margin
        and not ENDS_SENTENCE.search(text)
        and _titles(line)
    )


def _heads_text(lines: Sequence[Line], at: int) -> bool:
    """Whether running text, or a part of an item, stands below: no names, no further list."""
    below = next((line for line in lines[at + 1 :] if line.text), None)
    if below is None:
        return False
    prose = len(below.text) >= SHORTEST_PROSE or bool(ENDS_SENTENCE.search(below.text))
    part = stands_alone(below.text) or (below.bold and below.size < lines[at].size)
    return part or (prose and len(below.cells) < 2)
