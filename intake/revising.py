"""Bringing a meeting in line with another reading, as far as somebody has chosen.

Call it inside ``saving``. What is not chosen stays as it is; what stays points to its lines in
the new reading, and to none where that does not have it.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from decisions.models import Assignment, Decision
from intake.assigning import Assigner
from intake.comparing import APPROVAL, ATTENDANCE, DECISION, ITEM, MEETING, Comparison, RowPair
from intake.editing.decisions import free_address
from intake.editing.items import free_anchor
from intake.editing.rows import change, insert, place, take_out
from intake.matching import Bodies, Organizations
from intake.parsing.minutes import ParsedMinutes
from intake.recognising import Participants, Printed, recognise
from intake.storing import ORIGIN, source_lines, store_mentions
from intake.suggesting import suggest_topics
from minutes.models import AgendaItem, Approval, Attendance, Meeting

NO_LINES = {"first_line": None, "last_line": None}
LINES = tuple(NO_LINES)


class Revision:
    """One meeting being revised; ``chosen`` are the keys of the differences to take over."""

    def __init__(self, meeting: Meeting, minutes: ParsedMinutes, chosen: Container[str]) -> None:
        self.meeting = meeting
        self.minutes = minutes
        self.chosen = chosen
        self.bodies = Bodies()
        self.organizations = Organizations()
        self.before: dict[tuple[str, Any], Any] = {}  # the row that the next one goes behind

    def carry_out(self, comparison: Comparison) -> None:
        for pair in comparison.pairs:
            if pair.kind == MEETING:
                self._meeting(pair)
            elif pair.columns is None:
                self._gone(pair)
            elif pair.row is None:
                self._added(pair)
            else:
                self._changed(pair)
            if pair.row is not None:
                self.before[pair.kind, pair.parent and pair.parent.key] = pair.row
        self.meeting.mentioned.all().delete()  # which nobody edits: those of the new reading hold
        store_mentions(self.meeting, self.minutes.mentions, self.bodies)

    def _wanted(self, pair: RowPair) -> dict[str, Any]:
        return {
            name: value
            for name, value in (pair.columns or {}).items()
            if f"{pair.key}-{name}" in self.chosen
        }

    def _meeting(self, pair: RowPair) -> None:
        values = self._wanted(pair)
        if "body" in values:
            values["body"] = self.bodies.find_or_add(self.minutes.meeting.body)
        self.meeting.origins = {**self.meeting.origins, **dict.fromkeys(values, ORIGIN)}
        self.meeting.source_lines = source_lines(self.minutes.meeting)
        for name, value in values.items():
            setattr(self.meeting, name, value)
        self.meeting.save(update_fields=[*values, "origins", "source_lines"])

    def _changed(self, pair: RowPair) -> None:
        values = self._wanted(pair)
        old_due = getattr(pair.row, "due_date", None)
        if pair.kind == ATTENDANCE and "printed_organization" in values:
            printed = values["printed_organization"]
            values["organization"] = self.organizations.find_or_add(printed)
        pair.row.edited = [name for name in pair.row.edited if name not in values]
        lines = {name: (pair.columns or {})[name] for name in LINES}
        change(pair.row, {**values, **lines}, by_hand=False)
        pair.row.save(update_fields=["edited"])
        if pair.kind == DECISION:
            self._decision_changed(pair, values, old_due)

    def _decision_changed(self, pair: RowPair, values: dict[str, Any], old_due: Any) -> None:
        if f"{pair.key}-organizations" in self.chosen:
            pair.row.organizations.set(self.organizations.all_of(pair.organizations))
        if "due_date" in values:
            # Those that had the old date; one that somebody has moved since stays.
            same = Assignment.objects.filter(decision=pair.row, due_date=old_due)
            same.update(due_date=values["due_date"])

    def _gone(self, pair: RowPair) -> None:
        if pair.parent and pair.parent.row is None:
            pair.row = None  # it went with its item
        elif pair.key not in self.chosen:
            change(pair.row, NO_LINES, by_hand=False)
        else:
            take_out(self._rows(pair), pair.row)
            pair.row = None

    def _added(self, pair: RowPair) -> None:
        if pair.key not in self.chosen or (pair.parent and pair.parent.row is None):
            return
        make = {
            ATTENDANCE: self._attendance,
            APPROVAL: self._approval,
            ITEM: self._item,
            DECISION: self._decision,
        }
        pair.row = make[pair.kind](pair)

    def _attendance(self, pair: RowPair) -> Attendance:
        organization = self.organizations.find_or_add(pair.parsed.organization)
        printed = Printed(pair.parsed.name, organization, pair.parsed.lines[0])
        row = Attendance(
            meeting=self.meeting,
            person=recognise([printed]).people[0],
            organization=organization,
            **(pair.columns or {}),
        )
        return self._insert(pair, row)

    def _approval(self, pair: RowPair) -> Approval:
        person = self._participants().named(pair.parsed.name)
        row = Approval(meeting=self.meeting, person=person, **(pair.columns or {}))
        return self._insert(pair, row)

    def _item(self, pair: RowPair) -> AgendaItem:
        row = AgendaItem(meeting=self.meeting, **(pair.columns or {}))
        row.anchor = free_anchor(row, self._predecessor(pair))
        self._insert(pair, row)
        suggest_topics([row], [])
        return row

    def _decision(self, pair: RowPair) -> Decision:
        item = pair.parent.row if pair.parent else None
        row = Decision(item=item, public_id=free_address(), **(pair.columns or {}))
        self._insert(pair, row)
        row.organizations.set(self.organizations.all_of(pair.organizations))
        assigner = Assigner(
            self._participants(), self.organizations, self.bodies, self.meeting.body
        )
        day = self.meeting.start_date
        Assignment.objects.bulk_create(assigner.of_decision(row, pair.parsed, day))
        suggest_topics([], [row])
        return row

    def _insert(self, pair: RowPair, row: Any) -> Any:
        rows, before = self._rows(pair), self._predecessor(pair)
        insert(rows, row, before)
        if before is None:
            place([row, *rows.exclude(pk=row.pk).order_by("position")])
        return row

    def _predecessor(self, pair: RowPair) -> Any:
        return self.before.get((pair.kind, pair.parent and pair.parent.key))

    def _rows(self, pair: RowPair) -> Any:
        if pair.kind == DECISION:
            return Decision.objects.filter(item=pair.parent.row if pair.parent else None)
        kinds = {ATTENDANCE: Attendance, APPROVAL: Approval, ITEM: AgendaItem}
        return kinds[pair.kind].objects.filter(meeting=self.meeting)

    def _participants(self) -> Participants:
        rows = list(self.meeting.attendances.select_related("organization", "person").in_order())
        printed = [
            Printed(one.printed_name, one.organization, one.first_line or 0) for one in rows
        ]
        return Participants(printed, [one.person for one in rows])
