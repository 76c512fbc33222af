"""What a follow-up can be asked for: ``?fran=&till=&amne=&status=``, all optional."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from decisions.follow_up.period import Period, half_year_of
from decisions.follow_up.stands import STANDS

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_UNREADABLE = {"invalid": _("Skriv datumet som 2026-01-31.")}
# What the pages before and after the period can still be counted to.
_FIRST, _LAST = date(1900, 1, 1), date(2999, 12, 31)
_LONGEST = 731  # days: all of the period is read to be counted


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=_DAY,
        input_formats=["%Y-%m-%d"],
        error_messages=_UNREADABLE,
    )


class FollowUpForm(forms.Form):
    """Without days it asks for the half-year before that of ``today``."""

    fran = _day(_("Från och med"))
    till = _day(_("Till och med"))
    amne = forms.SlugField(label=_("Ämne"), required=False)
    status = forms.ChoiceField(
        label=_("Läge"), required=False, choices=[("", _("Alla")), *STANDS.items()]
    )

    def __init__(self, asked: QueryDict, today: date) -> None:
        self.usual = half_year_of(today).before
        if not asked.get("fran") and not asked.get("till"):
            usual = {"fran": str(self.usual.first), "till": str(self.usual.last)}
            asked = asked.dict() | usual
        super().__init__(asked)

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        if self.errors:
            return found
        period = self.period_of(found)
        if period.last < period.first:
            self.add_error("till", _("Den sista dagen ligger före den första."))
        elif (period.last - period.first).days > _LONGEST:
            self.add_error("till", _("Välj högst två år i taget."))
        if period.first < _FIRST or period.last > _LAST:
            self.add_error("fran", _("Välj dagar mellan åren 1900 och 2999."))
        return found

    @property
    def period(self) -> Period:
        return self.period_of(self.cleaned_data) if self.is_valid() else self.usual

    def period_of(self, found: dict[str, Any]) -> Period:
        """With one day alone the half-year is that of the day."""
        first, last = found.get("fran"), found.get("till")
        if not first and not last:  # both unreadable
            return self.usual
        return Period(first or half_year_of(last).first, last or half_year_of(first).last)

    def query(self, **changed: str) -> str:
        """The question with its days said, and with some of it changed."""
        period = self.period
        asked = {"fran": str(period.first), "till": str(period.last)}
        asked |= {name: self.cleaned_data.get(name, "") for name in ("amne", "status")}
        return "&".join(f"{name}={value}" for name, value in (asked | changed).items() if value)
