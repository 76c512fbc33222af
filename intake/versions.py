"""Versions of one meeting's minutes, and later readings of one file: a person decides.

A ``Candidate`` is a reading that waits beside what the archive shows. Nothing of it is taken over
unless somebody says so, field by field; every original stays where it is.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Any

from django.db.models import Max
from django.utils import timezone

from intake import originals
from intake.comparing import Comparison, compare
from intake.editing.saving import saving
from intake.matching import Bodies
from intake.models import Proposal, Settled, SourceFile, SourceState
from intake.parsing import VERSION
from intake.parsing.minutes import ParsedMinutes
from intake.questions import open_questions, remark_rows
from intake.reading import Reading, read
from intake.revising import Revision
from intake.stated import read_stated, stated_row
from intake.storing import store
from intake.text.stored import document_row
from intake.turns import in_turn
from minutes.models import Meeting

NEW_VERSION = "new-version"  # the remark that asks what a second file of a meeting is


@dataclass(frozen=True, slots=True)
class Candidate:
    """``proposal`` is set where the file that is shown was read anew."""

    source: SourceFile
    minutes: ParsedMinutes
    proposal: Proposal | None = None


def candidate(meeting: Meeting, source: int) -> Candidate | None:
    """The reading of that file which can be decided about; None if there is none."""
    found = meeting.source_files.filter(pk=source).exclude(state=SourceState.TRASHED).first()
    if found is None or (found.parsed is None and not found.is_current):
        return None
    if not found.is_current:
        return Candidate(found, read_stated(found.parsed))
    proposal = found.proposals.filter(outcome="").first()
    return Candidate(found, read_stated(proposal.parsed), proposal) if proposal else None


def reread(pk: int, version: int, by: Any) -> Proposal | None:
    """Read the meeting's file anew; None where that says what it said before.

    Raises Unreadable, FileNotFoundError and originals.Damaged with nothing changed.
    """
    source = SourceFile.objects.get(meeting=pk, is_current=True)
    reading = read(originals.load(source.sha256))
    with saving(pk, version, by, "reread"):
        source.proposals.filter(outcome="").update(
            outcome=Settled.DECLINED, settled_at=timezone.now(), settled_by=by
        )
        if _says_the_same(source, reading):
            return None
        return Proposal.objects.create(
            source_file=source,
            document=document_row(reading.document),
            parsed=stated_row(reading.minutes),
            remarks=remark_rows(reading.minutes.remarks, reading.minutes),
            unclaimed=list(reading.minutes.unclaimed),
            parser_version=VERSION,
            made_by=by,
        )


def _says_the_same(source: SourceFile, reading: Reading) -> bool:
    same_text = source.document == document_row(reading.document)
    return same_text and read_stated(source.parsed) == reading.minutes


def accept(
    pk: int, version: int, by: Any, source: int, chosen: Container[str]
) -> tuple[Meeting, Comparison]:
    """Take over the chosen differences; the reading is the one that the meeting shows after it."""
    with saving(pk, version, by, "version-accepted") as meeting:
        found = candidate(meeting, source)
        if found is None:
            raise SourceFile.DoesNotExist
        comparison = compare(meeting, found.minutes)
        if found.proposal:
            _take_reading(found.source, found.proposal, by)
        else:
            _make_current(meeting, found.source)
        Revision(meeting, found.minutes, chosen).carry_out(comparison)
    return meeting, comparison


def _take_reading(source: SourceFile, proposal: Proposal, by: Any) -> None:
    """The file keeps the new reading and the proposal the old one: neither is lost."""
    for name in ("document", "parsed", "remarks", "unclaimed", "parser_version"):
        old, new = getattr(source, name), getattr(proposal, name)
        setattr(source, name, new)
        setattr(proposal, name, old)
    source.remarks = _still_settled(source.remarks, proposal.remarks)
    source.state = _state(source.remarks)
    source.save()
    _settle(proposal, Settled.ACCEPTED, by)


def _still_settled(remarks: list[dict], earlier: list[dict]) -> list[dict]:
    """What somebody has answered is not asked again because the file was read again."""
    answered = {(one["code"], one["message"]): one for one in earlier if not one["open"]}
    return [
        {**answered.get((one["code"], one["message"]), {}), **one, "open": False}
        if (one["code"], one["message"]) in answered
        else one
        for one in remarks
    ]


def _make_current(meeting: Meeting, source: SourceFile) -> None:
    shown = meeting.source_files.filter(is_current=True)
    shown.update(is_current=False, replaced_at=timezone.now(), state=SourceState.PARSED)
    source.remarks = _without_the_question(source.remarks)
    source.is_current, source.replaced_at = True, None
    source.state = _state(source.remarks)
    source.save(update_fields=["remarks", "is_current", "replaced_at", "state"])


def decline(pk: int, version: int, by: Any, source: int) -> None:
    """Leave the meeting as it is; the file stays among its versions."""
    with saving(pk, version, by, "version-declined") as meeting:
        found = candidate(meeting, source)
        if found is None:
            raise SourceFile.DoesNotExist
        if found.proposal:
            _settle(found.proposal, Settled.DECLINED, by)
            return
        found.source.remarks = _without_the_question(found.source.remarks)
        found.source.state = SourceState.PARSED
        found.source.save(update_fields=["remarks", "state"])


def separate(pk: int, version: int, by: Any, source: int) -> Meeting:
    """Make the file another meeting of the same body and day: nobody's new version."""

    def write() -> Meeting:
        with saving(pk, version, by, "version-separated") as meeting:
            found = candidate(meeting, source)
            if found is None or found.proposal:
                raise SourceFile.DoesNotExist
            return _own_meeting(meeting, found)

    return in_turn(write)


def _own_meeting(meeting: Meeting, found: Candidate) -> Meeting:
    same_day = Meeting.objects.filter(body=meeting.body, start_date=meeting.start_date)
    last = same_day.aggregate(last=Max("sequence"))["last"] or 1
    source = found.source
    stored = store(found.minutes, source.sha256, Bodies(), meeting.body, sequence=last + 1)
    remarks = remark_rows([*found.minutes.remarks, *stored.remarks], found.minutes)
    source.meeting, source.revision, source.is_current = stored.meeting, 1, True
    source.remarks, source.state = remarks, _state(remarks)
    source.save(update_fields=["meeting", "revision", "is_current", "remarks", "state"])
    return stored.meeting


def _settle(proposal: Proposal, outcome: str, by: Any) -> None:
    proposal.outcome, proposal.settled_at, proposal.settled_by = outcome, timezone.now(), by
    proposal.save()


def _without_the_question(remarks: list[dict]) -> list[dict]:
    return [{**one, "open": one["open"] and one["code"] != NEW_VERSION} for one in remarks]


def _state(remarks: list[dict]) -> str:
    return SourceState.NEEDS_REVIEW if open_questions(remarks) else SourceState.PARSED
