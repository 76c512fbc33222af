"""The heading of a meeting: which body met, when and where."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intake.editing.meeting import free_sequence
from intake.forms.fields import DateField, OneOf, TextField, TimeField
from intake.forms.part import PartForm
from minutes.models import MeetingKind
from minutes.states import HIDDEN
from people.models import Body

LAST_OF_A_DAY = 99  # meetings of one body on one day


class MeetingForm(PartForm):
    body = forms.ModelChoiceField(
        label=gettext_lazy("Organ"),
        queryset=Body.objects.none(),
        required=False,
        empty_label=gettext_lazy("Oklart"),
        error_messages={"invalid_choice": gettext_lazy("Välj ett av organen i listan.")},
    )
    kind = OneOf(MeetingKind.choices, label=gettext_lazy("Slag av möte"))
    title = TextField(label=gettext_lazy("Rubrik"), required=False)
    start_date = DateField(label=gettext_lazy("Datum"))
    start_time = TimeField(label=gettext_lazy("Börjar"))
    end_date = DateField(label=gettext_lazy("Sista dag"))
    end_time = TimeField(label=gettext_lazy("Slutar"))
    sequence = forms.IntegerField(
        label=gettext_lazy("Vilket möte den dagen"),
        help_text=gettext_lazy("1, eller 2 för organets andra möte samma dag."),
        min_value=1,
        max_value=LAST_OF_A_DAY,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            gettext_lazy("Skriv en siffra: 1 för dagens första möte, 2 för det andra."),
        ),
    )
    location = TextField(label=gettext_lazy("Plats"), required=False)
    next_meeting_date = DateField(label=gettext_lazy("Nästa möte"))
    next_meeting_time = TimeField(label=gettext_lazy("Nästa möte börjar"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = Body.objects.in_order()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for check in (
            self._ends_after_start,
            self._keeps_what_is_shown,
            self._has_an_address_of_its_own,
        ):
            if not self.errors:
                check(cleaned)
        return cleaned

    def _ends_after_start(self, cleaned: dict[str, Any]) -> None:
        start, end = cleaned["start_date"], cleaned["end_date"]
        if start and end and end < start:
            self.add_error("end_date", _("Mötets sista dag är före den första. Rätta en av dem."))

    def _keeps_what_is_shown(self, cleaned: dict[str, Any]) -> None:
        if self.row.state in HIDDEN:
            return
        message = _("Mötet visas för andra och måste ha kvar det här. Gör det till utkast först.")
        for name in ("body", "start_date"):
            if not cleaned[name]:
                self.add_error(name, message)

    def _has_an_address_of_its_own(self, cleaned: dict[str, Any]) -> None:
        address = {name: cleaned[name] for name in ("body", "start_date", "sequence")}
        free = free_sequence(self.row, **address)
        if free is None:
            return
        body = cleaned["body"] or _("Ett organ som inte är känt")
        message = _(
            "%(body)s har redan ett möte den %(day)s i arkivet. Är det ett annat möte samma dag,"
            " så skriv %(free)s här. Är det samma möte, så hör filerna ihop."
        ) % {"body": body, "day": cleaned["start_date"], "free": free}
        self.add_error("sequence", message)
