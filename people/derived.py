"""Rows with columns that follow from their other columns: sort keys and search texts."""

from django.db import models


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
