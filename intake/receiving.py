"""A file at the door: kept, read, and stored or refused, in one transaction of its own.

The bytes are safe on disk before any row is made, and each file that is handed in leaves a
Receipt. Handing in the same bytes again changes nothing, in whatever order and from however many
processes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.db import DataError, IntegrityError
from django.db.models import Max, QuerySet
from django.utils import timezone

from intake import originals
from intake.matching import Bodies
from intake.models import Receipt, ReceiptOutcome, SourceFile, SourceState, Tombstone
from intake.parsing import VERSION
from intake.parsing.minutes import ParsedMeeting, ParsedMinutes, Remark
from intake.paths import printable
from intake.questions import open_questions, remark_rows
from intake.reading import Reading, read_minutes
from intake.stated import stated_row
from intake.storing import store
from intake.text import Unreadable
from intake.text.stored import document_row
from intake.turns import in_turn
from minutes.models import Meeting
from minutes.states import State
from people.models import Body

NOT_STORABLE = Unreadable(
    "not-storable",
    "Filen är sparad, men något i den är större än arkivet kan ta, så den gick inte att läsa in.",
)


IN_TRASH = "in-trash"
FILE_IN_TRASH = "Filen ligger i papperskorgen. Återställ den om den ska gälla igen."
MEETING_IN_TRASH = (
    "Samma möte ligger i papperskorgen med en annan fil. Återställ mötet för att ta ställning"
    " till den här."
)


@dataclass(frozen=True, slots=True)
class HandedIn:
    sha256: str
    size: int  # bytes
    name: str
    by: Any = None  # a user, or None for the command line


def receive(data: bytes, name: str, by: Any = None) -> Receipt:
    """Take one file in. The receipt says what became of it, and leads to the file and meeting.

    imported: a draft meeting was made. needs_review: likewise, but its body or date is not known,
    so it cannot be shown to others. new_version: the body has met that day already, and the file
    waits for a person to decide. rejected: no minutes could be read; the bytes are kept, unless
    they were purged before. Where what is there already lies in the trash, the reason says so.

    Raises OSError where the bytes cannot be kept (disk full), originals.Damaged, and
    django.db.DatabaseError where the database cannot be written. Nothing is half stored then.
    """
    if error := purged(hashlib.sha256(data).hexdigest()):
        return refuse(name, error, by)
    handed_in = HandedIn(originals.keep(data), len(data), printable(name), by)
    known = _known(handed_in)
    if known and known.state != SourceState.REJECTED:
        return in_turn(partial(_again, handed_in, known))
    try:
        reading = read_minutes(data, name)
    except Unreadable as error:
        return in_turn(_unless_settled(handed_in, partial(_reject, handed_in, error)))
    accept = partial(_accept, handed_in, reading.minutes, _stated(reading))
    try:
        return in_turn(_unless_settled(handed_in, accept))
    except (DataError, IntegrityError):
        # Tried three times: what the file says does not fit the columns.
        return in_turn(_unless_settled(handed_in, partial(_reject, handed_in, NOT_STORABLE)))


def refuse(name: str, error: Unreadable, by: Any = None) -> Receipt:
    """The receipt for a file whose bytes could not even be read."""
    return Receipt.objects.create(
        file_name=printable(name),
        outcome=ReceiptOutcome.REJECTED,
        reason_code=error.code,
        reason=error.sentence,
        received_by=by,
    )


def purged(sha256: str) -> Unreadable | None:
    """Why these bytes are not taken in again, if they were removed for ever."""
    stone = next(_rarely(Tombstone.objects.filter(sha256=sha256)), None)
    if stone is None:
        return None
    day = timezone.localdate(stone.purged_at)
    return Unreadable(
        "purged", f"Filen gallrades {day} och tas inte in igen. Skäl: {stone.reason}"
    )


def _known(handed_in: HandedIn) -> SourceFile | None:
    """The row of the same bytes, if they were taken in before."""
    same = SourceFile.objects.filter(sha256=handed_in.sha256).select_related("meeting")
    return next(_rarely(same.defer("document", "parsed")), None)


def _rarely(rows: QuerySet) -> Iterator[Any]:
    """Rows that most files do not have: to ask whether there are any takes a third of the time."""
    return iter(rows if rows.exists() else ())


def _unless_settled(
    handed_in: HandedIn, write: Callable[[SourceFile | None], Receipt]
) -> Callable[[], Receipt]:
    """``write``, unless another process has taken in the same bytes while we were reading.

    It is given the row that they got when they were rejected before: readers learn.
    """

    def checked() -> Receipt:
        if error := purged(handed_in.sha256):
            return refuse(handed_in.name, error, handed_in.by)
        known = _known(handed_in)
        if known and known.state != SourceState.REJECTED:
            return _again(handed_in, known)
        return write(known)

    return checked


def _again(handed_in: HandedIn, known: SourceFile) -> Receipt:
    why = {}
    if known.state == SourceState.TRASHED or _lies_in_trash(known.meeting):
        why = {"reason_code": IN_TRASH, "reason": FILE_IN_TRASH}
    return _receipt(handed_in, known, ReceiptOutcome.UNCHANGED, **why)


def _lies_in_trash(meeting: Meeting | None) -> bool:
    return meeting is not None and meeting.state == State.TRASHED


def _reject(handed_in: HandedIn, error: Unreadable, rejected: SourceFile | None) -> Receipt:
    why = {"reason_code": error.code, "reason": error.sentence}
    source = _keep_row(handed_in, rejected, state=SourceState.REJECTED, **why)
    return _receipt(handed_in, source, ReceiptOutcome.REJECTED, **why)


def _stated(reading: Reading) -> dict[str, Any]:
    """What the file says, as columns; made before it is this file's turn, since it takes time."""
    return {
        "media_type": reading.document.media,
        "document": document_row(reading.document),
        "parsed": stated_row(reading.minutes),
        "unclaimed": list(reading.minutes.unclaimed),
        "parser_version": VERSION,
    }


