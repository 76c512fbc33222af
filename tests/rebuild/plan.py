"""What a secretary typed: the blocks of a document, cut out of its text with the text's own parse.

Line numbers of the parse say what each line is; the words are those of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from intake.parsing import parse, swedish
from intake.parsing.agenda import DAY, find_headings
from intake.parsing.front import Entry, read_front
from intake.parsing.headings import Heading
from intake.parsing.minutes import ParsedAttendance, ParsedMinutes
from intake.parsing.paragraphs import (
    ENDS_SENTENCE,
    RULE,
    Paragraph,
    flow,
    join,
    measure,
    paragraphs,
    stands_alone,
)
from intake.parsing.signature_lines import labels_on
from intake.parsing.signatures import signature_start
from intake.text import read_bytes
from intake.text.document import HEADING, TEXT_BOX, Line

LETTERHEAD, TITLE, FACT, GAP, DAY_HEAD = "letterhead", "title", "fact", "gap", "day"
ITEM, SUBHEAD, MARK, DECIDED, TEXT = "item", "subhead", "mark", "decided", "text"
SEPARATOR, SIGNED = "separator", "signed"
LONGEST_SUBHEAD = 60  # characters


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or a row with ``cells``; ``label`` is a bullet or a list number."""

    kind: str
    text: str = ""
    cells: tuple[str, ...] = ()
    label: str = ""
    number: str = ""
    style: str = ""
    level: int = 0
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    blocks: tuple[Block, ...]
    sender: tuple[str, ...] = field(default=())  # the lines of a text box beside the text


def plan(data: bytes) -> Plan:
    """The blocks of minutes in plain text or Markdown. Raises Unreadable as their reader does."""
    document = read_bytes(data)
    minutes, lines = parse(document), flow(document.lines)
    width = measure(lines)
    headings = find_headings(lines, width)
    last = headings[-1].at + headings[-1].size if headings else 0
    end = signature_start(lines, last) or len(lines)
    begin = headings[0].at if headings else end
    blocks = (
        *_front(lines[:begin], minutes, width),
        *_items(lines, headings, end, minutes, width),
        *_closing(lines[end:], minutes),
    )
    sender = tuple(line.text for line in document.lines if line.role == TEXT_BOX)
    return Plan(blocks, sender)


# --- The front page ---


def _front(lines: Sequence[Line], minutes: ParsedMinutes, width: int) -> Iterator[Block]:
    front = read_front(lines)
    entries = {entry.line.no: entry for entry in front.entries}
    title = minutes.meeting.lines.get("title", (0, -1))
    heads = [line for line in front.loose if line.text]
    for line in heads:
        titled = title[0] <= line.no <= title[1]
        text = line.cells[0].text  # beside it stands the mark of the page
        yield _separator(line) or Block(TITLE if titled else LETTERHEAD, text)
    if heads:
        yield Block(GAP)
    first = heads[-1].no if heads else 0
    yield from _facts([line for line in lines if line.no > first], entries, minutes, width)


def _facts(
    lines: Sequence[Line], entries: dict[int, Entry], minutes: ParsedMinutes, width: int
) -> Iterator[Block]:
    people: dict[int, list[ParsedAttendance]] = {}
    for one in minutes.attendances:
        people.setdefault(one.lines[0], []).append(one)
    done, loose, entry = 0, [], None
    for at, line in enumerate(lines):
        if line.no <= done:
            continue
        opens = entries.get(line.no)
        if opens or line.no in people:
            yield from _loose(loose, width)
            loose, entry = [], opens or entry
            rest, done = _value(lines, at, entry, people)
            yield _fact(line, opens, rest, people.get(line.no, []))
        else:
            loose.append(line)
    yield from _loose(loose, width)


def _value(
    lines: Sequence[Line], at: int, entry: Entry | None, people: dict[int, list[ParsedAttendance]]
) -> tuple[list[str], int]:
    """The texts of the lines that belong to the row at ``at``, and the number of the last."""
    own = people.get(lines[at].no, [])
    last = max((one.lines[1] for one in own), default=lines[at].no)
    texts = [line.text for line in lines[at:] if line.no <= last]
    if entry and entry.line.no == lines[at].no and not own and entry.label.value:
        for line in lines[at + 1 :]:
            if line.blank or not line.indent or line.no in people or line.label:
                break
            texts.append(line.text)
            last = line.no
    return texts, last


