"""The remarks of a meeting's file: settling one, and taking that back.

A settled remark keeps what was answered, by whom and when, the version that the answer made, and
what is needed to open it again.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from intake.confidence import ABOUT
from intake.models import SourceFile, SourceState
from minutes.models import Meeting
from minutes.publishing import obstacles
from people.models import Person

SETTLED = {"answer", "by", "at", "version", "before"}
# Whoever corrects the text of an item has not said which of it is a decision.
NOT_BY_EDITING = {"undecided-paragraph", "text-cut-off"}
WAITING = {SourceState.NEEDS_REVIEW, SourceState.PARSED}


def current_file(meeting: Meeting) -> SourceFile | None:
    """The file that the meeting's facts come from, without its text."""
    files = meeting.source_files.current().defer("document", "parsed")
    return files.first()


def settle(
    source: SourceFile, number: int, answer: str, by: Any, version: int, **before: Any
) -> None:
    """Close the remark at that place of the list, in the edit that makes ``version``.

    ``before`` is what ``take_back`` needs beside: people whose names were changed.
    """
    row = source.remarks[number]
    source.remarks[number] = {
        **row,
        "open": False,
        "answer": answer,
        "by": by.get_username() if by else "",
        "at": timezone.now().isoformat(timespec="seconds"),
        "version": version,
        "before": {"open": row.get("open", False), **before},
    }
    weigh(source)


def settle_answered(meeting: Meeting, codes: set[str], by: Any, version: int) -> None:
    """Close the open remarks with these codes, since an edit of the meeting has answered them."""
    source = current_file(meeting)
    for number, row in enumerate(source.remarks if source else ()):
        if row["code"] in codes and row.get("open"):
            settle(source, number, "edited", by, version)


def settle_edited(meeting: Meeting, kind: str, row: Any, fields: list[str], by: Any) -> None:
    """Close the questions about fields of a row that a person has just set."""
    source = current_file(meeting)
    for number, remark in enumerate(source.remarks if source else ()):
        is_about = any((kind, name) in _settled_by(remark["code"]) for name in fields)
        if is_about and remark.get("open") and _is_at(remark.get("line"), row):
            settle(source, number, "edited", by, meeting.version + 1)


def _settled_by(code: str) -> set[tuple[str, str]]:
    return set() if code in NOT_BY_EDITING else ABOUT.get(code, set())


def _is_at(line: int | None, row: Any) -> bool:
    if isinstance(row, Meeting):
        return True
    return line is not None and bool(row.first_line) and row.first_line <= line <= row.last_line


def take_back(meeting: Meeting, version: int) -> None:
    """Open again what the edit that made this version had settled."""
    source = current_file(meeting)
    if source is None:
        return
    for number, row in enumerate(source.remarks):
        if row.get("version") == version:
            _take_back_people(row["before"])
            rest = {name: value for name, value in row.items() if name not in SETTLED}
            source.remarks[number] = {**rest, "open": row["before"]["open"]}
    weigh(source)


def bring_back_people(meeting: Meeting, version: int) -> None:
    """Make those again whom an answer had found to be somebody else; rows may lead to them."""
    source = current_file(meeting)
    for row in source.remarks if source else ():
        if row.get("version") == version and "removed" in row["before"]:
            Person(**row["before"]["removed"]).save(force_insert=True)


def weigh(source: SourceFile) -> None:
    """Store the remarks, and whether the file still waits for a person."""
    if source.state in WAITING and source.is_current:
        meeting = Meeting.objects.select_related("body").get(pk=source.meeting_id)
        is_open = any(row.get("open") for row in source.remarks)
        waits = is_open or obstacles(meeting)
        source.state = SourceState.NEEDS_REVIEW if waits else SourceState.PARSED
    source.save(update_fields=["remarks", "state"])


def _take_back_people(before: dict[str, Any]) -> None:
    """Forget a name that the answer gave to a person, and a person that it had made."""
    if "named" in before:
        person = Person.objects.get(pk=before["named"])
        person.other_names = [name for name in person.other_names if name != before["name"]]
        person.save(update_fields=["other_names"])
    if "added" in before:
        remove_unused(Person.objects.get(pk=before["added"]))


def remove_unused(person: Person) -> bool:
    """Delete a person that no meeting mentions; False if one does."""
    relations = (person.attendances, person.approvals, person.assignments)
    if any(relation.exists() for relation in relations):
        return False
    person.delete()
    return True
