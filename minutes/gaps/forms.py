"""What a secretary fills in about a missing meeting."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minutes.gaps.missing import Gap
from minutes.gaps.models import Verdict

LONGEST_NOTE = 2000  # characters


class SettleForm(forms.Form):
    """``cleaned_data`` are arguments of settling.settle."""

    verdict = forms.ChoiceField(
        label=_("Vad som gäller"),
        choices=Verdict,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), _("Välj ett av svaren i listan.")
        ),
    )
    note = forms.CharField(
        label=_("Vad du vet"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": _("Texten är för lång: högst %(limit_value)d tecken.")},
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, gap: Gap, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"id_{gap.anchor}_%s")
        super().__init__(*args, **kwargs)
        self.gap = gap
        if gap.settled:
            names = ("verdict", "note")
            self.initial = {name: getattr(gap.settled, name) for name in names}
            self.initial["seen"] = gap.settled.token

    def clean_note(self) -> str:
        return self.cleaned_data["note"].replace("\r\n", "\n").replace("\r", "\n")
