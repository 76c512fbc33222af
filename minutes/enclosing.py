"""Rows that come enclosed in another row: one question brings it with the few that belong to it.

For what is short and shown on the page of one row, as a meeting's signatures; a list of rows of
any length is a question of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.db.models import F, Field, Func, JSONField, Model, QuerySet, Subquery
from django.db.models.functions import JSONObject

OF_AN_ORGANIZATION = ("id", "kind", "name", "slug", "name_sort")  # what pages show of one


class _List(Func):
    """All rows of a question as one value; no aggregate to Django, which would group by it."""

    function = "JSON_GROUP_ARRAY"
    output_field = JSONField()

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> tuple[str, Any]:
        return self.as_sql(compiler, connection, function="JSONB_AGG", **more)


def enclosed(rows: QuerySet, *fields: str) -> Subquery:
    """An annotation for ``opened``. ``person__slug`` brings that of the row it leads to.

    The order is lost; what is not among the ``fields`` is asked for when it is read.
    """
    told = JSONObject(**{field: F(field) for field in fields})
    return Subquery(rows.order_by().values_list(_List(told)), output_field=JSONField())


def opened(model: type[Model], rows: list[dict[str, Any]] | None) -> list[Any]:
    """The enclosed rows, as if they had been asked for."""
    return [_row(model, row) for row in rows or []]


def put(row: Model, relation: str, others: Iterable[Model]) -> None:
    """Let ``row.relation.all()`` be those rows, as ``prefetch_related`` does."""
    known = getattr(row, relation).get_queryset()
    known._result_cache, known._prefetch_done = list(others), True
    vars(row).setdefault("_prefetched_objects_cache", {})[relation] = known


def _row(model: type[Model], told: dict[str, Any]) -> Any:
    columns = [one for one in model._meta.concrete_fields if one.attname in told]
    values = [_value(one, told[one.attname]) for one in columns]
    row = model.from_db(None, [one.attname for one in columns], values)
    for name, others in _by_link(told).items():
        link: Any = model._meta.get_field(name)
        key = told[link.attname]
        setattr(row, name, key and _row(link.related_model, {"id": key, **others}))
    return row


def _value(column: Field, told: Any) -> Any:
    """SQLite keeps JSON as text, and tells of it so."""
    if isinstance(column, JSONField) and isinstance(told, str):
        return json.loads(told)
    return column.to_python(told)


def _by_link(told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for name, value in told.items():
        link, _, field = name.partition("__")
        if field:
            found.setdefault(link, {})[field] = value
    return found
