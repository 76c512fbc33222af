"""All forms of a meeting in document order, with how sure the archive is of each field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import OuterRef, Prefetch
from django.forms import BoundField
from django.urls import reverse

from decisions.assignments.models import AssignmentKind, Standing
from decisions.models import Assignment, Decision, DecisionTopic, ItemTopic, Topic
from intake.confidence import Confidence, Doubts, Lines
from intake.editing.meeting import EDITED
from intake.forms.items import (
    AssignmentForm,
    DecisionForm,
    ItemForm,
    SentenceForm,
    form_of_assignment,
)
from intake.forms.meeting import MeetingForm
from intake.forms.part import PartForm
from intake.forms.people import ApprovalForm, AttendanceForm
from minutes.enclosing import OF_AN_ORGANIZATION, enclosed, opened, put
from minutes.models import AgendaItem, Meeting
from minutes.sources import current_source
from people.models import Organization

_LINK = ("id", "topic_id", "origin")


@dataclass(frozen=True, slots=True)
class Field:
    """A field as the page shows it; ``lines`` of the source state it, or None."""

    bound: BoundField
    confidence: Confidence
    lines: Lines | None


@dataclass(slots=True)
class Part:
    """A part of the meeting with its form; ``row`` is None where it is to be added.

    ``kind`` is meeting, attendance, approval, item, decision or assignment; ``address`` is where
    the form is sent; ``parts`` hang on this one: an item's decisions and what its text gives
    somebody to do, a decision's assignments.
    """

    kind: str
    key: str
    form: PartForm
    row: Any
    address: str
    lines: Lines | None = None
    confidence: dict[str, Confidence] = field(default_factory=dict)  # by field
    field_lines: dict[str, Lines] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    is_first: bool = False
    is_last: bool = False

    @property
    def is_new(self) -> bool:
        return self.row is None

    @property
    def fields(self) -> list[Field]:
        return [
            Field(
                bound,
                self.confidence.get(bound.name, "sure"),
                self.field_lines.get(bound.name, self.lines),
            )
            for bound in self.form
        ]

    @property
    def to_check(self) -> bool:
        """Whether any of its fields is not sure, or a program proposes it."""
        return self.is_proposed or any(one != "sure" for one in self.confidence.values())

    @property
    def is_proposed(self) -> bool:
        return getattr(self.row, "standing", None) == Standing.PROPOSED

    @property
    def is_rejected(self) -> bool:
        return getattr(self.row, "standing", None) == Standing.REJECTED

    @property
    def proposed(self) -> list[Part]:
        """The proposals that hang on it and that nobody has seen yet."""
        return [part for part in _with_parts(self) if part.is_proposed]


@dataclass(slots=True)
class ReviewForms:
    """``items`` hold their decisions and these their assignments; the new_… are to be added."""

    meeting: Part
    attendances: list[Part]
    items: list[Part]
    approvals: list[Part]

    def __iter__(self) -> Iterator[Part]:
        """Every part, in the order of the minutes."""
        yield self.meeting
        for group in (self.attendances, self.items, self.approvals):
            for part in group:
                yield from _with_parts(part)

    @property
    def proposed(self) -> list[Part]:
        """The assignments that a program has found and that nobody has seen yet."""
        return [part for item in self.items for part in item.proposed]

    def find(self, key: str) -> Part | None:
        return next((part for part in self if part.key == key), None)


def forms_of(
    meeting: Meeting, bound: dict[str, PartForm] | None = None, source: Any = None
) -> ReviewForms:
    """The forms of a meeting, with the bound ones in their places by their key.

    ``source`` is the file that its facts come from, where the caller has it already.
    """
    return _Builder(meeting, bound or {}, source or current_source(meeting)).build()


class _Builder:
    """Makes the parts of one meeting; what many forms share is asked for once."""

    def __init__(self, meeting: Meeting, bound: dict[str, PartForm], source: Any) -> None:
        self._meeting, self._bound = meeting, bound
        self._doubts = Doubts(source)
        self._topics = list(Topic.objects.current().in_order())

    def build(self) -> ReviewForms:
        return ReviewForms(
            self._heading(),
            [*self._attendances(), self._new("attendance", AttendanceForm, "add_attendance")],
            self._items(),
            [*self._approvals(), self._new("approval", ApprovalForm, "add_approval")],
        )

    def _heading(self) -> Part:
        meeting = self._meeting
        stated = {name: tuple(lines) for name, lines in meeting.source_lines.items()}
        spans = list(stated.values())
        whole = (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None
        edited = {name for name, origin in meeting.origins.items() if origin == EDITED}
        part = self._part("meeting", "meeting", MeetingForm, meeting, "edit_meeting", [])
        part.lines, part.field_lines = whole, stated
        values = {name: part.form.initial.get(name) for name in part.form.fields}
        part.confidence = self._doubts.of("meeting", values, stated, edited)
        return part

    def _attendances(self) -> list[Part]:
        rows = self._meeting.attendances.in_order().select_related("person", "organization")
        return _in_a_row(
            self._stated("attendance", AttendanceForm, row, "edit_attendance") for row in rows
        )

    def _approvals(self) -> list[Part]:
        rows = self._meeting.approvals.in_order().select_related("person")
        return _in_a_row(
            self._stated("approval", ApprovalForm, row, "edit_approval") for row in rows
        )

    def _items(self) -> list[Part]:
        assignments = Assignment.objects.order_by("pk").select_related(
            "responsible_person", "responsible_organization", "responsible_body"
        )
        decisions = Decision.objects.order_by("position").annotate(
            link_rows=enclosed(DecisionTopic.objects.filter(decision=OuterRef("pk")), *_LINK),
            organization_rows=enclosed(
                Organization.objects.filter(decisions=OuterRef("pk")), *OF_AN_ORGANIZATION
            ),
        )
        links = enclosed(ItemTopic.objects.filter(item=OuterRef("pk")), *_LINK)
        rows = self._meeting.items.in_order().annotate(link_rows=links)
        both = (Prefetch("decisions", decisions), Prefetch("assignments", assignments))
        items = [_with_links(one) for one in rows.prefetch_related(*both)]
        parts = [self._item(row, items[:place]) for place, row in enumerate(items)]
        return [*_in_a_row(parts), self._new("item", ItemForm, "add_item", topics=self._topics)]

    def _item(self, row: AgendaItem, earlier: list[AgendaItem]) -> Part:
        shared = {"topics": self._topics, "earlier": earlier}
        part = self._stated("item", ItemForm, row, "edit_item", **shared)
        new = {"parent": row, "topics": self._topics}
        given = list(row.assignments.all())
        key, place = f"assignment-new-in-item-{row.pk}", [row.pk]
        part.parts = [
            *_in_a_row(self._decision(one, given) for one in row.decisions.all()),
            self._new("decision", DecisionForm, "add_decision", **new),
            *(self._assignment(one, part.lines) for one in given if one.decision_id is None),
            self._part("assignment", key, SentenceForm, None, "add_sentence", place),
        ]
        return part

    def _decision(self, row: Decision, given: list[Assignment]) -> Part:
        """``given`` are the assignments of its item."""
        part = self._stated("decision", DecisionForm, row, "edit_decision", topics=self._topics)
        own = (one for one in given if one.decision_id == row.pk)
        part.parts = [self._assignment(one, part.lines) for one in own]
        part.parts.append(self._new("assignment", AssignmentForm, "add_assignment", parent=row))
        return part

    def _assignment(self, row: Assignment, lines: Lines | None) -> Part:
        """Stated at lines of its own, else where its decision or its item is."""
        key, form = f"assignment-{row.pk}", form_of_assignment(row)
        part = self._part("assignment", key, form, row, "edit_assignment", [row.pk])
        part.lines = (row.first_line, row.last_line) if row.first_line else lines
        shown = _shown(part.form)
        if row.kind == AssignmentKind.POSTPONED or row.standing != Standing.PROPOSED:
            shown.pop("responsible")  # nobody need be; a person has seen that nobody is
        part.confidence = self._doubts.of("assignment", shown, {}, set(row.edited))
        return part

    def _stated(self, kind: str, form: type[PartForm], row: Any, view: str, **shared: Any) -> Part:
        """A part that stands at some lines of the source."""
        part = self._part(kind, f"{kind}-{row.pk}", form, row, view, [row.pk], **shared)
        if row.first_line:
            part.lines = (row.first_line, row.last_line)
        values = _shown(part.form)
        where = dict.fromkeys(values, part.lines)
        part.confidence = self._doubts.of(kind, values, where, set(row.edited))
        return part

    def _new(
        self, kind: str, form: type[PartForm], view: str, parent: Any = None, **shared: Any
    ) -> Part:
        key = f"{kind}-new-{parent.pk}" if parent else f"{kind}-new"
        return self._part(kind, key, form, None, view, [parent.pk] if parent else [], **shared)

    def _part(
        self,
        kind: str,
        key: str,
        form: type[PartForm],
        row: Any,
        view: str,
        arguments: list[int],
        **shared: Any,
    ) -> Part:
        address = reverse(view, args=[self._meeting.pk, *arguments])
        filled_in = self._bound.get(key) or form(key=key, row=row, **shared)
        return Part(kind, key, filled_in, row, address)


def _with_links(item: AgendaItem) -> AgendaItem:
    put(item, "topic_links", opened(ItemTopic, item.link_rows))
    for one in item.decisions.all():
        put(one, "topic_links", opened(DecisionTopic, one.link_rows))
        put(one, "organizations", opened(Organization, one.organization_rows))
    return item


def _shown(form: PartForm) -> dict[str, Any]:
    return {name: form.initial.get(name) for name in form.fields}


def _in_a_row(parts: Iterable[Part]) -> list[Part]:
    made = list(parts)
    if made:
        made[0].is_first = made[-1].is_last = True
    return made


def _with_parts(part: Part) -> Iterator[Part]:
    yield part
    for one in part.parts:
        yield from _with_parts(one)
