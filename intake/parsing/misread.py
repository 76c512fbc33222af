"""The section sign and years on scanned pages: the Swedish data of the OCR program has no §.

"§ 12" comes out as "$ 12", "&12", "8 12" or a bullet and a number. One such line tells nothing;
lines whose numbers count on from each other do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.text.document import PARAGRAPH, Line

OCR = "ocr"
SIGN = r"(?:[^\w\s(\"”,.-]{1,2}|[8S5B6](?=\s))"
SECTION = re.compile(rf"^{SIGN}\s?(?P<no>\d{{1,4}})\.?\s+(?P<title>[A-ZÅÄÖ].*)$")
GLUED = re.compile(r"^[8S](?P<no>\d{1,4})\.?\s+(?P<title>[A-ZÅÄÖ].*)$")
# "Eva Sten, Salem, $ 1-4": the paragraphs that somebody was there for.
SCOPE = re.compile(r"(?<=[,(])\s*[$&8S]{1,2}\s?(?=\d{1,4}(?:\s?[-–]\s?\d{1,4})?\)?$)")
# "2O21": no word has a letter O among the digits of a year.
YEAR = re.compile(r"\b2(?=\d?\d?[Oo])[0Oo][\dOo]{2}\b")
FEWEST = 2


def restored(lines: Sequence[Line]) -> list[Line]:
    """The lines with § put back where the numbers of a scan show that it stood, and years."""
    lines = [
        _with_years(line) if "2" in line.text and YEAR.search(line.text) else line
        for line in lines
    ]
    found = {at: read for at, line in enumerate(lines) if (read := _section(line))}
    run = _longest_run([(at, int(no)) for at, (no, _) in found.items()])
    if len(run) < FEWEST:
        return lines
    return [
        _with_text(line, "§ {} {}".format(*found[at])) if at in run else _with_scope(line)
        for at, line in enumerate(lines)
    ]


def _section(line: Line) -> tuple[str, str] | None:
    if line.origin != OCR or not line.text:
        return None
    printed = f"{line.label} {line.text}" if line.label else line.text
    match = SECTION.match(printed) or GLUED.match(printed)
    return (match["no"], match["title"].replace("\t", " ")) if match else None


def _longest_run(numbered: Sequence[tuple[int, int]]) -> set[int]:
    """The indexes of the longest run whose numbers rise by one each."""
    best: dict[int, list[int]] = {}
    for at, number in numbered:
        longer = [*best.get(number - 1, []), at]
        if len(longer) > len(best.get(number, [])):
            best[number] = longer
    longest: list[int] = []
    for run in best.values():
        longest = run if len(run) > len(longest) else longest
    return set(longest)


def _with_years(line: Line) -> Line:
    cells = tuple(replace(cell, text=_year(cell.text)) for cell in line.cells)
    return replace(line, text=_year(line.text), cells=cells)


def _year(text: str) -> str:
    return YEAR.sub(lambda found: found.group().upper().replace("O", "0"), text)


def _with_text(line: Line, text: str) -> Line:
    cell = replace(line.cells[0], text=text) if line.cells else None
    return replace(
        line, text=text, label="", kind=PARAGRAPH, cells=(cell,) if cell else (), raw=text
    )


def _with_scope(line: Line) -> Line:
    if line.origin != OCR or not SCOPE.search(line.text):
        return line
    cells = tuple(replace(cell, text=SCOPE.sub(" § ", cell.text)) for cell in line.cells)
    return replace(line, text=SCOPE.sub(" § ", line.text), cells=cells)
