"""Rows with columns that follow from their other columns: sort keys and search texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import models, transaction


class DerivesColumns(models.Model):
    """Writes its derived columns with every save, also with ``update_fields``.

    Not with ``bulk_create`` and ``QuerySet.update``: who uses those calls ``derive()`` first.
    """

    derived_columns: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs) -> None:
        self.derive()
        if update_fields is not None:
            update_fields = {*update_fields, *self.derived_columns}
        super().save(*args, update_fields=update_fields, **kwargs)

    def derive(self) -> None:
        """Compute the columns named in ``derived_columns`` from the others."""


def kinds() -> list[type[DerivesColumns]]:
    """Every kind of row that has such columns."""
    return [one for one in apps.get_models() if issubclass(one, DerivesColumns)]


def differing(rows: Iterable[Any]) -> Iterator[Any]:
    """Those whose stored columns are not what the others say; each holds the right ones now."""
    for row in rows:
        stored = _derived(row)
        row.derive()
        if _derived(row) != stored:
            yield row


@transaction.atomic
def derive_again(rows: models.QuerySet) -> int:
    """Write the derived columns of rows where they are wrong; how many rows were."""
    wrong = list(differing(rows.select_for_update().order_by("pk")))
    if wrong:
        rows.model._default_manager.bulk_update(wrong, rows.model.derived_columns, batch_size=500)
    return len(wrong)


def _derived(row: Any) -> list[Any]:
    return [getattr(row, name) for name in row.derived_columns]
