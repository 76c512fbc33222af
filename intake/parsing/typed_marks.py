"""Marks of Markdown before a numbered heading, where the file's reader left them as typed.

Notes are pasted from one program into another: "## 1. Budget" stands in a Word file, "##1. Budget"
and "*§ 4 Budget*" are no Markdown, and a program may set a bullet before "**1. Budget**". A mark
counts only before a number: what else stands between signs is the writer's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.text.document import HEADING, PARAGRAPH, Line

SIGNS = frozenset("#*_")
_NUMBER = (
    r"(?:\d{1,3}(?:\s?[.):–-]|\s+(?=[A-ZÅÄÖ]))|\d{1,4}\s?§|§|(?i:punkt|ärende|paragraf)\s+\d)"
)
HASHES = re.compile(rf"^#{{1,6}}\s*(?=[*_]{{0,3}}{_NUMBER})")
# "**1. Budget**", "**1.** Budget": the closing mark stands at the end, or behind the number.
EMPHASIS = re.compile(
    rf"^(?P<mark>[*_]{{1,3}})(?=\S)(?P<number>{_NUMBER}?[^*_]*?)(?P=mark)(?P<rest>.*)$"
)
NUMBERED = re.compile(rf"^{_NUMBER}")


def unmarked(lines: Sequence[Line]) -> list[Line]:
    """The lines, those with marks before a number as the headings that they were meant to be."""
    return [
        _heading(line) if line.text[:1] in SIGNS or (line.label and line.bold) else line
        for line in lines
    ]


def _heading(line: Line) -> Line:
    if line.label:
        return _without_bullet(line)
    hashes = HASHES.match(line.text)
    text = line.text[hashes.end() :] if hashes else line.text
    emphasis = EMPHASIS.match(text)
    if emphasis and NUMBERED.match(emphasis["number"]):
        text = emphasis["number"] + emphasis["rest"]
    elif not hashes:
        return line
    level = len(hashes.group().strip()) if hashes else 0
    return replace(_set(line, text.rstrip("# "), level), bold=bool(emphasis) or line.bold)


def _without_bullet(line: Line) -> Line:
    """A bullet before a bold number is the program's: the number counts the items."""
    return _set(line, line.text, 0) if NUMBERED.match(line.text) else line


def _set(line: Line, text: str, level: int) -> Line:
    cells = tuple(replace(cell, text=text) for cell in line.cells[:1])
    kind = HEADING if level else PARAGRAPH
    return replace(line, text=text, label="", cells=cells, kind=kind, level=level)
