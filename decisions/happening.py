"""What happened to an item at its meeting, in the words of a timeline."""

from __future__ import annotations

from collections.abc import Collection

from django.db import models
from django.utils.translation import gettext_lazy as _


class Happening(models.TextChoices):
    """In the order in which they are told, by the names of DecisionKind and Outcome.

    INFORMATION is what is left of an item without any of them.
    """

    DECIDED = "decided", _("beslut")
    RECOMMENDED = "recommended", _("förslag")
    ASSIGNED = "assigned", _("uppdrag")
    NOTED = "noted", _("till handlingarna")
    TABLED = "tabled", _("bordlagt")
    WITHDRAWN = "withdrawn", _("utgick")
    INFORMATION = "information", _("information")


def happened(outcome: str, kinds: Collection[str]) -> list[Happening]:
    """From an item's outcome and the kinds of its decisions; never empty.

    What the source says of both is told, also where it does not agree: withdrawn, and decided.
    """
    named = {*kinds, outcome}
    return [one for one in Happening if one in named] or [Happening.INFORMATION]
