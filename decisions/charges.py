"""Who is to do what a decision asks for, by when, and how it stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from decisions.models import Decision, Standing, Status
from minutes.templatetags.swedish_dates import plain_date
from people.models import Body, Organization, Person


@dataclass(frozen=True)
class Charge:
    """Those who have one date and one status in common; without status nobody follows it up.

    ``responsible`` may be the printed words, or nobody.
    """

    responsible: tuple[Person | Organization | Body | str, ...]
    due_date: date | None
    due_text: str
    status: Status | None

    @property
    def who(self) -> str:
        return ", ".join(map(str, self.responsible))

    @property
    def when(self) -> str:
        """The day, or the printed words where there is none."""
        return plain_date(self.due_date) or self.due_text

    @property
    def standing(self) -> str:
        """``pågår``; empty where nobody follows it up."""
        return str(self.status.label).lower() if self.status else ""


def charges(decision: Decision) -> list[Charge]:
    """In the order of its assignments; without any, what is printed of who and when."""
    together = defaultdict(list)
    for one in decision.assignments.all():
        if one.standing == Standing.REJECTED:
            continue
        together[one.due_date, one.due_text, Status(one.status)].append(one.responsible)
    if together:
        return [Charge(tuple(filter(None, who)), *rest) for rest, who in together.items()]
    words = tuple(decision.responsible_text)
    if words or decision.due_date or decision.due_text:
        return [Charge(words, decision.due_date, decision.due_text, None)]
    return []
