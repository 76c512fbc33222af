"""One row of the response matrix, as far as somebody has filled it in."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from minutes.history import History
from people.models import Organization


class Answer(models.Model):
    """What an organization answered to a decision, and when its council adopted it.

    That it was asked, the decision says; here stands only what came back. ``version`` counts the
    saves: one that read another is refused.
    """

    decision = models.ForeignKey(
        "decisions.Decision", on_delete=models.CASCADE, related_name="answers"
    )
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="answers"
    )
    text = models.TextField(_("svar"), blank=True)
    answered_date = models.DateField(_("svarade"), null=True, blank=True)
    adopted_date = models.DateField(_("antogs i fullmäktige"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    history = History()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "organization"], name="answer_unique"),
            models.CheckConstraint(
                name="answer_says_something",
                condition=~Q(text="")
                | Q(answered_date__isnull=False)
                | Q(adopted_date__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organization}: {self.text}"
