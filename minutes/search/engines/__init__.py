"""The two engines, one for each database; both answer the same question with the same entries.

An engine is a module: ``questions(expression)`` says in its language what must all be true, which
is asked by ``IN_ORDER`` of one entry after the other, in the order of the list until there are
enough. ``gathering(expression)`` says the same for who reads all that is found: the condition that
asks it, and groups of questions, of each of which one must be true.
``in_turn(expression)`` divides it for who reads until there is enough.
``insert(rows)`` stores entries with their lexemes, ``remove(keys)`` takes both away;
``stored(keys)`` reads the lexemes back, ``as_stored(rows)`` says what should be read, and
``strays()`` finds keys of the index that belong to no entry.
"""

from __future__ import annotations

from itertools import chain
from types import ModuleType
from typing import Any

from django.db import connections, models
from django.db.models import F, Func

from minutes.search.engines import postgresql, sqlite
from minutes.search.expression import Expression

BY_VENDOR = {"postgresql": postgresql, "sqlite": sqlite}


def engine(using: str = "default") -> ModuleType:
    return BY_VENDOR[connections[using].vendor]


class Matches(Func):
    """Whether an expression is true of an entry: a condition for ``filter`` and ``When``.

    ``gathered``: as it is best asked by who reads all that it is true of, not only the first.
    """

    def __init__(self, expression: Expression, *, gathered: bool = False) -> None:
        super().__init__(F("pk"), output_field=models.BooleanField())
        self.expression = expression
        self.gathered = gathered

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list]:
        return self._as_sql(compiler, postgresql)

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list]:
        return self._as_sql(compiler, sqlite)

    def _as_sql(self, compiler: Any, engine: ModuleType) -> tuple[str, list]:
        key, _ = compiler.compile(self.source_expressions[0])
        if self.gathered:
            condition, groups = engine.gathering(self.expression)
        else:
            condition = engine.IN_ORDER
            groups = [[one] for one in engine.questions(self.expression)]
        condition = condition.format(key=key, table=key.rpartition(".")[0])
        any_of = (f"({' OR '.join([condition] * len(group))})" for group in groups)
        return f"({' AND '.join(any_of)})", list(chain.from_iterable(groups))
