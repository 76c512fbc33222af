"""Rows that point into the source file of their meeting."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q


class PartOfSource(models.Model):
    """A row that stands at some lines of the meeting's source file.

    Both lines are included and counted from 1; null where a person entered the row.
    """

    first_line = models.PositiveIntegerField(null=True, blank=True)
    last_line = models.PositiveIntegerField(null=True, blank=True)
    edited = models.JSONField(default=list, blank=True)  # the fields that a person has set

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_lines_in_order",
                condition=Q(first_line=None, last_line=None)
                # Not null said in so many words: a CHECK lets through what is unknown.
                | Q(
                    first_line__isnull=False,
                    last_line__isnull=False,
                    first_line__gte=1,
                    last_line__gte=F("first_line"),
                ),
            ),
        ]