def _accept(
    handed_in: HandedIn,
    minutes: ParsedMinutes,
    stated: dict[str, Any],
    rejected: SourceFile | None,
) -> Receipt:
    bodies = Bodies()
    body = bodies.find_or_add(minutes.meeting.body)
    meeting = _held_already(body, minutes.meeting)
    if meeting:
        outcome, remarks = ReceiptOutcome.NEW_VERSION, [_another_version(meeting)]
        revision = 1 + (meeting.source_files.aggregate(last=Max("revision"))["last"] or 0)
    else:
        stored = store(minutes, handed_in.sha256, bodies, body)
        meeting, remarks, revision = stored.meeting, stored.remarks, 1
        addressable = meeting.body and meeting.start_date
        outcome = ReceiptOutcome.IMPORTED if addressable else ReceiptOutcome.NEEDS_REVIEW
    rows = remark_rows([*minutes.remarks, *remarks], minutes)
    waits = outcome != ReceiptOutcome.IMPORTED or open_questions(rows)
    source = _keep_row(
        handed_in,
        rejected,
        state=SourceState.NEEDS_REVIEW if waits else SourceState.PARSED,
        reason_code="",
        reason="",
        **stated,
        remarks=rows,
        meeting=meeting,
        revision=revision,
        is_current=outcome != ReceiptOutcome.NEW_VERSION,
    )
    if outcome == ReceiptOutcome.NEW_VERSION and _lies_in_trash(meeting):
        why = {"reason_code": IN_TRASH, "reason": MEETING_IN_TRASH}
        return _receipt(handed_in, source, outcome, **why)
    return _receipt(handed_in, source, outcome)


def _held_already(body: Body | None, meeting: ParsedMeeting) -> Meeting | None:
    """The body's meeting that day; with several, the one that began at the same time.

    Two files that do not name their body are taken for one meeting too: better that a person is
    asked than that it stands twice.
    """
    if meeting.start is None:
        return None
    day = meeting.start.date() if isinstance(meeting.start, datetime) else meeting.start
    clock = meeting.start.time() if isinstance(meeting.start, datetime) else None
    held = Meeting.objects.filter(body=body, start_date=day).order_by("sequence")
    same_day = list(_rarely(held))
    same_time = (one for one in same_day if one.start_time == clock)
    return next(same_time, None) or next(iter(same_day), None)


def _another_version(meeting: Meeting) -> Remark:
    return Remark(
        "new-version",
        f"{meeting} finns redan med en annan fil. Ska den här gälla i stället?",
    )


def _keep_row(handed_in: HandedIn, rejected: SourceFile | None, **columns: Any) -> SourceFile:
    """The file's row: a new one, or the one that it got when it was rejected before."""
    if rejected is None:
        return SourceFile.objects.create(
            sha256=handed_in.sha256,
            size=handed_in.size,
            file_name=handed_in.name,
            received_by=handed_in.by,
            **columns,
        )
    for name, value in columns.items():
        setattr(rejected, name, value)
    rejected.save(update_fields=columns)
    return rejected


def _receipt(
    handed_in: HandedIn, source: SourceFile, outcome: ReceiptOutcome, **why: str
) -> Receipt:
    return Receipt.objects.create(
        source_file=source,
        file_name=handed_in.name,
        received_by=handed_in.by,
        outcome=outcome,
        **why,
    )
