"""Who was there, and who signed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intake.forms.fields import (
    DateField,
    DayField,
    LimitsField,
    OneOf,
    OrganizationField,
    PersonField,
    TextField,
)
from intake.forms.part import PartForm
from minutes.models import ApprovalRole, AttendanceStatus
from people.models import Person

NAME_NEEDED = {"required": gettext_lazy("Skriv namnet som det står i protokollet.")}
LONGEST_NAME = 200  # letters, of a person


class NamesSomebody(PartForm):
    """A printed name, and the person that it means."""

    printed_name = TextField(label=gettext_lazy("Namn som tryckt"), error_messages=NAME_NEEDED)
    person = PersonField(
        label=gettext_lazy("Person"),
        help_text=gettext_lazy("Tomt om det inte är säkert vem det är."),
    )
    is_new_person = forms.BooleanField(label=gettext_lazy("Ny person"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        is_new = cleaned.pop("is_new_person", False)
        if is_new and self.has_error("person", "unknown"):
            del self._errors["person"]
            cleaned["person"] = self._new_person()
        return cleaned

    def _new_person(self) -> Person | None:
        """Not stored yet: that is for whoever saves the row."""
        name = " ".join(self["person"].data.split())
        if len(name) > LONGEST_NAME:
            self.add_error("person", _("Namnet är för långt för att vara en persons."))
            return None
        return Person(name=name)


class AttendanceForm(NamesSomebody):
    fresh = {"status": AttendanceStatus.PRESENT}

    organization = OrganizationField(label=gettext_lazy("Kommun eller organisation"))
    printed_organization = TextField(label=gettext_lazy("Organisation som tryckt"), required=False)
    status = OneOf(AttendanceStatus.choices, label=gettext_lazy("Närvaro"))
    is_chair = forms.BooleanField(label=gettext_lazy("Ordförande"), required=False)
    is_secretary = forms.BooleanField(label=gettext_lazy("Sekreterare"), required=False)
    is_remote = forms.BooleanField(label=gettext_lazy("På distans"), required=False)
    items = LimitsField(
        label=gettext_lazy("Vid punkterna"),
        help_text=gettext_lazy("Tomt: hela mötet. 2: endast punkt 2. 4-: från punkt 4."),
    )
    note = TextField(label=gettext_lazy("Anteckning"), required=False)

    field_order = ("status", "printed_name", "person", "is_new_person", "organization")


class ApprovalForm(NamesSomebody):
    fresh = {"role": ApprovalRole.APPROVER}

    role = OneOf(ApprovalRole.choices, label=gettext_lazy("Roll"))
    day = DayField(label=gettext_lazy("Mötesdag"))
    is_done = forms.TypedChoiceField(
        label=gettext_lazy("Justerat"),
        choices=[
            ("", gettext_lazy("Framgår inte")),
            ("True", gettext_lazy("Ja")),
            ("False", gettext_lazy("Inte ännu")),
        ],
        coerce=lambda text: text == "True",
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Välj ett av alternativen i listan.")},
    )
    approved_date = DateField(label=gettext_lazy("Justerat den"))

    field_order = ("role", "printed_name", "person", "is_new_person")
