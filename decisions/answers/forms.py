"""What somebody fills in for an organization that has answered."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from decisions.answers.answering import Done, Said
from decisions.assignments.models import Assignment

LONGEST_TEXT = 20_000
AS_DAY = "%Y-%m-%d"
TASK_IS_GONE = _(
    "Uppdraget har tagits bort medan du skrev. Svaret kan du spara ändå: tryck på Spara igen."
)


def _day(label: Any) -> forms.DateField:
    shown = {"placeholder": _("åååå-mm-dd"), "autocomplete": "off"}
    return forms.DateField(
        label=label,
        required=False,
        input_formats=[AS_DAY],
        widget=forms.DateInput(format=AS_DAY, attrs=shown),
        error_messages={
            "invalid": _("Skriv dagen som 2022-10-06: år, månad och dag. Dagen måste finnas.")
        },
    )


class AnswerForm(forms.Form):
    """All may be empty, which takes the answer away; ``version`` is what the page was made of.

    ``task`` is the assignment that may be done with it, or None: see ``with_seen`` of its rows.
    """

    text = forms.CharField(
        label=_("Svaret"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"max_length": _("Texten är för lång: högst %(limit_value)d tecken.")},
    )
    answered_date = _day(_("Svarade den"))
    adopted_date = _day(_("Antogs i fullmäktige den"))
    is_done = forms.BooleanField(label=_("Uppdraget är klart"), required=False)
    task = forms.SlugField(required=False, widget=forms.HiddenInput)
    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, task: Assignment | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.assignment = task
        if task is None:
            for name in ("is_done", "task", "seen"):
                del self.fields[name]

    @classmethod
    def filled_with(cls, said: Said, version: int, task: Assignment | None) -> AnswerForm:
        of_task = {"task": task.public_id, "seen": task.seen} if task else {}
        return cls(task, initial={**vars(said), **of_task, "version": version})

    def clean(self) -> dict[str, Any]:
        if self.assignment is None and self.data.get("is_done"):
            self.add_error(None, TASK_IS_GONE)
        return self.cleaned_data

    def clean_text(self) -> str:
        """With the line ends of the archive, so that the same text is known again."""
        return self.cleaned_data["text"].replace("\r\n", "\n").replace("\r", "\n")

    def clean_answered_date(self) -> date | None:
        return self._has_been("answered_date")

    def clean_adopted_date(self) -> date | None:
        return self._has_been("adopted_date")

    def _has_been(self, name: str) -> date | None:
        day = self.cleaned_data[name]
        if day and day > timezone.localdate():
            raise ValidationError(_("Dagen har inte varit än."))
        return day

    @property
    def done(self) -> Done | None:
        """What a valid form says of the assignment."""
        given = self.cleaned_data
        if not given.get("is_done"):
            return None
        return Done(self.assignment, given["seen"] or 0)

    @property
    def said(self) -> Said:
        """What a valid form says."""
        given = self.cleaned_data
        return Said(given["text"], given["answered_date"], given["adopted_date"])
