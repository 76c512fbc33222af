"""The words in which the index is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connections, models
from django.db.models import Case, Func, Q, Value, When

from minutes.search.engines import Matches, sqlite
from minutes.search.expression import EVERYTHING, Expression
from minutes.states import State
from minutes.visibility import states_visible_to

# Sorts: what ``sorted_by`` takes, and what stands in addresses.
RELEVANCE, NEWEST, OLDEST = "relevans", "nyast", "aldst"
ORDERS = {
    RELEVANCE: ["-tier", "-held", "position"],
    NEWEST: ["-held", "position"],
    OLDEST: ["held", "position"],
}


@dataclass(frozen=True)
class Place:
    """Where an entry stands in a sorted list; a page begins after one."""

    held: str
    position: int
    tier: int = 0


class _LookedUp(Func):
    """A column that is to be read in the row, not in an index: nearly all meetings are published.

    SQLite would go through all of these for the newest entries. PostgreSQL knows better.
    """

    template = "%(expressions)s"

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list]:
        return super().as_sql(compiler, connection, template="+%(expressions)s", **extra)


class SearchEntryQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> SearchEntryQuerySet:
        """Without what belongs to meetings that are hidden from the user."""
        known = self.alias(meeting_state=_LookedUp("meeting__state"))
        return known.filter(meeting_state__in=states_visible_to(user))

    def not_hidden_from(self, user: Any) -> SearchEntryQuerySet:
        """The same as ``visible_to``, for who reads all of them: few meetings are hidden, and it
        takes less to look into a short list of these than to find every meeting. SQLite makes no
        such list, and would look for each meeting among the hidden.
        """
        if connections[self.db].vendor == "sqlite":
            return self.visible_to(user)
        shown = states_visible_to(user)
        if not shown:
            return self.none()
        meetings = self.model._meta.get_field("meeting").related_model.objects
        hidden = meetings.filter(state__in=[one for one in State.values if one not in shown])
        return self.exclude(meeting__in=hidden.values("pk"))

    def matching(
        self, expression: Expression | None, *, gathered: bool = False
    ) -> SearchEntryQuerySet:
        """Those of which the expression is true; None asks for nothing and excludes nothing.

        ``gathered``: for who reads all of them.
        """
        if expression is None or expression == EVERYTHING:
            return self
        return self.filter(Matches(expression, gathered=gathered))

    def met(self, expression: Expression) -> SearchEntryQuerySet:
        """The same, one after the other as the index has them, for who stops when there are
        enough. SQLite would else gather all before it gives the first: 40,000 to count 10,000.
        Not for a question inside another: what is said of the index has no alias.
        """
        if connections[self.db].vendor == "sqlite":
            return sqlite.met(self, expression)
        return self.matching(expression, gathered=True)

    def with_tier(
        self, exact_in_title: Expression | None, exact: Expression | None
    ) -> SearchEntryQuerySet:
        """Each with ``tier``: 2 all words in the title as typed, 1 in the text, 0 the rest."""
        tiers = [(exact_in_title, 2), (exact, 1)]
        cases = [When(Matches(one), then=Value(tier)) for one, tier in tiers if one is not None]
        tier = Case(*cases, default=Value(0)) if cases else Value(0)
        return self.annotate(tier=tier)

    def sorted_by(self, order: str, after: Place | None = None) -> SearchEntryQuerySet:
        """In that order, from the one after a place; RELEVANCE needs ``with_tier``."""
        rest = self.filter(_after(order, after)) if after else self
        return rest.order_by(*ORDERS[order])


def _after(order: str, place: Place) -> Q:
    """Conditions that an index on (held, position) can be walked by."""
    direction = "gt" if order == OLDEST else "lt"
    # The first half says nothing new; it tells the database where to begin in its index.
    here = Q(**{f"held__{direction}e": place.held}) & (
        Q(**{f"held__{direction}": place.held}) | Q(position__gt=place.position)
    )
    return (Q(tier__lt=place.tier) | (Q(tier=place.tier) & here)) if order == RELEVANCE else here
