"""From the bytes of one file to what they say, without the database."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import PurePath

from intake.confined import unreadable
from intake.extracting import extract
from intake.parsing import parse
from intake.parsing.minutes import ParsedMinutes
from intake.text import Unreadable
from intake.text.document import Document

log = logging.getLogger(__name__)

# Text that some program keeps for itself. It may quote minutes, and would then pass for some.
NO_MINUTES = {".json", ".jsonl", ".csv", ".xml", ".yaml", ".yml", ".svg", ".css", ".js", ".py"}
LEAST_EVIDENCE = 2  # of: a body, a date, names, items


@dataclass(frozen=True, slots=True)
class Reading:
    document: Document
    minutes: ParsedMinutes


def read(data: bytes) -> Reading:
    """Extract and parse. Raises Unreadable, whatever the bytes are.

    Raises OSError where this machine has no room or no process left: not the file's fault.
    """
    try:
        document = extract(data)
        return Reading(document, parse(document))
    except (Unreadable, OSError):
        raise
    except Exception as error:
        # A flaw in a reader must cost one file, not the two hundred after it; the bytes are
        # kept, and the log has the rest.
        log.exception("Reading failed")
        raise unreadable("reader-failed") from error


def read_minutes(data: bytes, name: str) -> Reading:
    """As ``read``, but text that is no minutes is refused as well, by its name or what it says."""
    reading = read(data)
    kind = PurePath(name).suffix.casefold()
    if kind in NO_MINUTES:
        raise Unreadable(
            "format",
            f"Filer av typen {kind[1:]} kan inte läsas. Spara protokollet som PDF eller"
            " Word (.docx) och försök igen.",
        )
    if _evidence(reading.minutes) < LEAST_EVIDENCE:
        raise Unreadable(
            "not-minutes",
            "Filen ser inte ut att vara ett protokoll: det som skulle visa organ, datum,"
            " deltagare och punkter går inte att hitta.",
        )
    return reading


def _evidence(minutes: ParsedMinutes) -> int:
    meeting = minutes.meeting
    return sum(map(bool, (meeting.body, meeting.start, minutes.attendances, minutes.items)))
