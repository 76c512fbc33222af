"""The parts of a list of assignments, by when each is to be done."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


class Section(models.IntegerChoices):
    """In the order of the list. A due date is the last day that is in time."""

    OVERDUE = 1, _("Tiden har gått ut")
    THIS_MONTH = 2, _("Den här månaden")
    LATER = 3, _("Senare")
    UNDATED = 4, _("Utan tid")
    SETTLED = 5, _("Inte öppna längre")


def section_on(today: date) -> models.Case:
    """For annotating assignments with the part that they stand in on that day."""
    last = today.replace(day=monthrange(today.year, today.month)[1])
    return models.Case(
        models.When(~models.Q(status="open"), then=Section.SETTLED),
        models.When(due_date=None, then=Section.UNDATED),
        models.When(due_date__lt=today, then=Section.OVERDUE),
        models.When(due_date__lte=last, then=Section.THIS_MONTH),
        default=Section.LATER,
        output_field=models.IntegerField(),
    )


def in_words(section: Section, number: int) -> str:
    """``3 uppdrag skulle vara klara``."""
    told = {
        Section.OVERDUE: ngettext(
            "%(n)d uppdrag skulle ha varit klart", "%(n)d uppdrag skulle ha varit klara", number
        ),
        Section.THIS_MONTH: ngettext(
            "%(n)d uppdrag ska vara klart den här månaden",
            "%(n)d uppdrag ska vara klara den här månaden",
            number,
        ),
        Section.LATER: ngettext(
            "%(n)d uppdrag ska vara klart senare",
            "%(n)d uppdrag ska vara klara senare",
            number,
        ),
        Section.UNDATED: ngettext(
            "%(n)d uppdrag där källan inte säger när",
            "%(n)d uppdrag där källan inte säger när",
            number,
        ),
        Section.SETTLED: ngettext(
            "%(n)d uppdrag är avslutat", "%(n)d uppdrag är avslutade", number
        ),
    }
    return told[section] % {"n": number}
