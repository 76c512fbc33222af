"""The whole reading of one document: front page, items, signatures, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from intake.parsing.agenda import DAY, find_headings
from intake.parsing.assignments import in_prose
from intake.parsing.attendance import read_attendances
from intake.parsing.body import with_heads
from intake.parsing.checks import check
from intake.parsing.claims import claim, unclaimed
from intake.parsing.coming import with_next
from intake.parsing.decided import of_decision
from intake.parsing.decisions import find_decisions
from intake.parsing.front import Front, read_front
from intake.parsing.heading import read_heading
from intake.parsing.headings import Heading
from intake.parsing.item_tables import opened_items, without_tasks
from intake.parsing.layout import ground
from intake.parsing.mentioned import mentioned
from intake.parsing.minutes import (
    CHAIR,
    ParsedApproval,
    ParsedAttendance,
    ParsedDecision,
    ParsedItem,
    ParsedMinutes,
    Remark,
)
from intake.parsing.misread import restored
from intake.parsing.outcome import is_tabled, is_withdrawn
from intake.parsing.paragraphs import Paragraph, flow, measure, paragraphs
from intake.parsing.side_labels import opened
from intake.parsing.signatures import from_front, read_signatures, signature_start, without_chair
from intake.parsing.spacing import closed_up, is_double_spaced, renumbered
from intake.parsing.stated import Found
from intake.parsing.task_tables import Table, task_tables
from intake.parsing.tasks import (
    read_concern,
    read_due,
    read_organizations,
    read_responsible,
    stated_due,
    stated_responsible,
)
from intake.parsing.typed_marks import unmarked
from intake.text.document import HEADER, HEADING, Document, Line

VERSION = 1
TYPED = ("text/plain", "text/markdown")  # other files part their paragraphs themselves


def parse(document: Document) -> ParsedMinutes:
    """Read the minutes. Facts that the source does not state are None or empty, with a remark."""
    lines = unmarked(restored(flow(document.lines)))
    heads = [line for line in document.lines if line.role == HEADER and line.page == 1]
    if document.media in TYPED and is_double_spaced(lines):
        closed, numbers = closed_up(lines)
        minutes = renumbered(_read(closed, ()), numbers)
    else:
        minutes = _read(lines, heads)
    claims = claim(minutes, document.lines)
    return replace(minutes, claims=claims, unclaimed=unclaimed(document.lines, claims))


def _read(lines: Sequence[Line], heads: Sequence[Line]) -> ParsedMinutes:
    """``heads`` are the running heads of the first page: some papers print their title there."""
    width = measure(lines)
    lines = opened_items(list(lines))
    headings = find_headings(lines, width)
    lines = _with_headings(lines, headings)
    begin = headings[0].at if headings else len(lines)
    last = headings[-1].at + headings[-1].size if headings else 0
    end = signature_start(lines, last)
    end = len(lines) if end is None else end
    front = with_heads(read_front(lines[: min(begin, end)]), heads)
    meeting, printed = read_heading(front, heads)
    attendances = read_attendances(front) or read_attendances(read_front(lines[end:]))
    approvals = _approvals(_signed(lines[end:], attendances), front, attendances)
    day = meeting.start.date() if isinstance(meeting.start, datetime) else meeting.start
    items, undecided = _items(lines, headings, end, width, attendances, day)
    meeting = with_next(meeting, without_tasks(lines[begin:end]))
    ended = meeting.end.date() if isinstance(meeting.end, datetime) else meeting.end
    told = mentioned(without_tasks(lines[begin:end]), meeting.body, day, ended)
    minutes = ParsedMinutes(meeting, tuple(attendances), tuple(approvals), items, told)
    return replace(minutes, remarks=(*check(minutes, printed), *undecided))


def _with_headings(lines: list[Line], headings: Sequence[Heading]) -> list[Line]:
    """A line that only its place told for a heading is one to all that comes after."""
    for one in (one for one in headings if one.style == "heading"):
        lines[one.at] = replace(lines[one.at], kind=HEADING)
    return lines


def _signed(closing: Sequence[Line], attendances: list[ParsedAttendance]) -> Sequence[Line]:
    """The closing lines above a list of those present that stands after the signatures."""
    listed = min((one.lines[0] for one in attendances), default=0)
    above = [line for line in closing if line.no < listed]
    return above or closing


def _approvals(
    closing: Sequence[Line], front: Front, attendances: list[ParsedAttendance]
) -> list[ParsedApproval]:
    """Those who signed at the end, else on the front page.

    A role that neither signs is taken from the labels.
    """
    approvals: list[ParsedApproval] = []
    known = frozenset(one.name.casefold() for one in attendances)
    signed = (read_signatures(part, known) for part in (closing, front.signatures))
    for source in (*signed, from_front(front)):
        missing = {"recorder", "approver"} - {one.role for one in approvals}
        approvals.extend(one for one in source if one.role in missing)
    chairs = {one.name.casefold() for one in attendances if CHAIR in one.roles}
    return without_chair(approvals, chairs)


def _items(
    lines: Sequence[Line],
    headings: list[Heading],
    end: int,
    width: int,
    attendances: list[ParsedAttendance],
    day: date | None,
) -> tuple[tuple[ParsedItem, ...], list[Remark]]:
    ends = [*(one.at for one in headings[1:]), end][: len(headings)]
    items, remarks = [], []
    setting = ground(lines[headings[0].at : end] if headings else ())
    for heading, stop in zip(headings, ends, strict=True):
        body = opened(lines[heading.at + heading.size : stop])
        written = paragraphs([one for one in body if not DAY.match(one.text)], width, setting)
        tables = task_tables(body, attendances, day)
        item, found = _item(lines, heading, written, tables, attendances, day)
        items.append(item)
        remarks.extend(found)
    return tuple(items), remarks


def _item(
    lines: Sequence[Line],
    heading: Heading,
    written: list[Paragraph],
    tables: list[Table],
    attendances: list[ParsedAttendance],
    day: date | None,
) -> tuple[ParsedItem, list[Remark]]:
    found, remarks, marks = find_decisions(
        written, formal=heading.style == "§", names=_first_names(attendances)
    )
    decided = {(one.first, one.last) for one in found}
    text = [one.text for one in written if one not in marks and not _states(one, found)]
    last = max((one.last for one in written), default=lines[heading.at + heading.size - 1].no)
    decisions = tuple(_decision(one, attendances, day) for one in found)
    given = (one for number, it in enumerate(decisions) for one in of_decision(number, it, day))
    apart = frozenset(decided | {one.lines for one in tables})
    said = [one.text for one in decisions]
    told = in_prose(written, apart, attendances, day, heading.title, said)
    listed = (row for one in tables for row in one.rows)
    item = ParsedItem(
        number=heading.number,
        title=heading.title,
        day=heading.day,
        tabled=is_tabled(written, decided),
        withdrawn=is_withdrawn(written, decided),
        text="\n\n".join(text),
        lines=(lines[heading.at].no, last),
        decisions=decisions,
        assignments=(*given, *told, *listed),
    )
    return item, remarks


def _states(paragraph: Paragraph, found: Sequence[Found]) -> bool:
    """Whether a decision is what the paragraph says; a row of a table may print several."""
    same = (one for one in found if (one.first, one.last) == paragraph.lines)
    return any(one.text in paragraph.text for one in same)


def _first_names(attendances: Sequence[ParsedAttendance]) -> frozenset[str]:
    return frozenset(one.name.split()[0].casefold() for one in attendances)


def _decision(
    found: Found, attendances: list[ParsedAttendance], day: date | None
) -> ParsedDecision:
    due, due_text = stated_due(found.due, day) or read_due(found.text, day)
    named = read_organizations(found.text)
    return ParsedDecision(
        text=found.text,
        responsible=stated_responsible(found.who, attendances)
        or read_responsible(found.text, attendances),
        due=due,
        due_text=due_text,
        organizations=named,
        concerns=read_concern(found.text),
        kind=_kind(found.text),
        lines=(found.first, found.last),
    )


def _kind(text: str) -> str:
    if re.search(r"\bbordlägg|\bbordlades\b", text, re.IGNORECASE):
        return "tabled"
    if re.search(r"\bi uppdrag\b|\buppdra", text, re.IGNORECASE):
        return "assigned"
    if re.search(
        r"\b(?:föreslår|föreslå|rekommenderar?|föreslås|överlämnar? till|tillstyrk)",
        text,
        re.IGNORECASE,
    ):
        return "recommended"
    if re.search(r"\b(?:till handlingarna|notera\w*|informationen)\b", text, re.IGNORECASE):
        return "noted"
    return "decided"
