"""Who is to do something because of a meeting, as far as its decisions and its text say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from decisions.models import Assignment, Decision
from intake.matching import Bodies, Organizations
from intake.parsing.decided import of_decision
from intake.parsing.minutes import ParsedAssignment, ParsedDecision
from intake.recognising import Participants
from minutes.models import AgendaItem
from people.models import Body, Organization


class Assigner:
    """Looks for the printed words among the participants, then in the archive."""

    def __init__(
        self,
        participants: Participants,
        organizations: Organizations,
        bodies: Bodies,
        body: Body | None,
    ) -> None:
        self._participants = participants
        self._organizations = organizations
        self._bodies = bodies
        self._body = body
        self._members: list[Organization] | None = None

    def assignments(
        self, item: AgendaItem, decisions: Sequence[Decision], told: Iterable[ParsedAssignment]
    ) -> Iterator[Assignment]:
        """Rows of an item, of which ``decisions`` are all, in order; nothing is written."""
        for one in told:
            decision = None if one.decision is None else decisions[one.decision]
            yield from self._rows(item, decision, one)

    def of_decision(
        self, decision: Decision, parsed: ParsedDecision, day: date | None
    ) -> list[Assignment]:
        """Rows of a decision that has come alone; ``day`` is its meeting's."""
        told = of_decision(0, parsed, day)
        return [row for one in told for row in self._rows(decision.item, decision, one)]

    def _rows(
        self, item: AgendaItem, decision: Decision | None, told: ParsedAssignment
    ) -> Iterator[Assignment]:
        """One for each who is named, or for each member that is asked.

        Where nobody is stated nobody is guessed: one assignment without a name.
        """
        first, last = told.lines
        stated = 1 <= first <= last
        for owner in self._owners(told) or [{}]:
            yield Assignment(
                item=item,
                decision=decision,
                text="" if decision else told.text,
                kind=told.kind,
                first_line=first if stated else None,
                last_line=last if stated else None,
                due_date=told.due,
                due_precision=told.due_precision,
                due_text=told.due_text or "",
                **owner,
            )

    def _owners(self, told: ParsedAssignment) -> list[dict[str, Any]]:
        if told.members:
            return [{"responsible_organization": one} for one in self._all_members()]
        return [self._owner(words) for words in told.responsible]

    def _owner(self, words: str) -> dict[str, Any]:
        """The printed words, with at most one link beside them."""
        links = {
            "responsible_person": self._participants.named(words),
            "responsible_organization": self._organizations.find(words),
            "responsible_body": self._bodies.find(words),
        }
        first = next(((name, found) for name, found in links.items() if found), None)
        return {"printed_responsible": words, **dict([first] if first else [])}

    def _all_members(self) -> list[Organization]:
        if self._members is None:
            self._members = list(self._body.members.in_order()) if self._body else []
        return self._members
