"""The answer to a question: the button that was pressed, or a day that was typed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intake.forms.fields import DateField


class AnswerForm(forms.Form):
    """``key`` is question-<number>. The field ``answer`` is a button's; ``day`` may be typed."""

    answer = forms.CharField(required=False)
    day = DateField(label=gettext_lazy("Datum"))

    def __init__(self, data: Any = None, *, key: str) -> None:
        self.key = key
        super().__init__(data, label_suffix="")

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("answer"):
            self._errors.pop("day", None)  # whoever presses a button has not typed
        elif not self.errors and not self.cleaned_data["day"]:
            self.add_error("day", _("Skriv vilken dag mötet var, till exempel 2022-10-06."))
        return self.cleaned_data

    @property
    def value(self) -> str:
        return self.cleaned_data["answer"] or self.cleaned_data["day"].isoformat()
