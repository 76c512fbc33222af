"""Who is to do something because of a decision, as far as the decision says so."""

from __future__ import annotations

from typing import Any

from decisions.models import Assignment, Decision
from intake.matching import Bodies, Organizations
from intake.parsing.minutes import ALL_MEMBERS, ParsedDecision
from intake.recognising import Participants
from people.models import Body, Organization


class Assigner:
    """Looks for the printed words of decisions among the participants, then in the archive."""

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

    def assignments(self, decision: Decision, parsed: ParsedDecision) -> list[Assignment]:
        """One for each who is named, or for each member that is asked; none without who or when.

        Where only a date is stated, nobody is guessed: one assignment without a name.
        """
        if not parsed.responsible and not parsed.due:
            return []
        owners = [self._owner(words) for words in parsed.responsible]
        if not owners and parsed.concerns == ALL_MEMBERS:
            owners = [{"responsible_organization": one} for one in self._all_members()]
        return [
            Assignment(
                decision=decision,
                due_date=parsed.due,
                due_text=parsed.due_text or "",
                **owner,
            )
            for owner in owners or [{}]
        ]

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
