"""Who is to see a meeting, and that somebody has looked at what is still open."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from minutes.states import State

LONGEST_NOTE = 500  # letters


class StateForm(forms.Form):
    to = forms.ChoiceField(
        choices=State.choices,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), _("Välj vem som ska se mötet.")
        ),
    )
    version = forms.IntegerField(
        min_value=0,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value"),
            _("Sidan är ofullständig. Ladda om den och försök igen."),
        ),
    )
    confirmed = forms.BooleanField(required=False)
    note = forms.CharField(
        required=False,
        max_length=LONGEST_NOTE,
        error_messages={"max_length": _("Anteckningen får ha högst 500 tecken.")},
    )