def _fact(line: Line, entry: Entry | None, texts: list[str], own: list[ParsedAttendance]) -> Block:
    value = entry.label.value if entry else line.text
    head = line.text.removesuffix(value).rstrip() if entry else ""
    apart = entry is not None and entry.kind == swedish.TIME_PLACE
    value = "\n".join([value, *texts[1:]]) if apart else join([value, *texts[1:]])
    if len(own) != 1 or own[0].name not in value:
        return Block(FACT, cells=(head, value) if value else (head,), bold=bool(head))
    name, rest = own[0].name, value.partition(own[0].name)[2]
    if value.startswith(name) and rest.strip() and rest.lstrip()[0] not in ",(":
        return Block(FACT, cells=(head, name, " ".join(rest.split())), bold=bool(head))
    return Block(FACT, cells=(head, " ".join(value.split())), bold=bool(head))


def _loose(lines: Sequence[Line], width: int) -> Iterator[Block]:
    for one in paragraphs([line for line in lines if not DAY.match(line.text)], width):
        yield from _paragraph(one, lines, {}, None)
    for line in lines:
        if DAY.match(line.text):
            yield Block(DAY_HEAD, line.text)


# --- The items ---


def _items(
    lines: Sequence[Line],
    headings: Sequence[Heading],
    end: int,
    minutes: ParsedMinutes,
    width: int,
) -> Iterator[Block]:
    ends = [*(one.at for one in headings[1:]), end][: len(headings)]
    decided = {
        no: one.lines
        for item in minutes.items
        for one in item.decisions
        for no in range(one.lines[0], one.lines[1] + 1)
    }
    for one, stop in zip(headings, ends, strict=True):
        own = lines[one.at : one.at + one.size]
        level = own[0].level if own[0].kind == HEADING else 0
        yield Block(ITEM, one.title, number=one.number, style=one.style, level=level)
        body = lines[one.at + one.size : stop]
        written = paragraphs([line for line in body if not DAY.match(line.text)], width)
        for paragraph, below in zip(written, [*written[1:], None], strict=True):
            yield from _paragraph(paragraph, body, decided, below)
        for line in body:
            if DAY.match(line.text):
                yield Block(DAY_HEAD, line.text)


def _paragraph(
    one: Paragraph,
    lines: Sequence[Line],
    decided: dict[int, tuple[int, int]],
    below: Paragraph | None,
) -> Iterator[Block]:
    first = next(line for line in lines if line.no == one.first)
    own = {decided[no] for no in range(one.first, one.last + 1) if no in decided}
    if RULE.match(one.text):
        yield Block(SEPARATOR)
    elif len(own) > 1:  # each printed line is a decision by itself
        yield from (Block(DECIDED, text) for _, text in one.printed)
    elif own:
        yield Block(DECIDED, one.text, label=one.label)
    elif _is_mark(one.text):
        yield Block(MARK, one.text, italic=first.italic)
    elif one.heading or _is_subhead(one, below):
        yield Block(SUBHEAD, one.text, level=first.level)
    else:
        yield Block(TEXT, one.text, label=one.label, italic=first.italic)


def _is_mark(text: str) -> bool:
    return stands_alone(text) and "beslut" in text.casefold()


def _is_subhead(one: Paragraph, below: Paragraph | None) -> bool:
    if stands_alone(one.text):
        return True
    short = len(one.text) < LONGEST_SUBHEAD and not ENDS_SENTENCE.search(one.text)
    typed = one.text[:1].isupper() and not one.label and one.alone
    return short and typed and below is not None and len(below.text) > len(one.text)


def _separator(line: Line) -> Block | None:
    return Block(SEPARATOR) if RULE.match(line.text) else None


# --- The signatures ---


def _closing(lines: Sequence[Line], minutes: ParsedMinutes) -> Iterator[Block]:
    names = [one.name for one in (*minutes.approvals, *minutes.attendances)]
    for line in lines:
        if line.blank or not line.text:
            continue
        yield _separator(line) or Block(SIGNED, cells=_columns(line, names))


def _columns(line: Line, names: Iterable[str]) -> tuple[str, ...]:
    """The texts of a row: cut where a label or a name begins, else at its gaps."""
    at = {int(one.at) - line.indent for one in labels_on(line)} | {
        line.text.find(name) for name in names if name in line.text
    }
    if ":" in line.text:
        return (line.text,)
    starts = sorted({0, *at}) if len(at) > 1 else []
    ends = [*starts[1:], len(line.text)]
    cut = tuple(line.text[a:b].strip() for a, b in zip(starts, ends, strict=False))
    return tuple(filter(None, cut)) or tuple(
        filter(None, re.split(r"\t|\s{2,}", line.text.strip()))
    )
