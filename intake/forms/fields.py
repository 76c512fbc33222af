"""Fields as a person would fill them in: a date, a time, a name that the archive knows."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from intake.matching import Bodies, Organizations
from intake.parsing.dates import find_dates, find_times
from intake.parsing.limits import read_limits
from people.models import Organization, Person
from people.names import normalise

IN_BRACKETS = re.compile(r"\(([a-z0-9-]+)\)$")
_NUMBER = r"(?:\d{1,4}[a-zåäö]?|[A-ZÅÄÖa-zåäö])"
LIMIT = re.compile(rf"-?{_NUMBER}|{_NUMBER}-(?:{_NUMBER})?")


class TextField(forms.CharField):
    """Text of any length; space at its ends is not kept, and line ends are plain."""

    def to_python(self, value: Any) -> str:
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")


class LongTextField(TextField):
    widget = forms.Textarea


class DateField(forms.CharField):
    """``2022-10-06``, also written ``6 oktober 2022``; None where it is empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.widget.attrs.update({"placeholder": lazy("åååå-mm-dd"), "autocomplete": "off"})

    def prepare_value(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value

    def to_python(self, value: Any) -> date | None:
        text = super().to_python(value)
        found = [one for one in find_dates(text) if one.text == text and one.year]
        if not text:
            return None
        day = found[0].resolve(None) if found else None
        if day is None:
            raise forms.ValidationError(
                _("Skriv dagen som 2022-10-06: år, månad och dag. Dagen måste finnas.")
            )
        return day


class TimeField(forms.CharField):
    """``13.00``, also written ``13:00`` or ``kl 13``; None where it is empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.widget.attrs.update({"placeholder": "13.00", "autocomplete": "off"})

    def prepare_value(self, value: Any) -> Any:
        return value.strftime("%H.%M") if isinstance(value, time) else value

    def to_python(self, value: Any) -> time | None:
        text = super().to_python(value)
        if not text:
            return None
        found = find_times(text if ":" in text or "." in text else f"kl {text}")
        if len(found) != 1 or found[0].last or len(found[0].text) < len(text):
            raise forms.ValidationError(_("Skriv klockslaget som 13.00: timmar och minuter."))
        return found[0].first


class DayField(forms.IntegerField):
    """Which day of a meeting of several days, from 1; None where it is empty."""

    def __init__(self, **kwargs: Any) -> None:
        message = _("Skriv vilken av mötets dagar det är som en siffra: 1, 2, 3.")
        messages = dict.fromkeys(("invalid", "min_value", "max_value"), message)
        super().__init__(
            required=False, min_value=1, max_value=99, error_messages=messages, **kwargs
        )


class OneOf(forms.ChoiceField):
    """A choice among a few."""

    def __init__(self, choices: Any, **kwargs: Any) -> None:
        message = _("Välj ett av alternativen i listan.")
        messages = dict.fromkeys(("invalid_choice", "required"), message)
        super().__init__(choices=choices, error_messages=messages, **kwargs)


class NamedField(forms.CharField):
    """A row that is picked by typing its name; None where it is empty.

    Where several share the name, the address follows in brackets: ``Vera Lindqvist (vera-2)``.
    ``suggestions`` names the list of the page that the browser offers while one types.
    """

    suggestions = ""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.widget.attrs.update({"list": self.suggestions, "autocomplete": "off"})

    def named(self, text: str) -> list[Any]:
        """Everybody, or everything, with this name."""
        raise NotImplementedError

    def unknown(self, text: str) -> str:
        raise NotImplementedError

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else self.label_of(value)

    def label_of(self, row: Any) -> str:
        return row.name

    def to_python(self, value: Any) -> Any:
        if value is not None and not isinstance(value, str):
            return value
        text = super().to_python(value)
        if not text:
            return None
        found = self.named(text)
        if len(found) > 1:
            labels = ", ".join(f"{row.name} ({row.slug})" for row in found)
            raise forms.ValidationError(
                _("Flera heter så. Skriv en av dem: %(names)s.") % {"names": labels}
            )
        if not found:
            raise forms.ValidationError(self.unknown(text), code="unknown")
        return found[0]


def _by_slug(rows: Any, text: str) -> list[Any]:
    bracketed = IN_BRACKETS.search(text)
    return list(rows.filter(slug=bracketed[1])) if bracketed else []


class PersonField(NamedField):
    suggestions = "people"

    def label_of(self, row: Person) -> str:
        """With the address where it is not the name's own, for then another has the name."""
        is_numbered = re.search(r"-\d+$", row.slug)
        return f"{row.name} ({row.slug})" if is_numbered else row.name

    def named(self, text: str) -> list[Person]:
        if found := _by_slug(Person.objects, text):
            return found
        return list(Person.objects.named(text).order_by("pk")) or self._otherwise_printed(text)

    def _otherwise_printed(self, text: str) -> list[Person]:
        others = Person.objects.exclude(other_names=[]).order_by("pk")
        key = normalise(text)
        return [one for one in others if key in map(normalise, one.other_names)]

    def unknown(self, text: str) -> str:
        return _(
            "Ingen i arkivet heter %(name)s. Välj någon i listan, eller kryssa i att det är en"
            " ny person."
        ) % {"name": text}


class OrganizationField(NamedField):
    suggestions = "organizations"

    def named(self, text: str) -> list[Organization]:
        found = Organizations().find(text)
        return [found] if found else []

    def unknown(self, text: str) -> str:
        return _unknown_organization(text)


class OrganizationsField(forms.CharField):
    """Several organizations, parted by commas."""

    def prepare_value(self, value: Any) -> Any:
        if value is None or isinstance(value, str):
            return value
        return ", ".join(one.name for one in value)

    def to_python(self, value: Any) -> list[Organization]:
        if isinstance(value, list):
            return value
        names = [name.strip() for name in re.split(r"[,;\n]", super().to_python(value))]
        known = Organizations()
        found = {name: known.find(name) for name in names if name}
        for name, organization in found.items():
            if organization is None:
                raise forms.ValidationError(_unknown_organization(name))
        return list(dict.fromkeys(one for one in found.values() if one))


def _unknown_organization(text: str) -> str:
    return _(
        "Arkivet känner ingen organisation som heter %(name)s. Lägg till den under Grunddata,"
        " eller rätta namnet."
    ) % {"name": text}


class ResponsibleField(NamedField):
    """A person, an organization or a body, whichever has the name."""

    suggestions = "responsible"

    def label_of(self, row: Any) -> str:
        return PersonField.label_of(self, row) if isinstance(row, Person) else row.name

    def named(self, text: str) -> list[Any]:
        found = Organizations().find(text) or Bodies().find(text)
        return [found] if found else PersonField.named(self, text)

    _otherwise_printed = PersonField._otherwise_printed

    def unknown(self, text: str) -> str:
        return _(
            "Arkivet känner ingen som heter %(name)s. Lämna fältet tomt och skriv namnet som"
            " tryckt i stället."
        ) % {"name": text}


class LimitsField(forms.CharField):
    """At which items somebody was there: ``2``, ``4-``, ``-4``, ``från punkt 4``; empty: all."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str] | None:
        if isinstance(value, list):
            return value
        text = super().to_python(value).replace("–", "-").replace("—", "-")
        if not text:
            return None
        parts = [re.sub(r"\s*-\s*", "-", part.strip()) for part in re.split(r",|\boch\b", text)]
        if all(LIMIT.fullmatch(part) for part in parts):
            return parts
        if limits := read_limits(text):
            return list(limits)
        raise forms.ValidationError(
            _("Skriv punkternas nummer: 2, eller 2, 5, eller 4- (från punkt 4) eller -4 (till 4).")
        )
