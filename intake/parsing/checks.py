"""What does not add up: remarks for a person to settle. Nothing here changes a fact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from intake.parsing.dates import WEEKDAYS, PrintedDate
from intake.parsing.minutes import (
    ABSENT,
    PRESENT,
    ParsedAttendance,
    ParsedItem,
    ParsedMinutes,
    Remark,
)
from intake.parsing.organizations import is_organization
from intake.parsing.places import municipality

LONGEST_LAST_WORD = 20  # characters; the words below are short
CUT_OFF = re.compile(
    r"\b(?:mot|för|att|och|av|på|i|med|till|från|om|samt|som|en|ett|den|det|de|vid|under|"
    r"är|har|namng|enligt|eller|via)$",
    re.IGNORECASE,
)


def check(minutes: ParsedMinutes, printed: PrintedDate | None) -> tuple[Remark, ...]:
    """All contradictions and gaps of one file's minutes."""
    return (
        *_heading(minutes, printed),
        *_attendance(minutes.attendances),
        *_approvers(minutes),
        *_items(minutes.items),
    )


def _heading(minutes: ParsedMinutes, printed: PrintedDate | None) -> Iterator[Remark]:
    meeting = minutes.meeting
    line = (meeting.lines.get("start") or (None, None))[0]
    if not meeting.body:
        yield Remark("body-missing", "Vilket organ mötet gäller står inte i filen.")
    day = meeting.start.date() if isinstance(meeting.start, datetime) else meeting.start
    if day is None:
        yield Remark("date-missing", "Mötets datum står inte i filen.")
    elif printed and printed.contradicted(day):
        yield Remark(
            "weekday-mismatch",
            f"{printed.text} var en {WEEKDAYS[day.weekday()]}. Vilket stämmer?",
            line,
        )
    if (
        isinstance(meeting.start, datetime)
        and isinstance(meeting.end, datetime)
        and meeting.end <= meeting.start
    ):
        yield Remark("end-before-start", "Mötet slutar innan det börjar.", line)


def _attendance(attendances: Sequence[ParsedAttendance]) -> Iterator[Remark]:
    present = {one.name.casefold() for one in attendances if one.status == PRESENT}
    for one in attendances:
        if one.status == ABSENT and one.name.casefold() in present:
            yield Remark(
                "present-and-absent",
                f"{one.name} står både som närvarande och som frånvarande.",
                one.lines[0],
            )
        if (
            one.organization
            and not municipality(one.organization)
            and not _familiar(one.organization)
        ):
            yield Remark(
                "unknown-organization",
                f"{one.organization} är ingen känd kommun eller organisation.",
                one.lines[0],
            )
    if not attendances:
        yield Remark(
            "attendance-missing", "Vilka som var med står inte i filen, eller gick inte att läsa."
        )


def _familiar(name: str) -> bool:
    """Whether a name has the form of an organization; a misspelt municipality has not."""
    return is_organization(name.split("(")[0])


def _approvers(minutes: ParsedMinutes) -> Iterator[Remark]:
    if not minutes.attendances:
        return
    present = {one.name.casefold() for one in minutes.attendances if one.status == PRESENT}
    for approval in minutes.approvals:
        if approval.role == "approver" and approval.name.casefold() not in present:
            yield Remark(
                "approver-not-present",
                f"{approval.name} justerar men står inte som närvarande.",
                approval.lines[0],
            )


def _items(items: Sequence[ParsedItem]) -> Iterator[Remark]:
    if not items:
        yield Remark("items-missing", "Inga punkter på dagordningen gick att läsa.")
    counts = Counter(item.number for item in items if item.number)
    seen: set[str] = set()
    for item in items:
        if counts[item.number] > 1 and item.number in seen:
            yield Remark(
                "duplicate-item-number", f"Punkt {item.number} står mer än en gång.", item.lines[0]
            )
        seen.add(item.number)
        for block in re.split(r"\n\n", item.text):
            if CUT_OFF.search(block.rstrip()[-LONGEST_LAST_WORD:]) and len(block.split()) > 6:
                yield Remark(
                    "text-cut-off",
                    f"En mening slutar mitt i: ”… {' '.join(block.split()[-6:])}”",
                    item.lines[1],
                )
