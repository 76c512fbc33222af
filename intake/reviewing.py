"""What a secretary has before them: the meetings that wait, and a source that leads to its parts.

Nothing is changed here; what is done about it has verbs of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from intake.forms import Part, ReviewForms
from intake.models import Proposal, SourceFile, SourceState
from intake.questions import open_questions
from minutes.models import Meeting
from minutes.publishing import obstacles
from minutes.states import State


@dataclass(slots=True)
class Waiting:
    """A meeting in the queue. ``versions``: files that may be newer ones of its minutes."""

    meeting: Meeting
    source: SourceFile | None = None
    versions: list[SourceFile] = field(default_factory=list)
    questions: int = 0
    obstacles: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of the source; ``part`` is the anchor of what was made of it, or empty."""

    number: int
    text: str
    part: str = ""


def waiting_meetings() -> QuerySet:
    """Drafts, and shown meetings with a question or a version to settle; the oldest first."""
    files = SourceFile.objects.waiting().values("meeting")
    reread = Proposal.objects.filter(outcome="").values("source_file__meeting")
    rows = Meeting.objects.exclude(state=State.TRASHED).select_related("body")
    waits = Q(state=State.DRAFT) | Q(pk__in=files) | Q(pk__in=reread)
    proposals = Prefetch("proposals", Proposal.objects.filter(outcome="").defer("document"))
    files = SourceFile.objects.exclude(state=SourceState.TRASHED).defer("document", "parsed")
    known = Prefetch("source_files", files.prefetch_related(proposals).order_by("pk"))
    return rows.filter(waits).prefetch_related(known).order_by("created_at", "pk")


def loose_files() -> QuerySet:
    """Files that belong to no meeting and wait, most of them because they cannot be read."""
    files = SourceFile.objects.unsettled().filter(meeting=None)
    return files.defer("document", "parsed").order_by("received_at", "pk")


def how_many_wait() -> int:
    both = (waiting_meetings(), loose_files())
    meetings, files = (rows.order_by().values("pk") for rows in both)
    return meetings.union(files, all=True).count()


def entry(meeting: Meeting) -> Waiting:
    """A meeting of ``waiting_meetings`` with what is to be done about it."""
    waiting = Waiting(meeting, obstacles=obstacles(meeting))
    for source in meeting.source_files.all():
        if source.is_current:
            waiting.source = source
            waiting.questions = open_questions(source.remarks)
        if _is_to_be_compared(source):
            waiting.versions.append(source)
    return waiting


def versions_of(meeting: Meeting) -> list[SourceFile]:
    """Files of the meeting that can be compared with what it shows, and wait for that."""
    proposed = Exists(Proposal.objects.filter(outcome="", source_file=OuterRef("pk")))
    is_other = Q(is_current=False, state=SourceState.NEEDS_REVIEW)
    files = meeting.source_files.exclude(state=SourceState.TRASHED).filter(is_other | proposed)
    return list(files.defer("document", "parsed").order_by("pk"))


def _is_to_be_compared(source: SourceFile) -> bool:
    is_other = not source.is_current and source.state == SourceState.NEEDS_REVIEW
    return is_other or bool(source.proposals.all())


def places(forms: ReviewForms) -> dict[int, str]:
    """{line: anchor} of the smallest part that stands there: a decision rather than its item."""
    found: dict[int, str] = {}
    spans = sorted(_spans(forms), key=lambda span: span[1] - span[0])
    for first, last, anchor in spans:
        for number in range(first, last + 1):
            found.setdefault(number, anchor)
    return found


def text_lines(source: SourceFile | None, leads_to: dict[int, str]) -> list[TextLine]:
    """Every line of the file, blank ones too."""
    rows: Iterable[dict[str, Any]] = (source.document or {}).get("lines", []) if source else []
    return [
        TextLine(row["no"], row["raw"].replace("\t", "    ").rstrip(), leads_to.get(row["no"], ""))
        for row in rows
    ]


def _spans(forms: ReviewForms) -> Iterator[tuple[int, int, str]]:
    for part in forms:
        yield from _fields(part) if part.kind == "meeting" else _whole(part)


def _fields(part: Part) -> Iterator[tuple[int, int, str]]:
    """Of the heading each field by itself."""
    for name, (first, last) in part.field_lines.items():
        if name in part.form.fields:
            yield first, last, part.form[name].auto_id


def _whole(part: Part) -> Iterator[tuple[int, int, str]]:
    if part.lines and not part.is_new:
        yield (*part.lines, part.key)
