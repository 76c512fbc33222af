"""What the parser says of one file: frozen facts, each with the lines that state it.

A ``Lines`` is (first, last), both counted from 1 and both included. Dates and times are local,
as printed; a ``When`` is a bare date where the source gives no time of day.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

Lines = tuple[int, int]
When = date | datetime

ORDINARY, EXTRA, PLANNING_CONFERENCE = "ordinary", "extra", "planning_conference"
PRESENT, ABSENT = "present", "absent"
CHAIR, SECRETARY = "chair", "secretary"

# How a decision concerns municipalities that it does not name.
NAMED, ALL_MEMBERS, JOINT = "named", "all_members", "joint"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a person should look at; the parser never repairs it."""

    code: str
    message: str  # one Swedish sentence for the secretary
    line: int | None = None


@dataclass(frozen=True, slots=True)
class ParsedMeeting:
    title: str | None = None
    body: str | None = None
    kind: str = ORDINARY
    start: When | None = None
    end: When | None = None
    location: str | None = None
    next_meeting: When | None = None
    lines: dict[str, Lines] = field(default_factory=dict)  # field name -> where it stands


@dataclass(frozen=True, slots=True)
class ParsedAttendance:
    name: str
    organization: str | None = None
    status: str = PRESENT
    roles: tuple[str, ...] = ()
    remote: bool = False
    items: tuple[str, ...] | None = None  # ("2",) only; ("4-",) from; ("-4",) up to; None: all
    note: str | None = None
    lines: Lines = (0, 0)


@dataclass(frozen=True, slots=True)
class ParsedDecision:
    text: str
    responsible: tuple[str, ...] = ()
    due: date | None = None
    due_text: str | None = None  # the printed words behind ``due``
    organizations: tuple[str, ...] = ()  # named in the text
    concerns: str = JOINT
    kind: str = "decided"  # decided, recommended, assigned, tabled or noted
    lines: Lines = (0, 0)


@dataclass(frozen=True, slots=True)
class ParsedAssignment:
    """What somebody is to do. ``text`` is empty where the item's ``decision`` (from 0) says it."""

    text: str
    lines: Lines
    kind: str = "task"  # task, reply, promise or postponed
    responsible: tuple[str, ...] = ()
    members: bool = False  # each member is asked
    due: date | None = None  # the last day that is in time
    due_precision: str = ""  # day, month, season, meeting, or "" where nothing tells when
    due_text: str | None = None
    decision: int | None = None


@dataclass(frozen=True, slots=True)
class ParsedItem:
    number: str
    title: str
    day: int | None = None
    tabled: bool = False
    withdrawn: bool = False
    text: str = ""  # paragraphs parted by a blank line
    lines: Lines = (0, 0)
    decisions: tuple[ParsedDecision, ...] = ()
    assignments: tuple[ParsedAssignment, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedApproval:
    name: str
    role: str  # recorder or approver
    day: int | None = None
    done: bool | None = None  # "Justerades" True, "Justeras" False, not said None
    lines: Lines = (0, 0)


@dataclass(frozen=True, slots=True)
class ParsedMention:
    """That the minutes speak of a meeting of a body on another day."""

    body: str  # "" where it is the one that met, and the file does not name it
    day: date
    kind: str  # held, planned, moved (from that day) or cancelled
    text: str  # the sentence
    lines: Lines = (0, 0)


@dataclass(frozen=True, slots=True)
class ParsedMinutes:
    meeting: ParsedMeeting = ParsedMeeting()
    attendances: tuple[ParsedAttendance, ...] = ()
    approvals: tuple[ParsedApproval, ...] = ()
    items: tuple[ParsedItem, ...] = ()
    mentions: tuple[ParsedMention, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unclaimed: tuple[int, ...] = ()  # non-blank lines that no field and no item accounts for
    claims: dict[str, tuple[int, ...]] = field(default_factory=dict)  # field -> its lines

    @property
    def recorder(self) -> str | None:
        return next((a.name for a in self.approvals if a.role == "recorder"), None)

    @property
    def approvers(self) -> tuple[str, ...]:
        return tuple(a.name for a in self.approvals if a.role == "approver")
