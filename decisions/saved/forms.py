"""What somebody fills in to keep a search, or to change how they follow it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from decisions.saved.asking import filter_for, normalised, remember_all
from decisions.saved.models import LONGEST_NAME, LONGEST_QUERY, Listing, SavedSearch

MOST_SEARCHES = 50  # of one user
NAME_OF_ALL = {Listing.DECISIONS: _("Alla beslut"), Listing.EVERYTHING: _("Allt i arkivet")}
NOT_UNDERSTOOD = _("Sökningen har ett val som inte finns. Ta bort det och spara igen.")
NAME_TAKEN = _("Du har redan en sparad sökning som heter så. Välj ett annat namn.")


class ChangeForm(forms.ModelForm):
    """Name and mail of a search that is the user's own, and locked."""

    class Meta:
        model = SavedSearch
        fields = ["frequency", "name"]
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "off"})}
        labels = {"name": _("Namn"), "frequency": _("Mejl när det kommer något nytt")}
        error_messages = {
            "name": {
                "required": _("Skriv ett namn."),
                "max_length": _("Namnet är för långt: högst %(limit_value)d tecken."),
            }
        }

    def clean_name(self) -> str:
        name = _one_line(self.cleaned_data["name"])
        if self.others().filter(name=name).exists():
            raise ValidationError(NAME_TAKEN)
        return name

    def others(self) -> Any:
        """The user's other searches."""
        return SavedSearch.objects.of(self.instance.user).exclude(pk=self.instance.pk)

    def save(self, commit: bool = True) -> SavedSearch:
        """Whoever begins to be sent mail knows what can be found by then."""
        search = super().save(commit)
        if "frequency" in self.changed_data and search.is_mailed:
            remember_all(search)
        return search


class SaveForm(ChangeForm):
    """A new search of one of the lists; without a name it is called what was asked for.

    The same sent twice is saved once.
    """

    query = forms.CharField(
        required=False,
        max_length=LONGEST_QUERY,
        widget=forms.HiddenInput,
        error_messages={"max_length": _("Sökningen är för lång för att sparas.")},
    )

    class Meta(ChangeForm.Meta):
        fields = ["listing", "query", *ChangeForm.Meta.fields]
        widgets = {**ChangeForm.Meta.widgets, "listing": forms.HiddenInput}

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, instance=SavedSearch(user=user), auto_id="id_save_%s", **kwargs)
        self.fields["name"].required = False

    def clean_query(self) -> str:
        """With ``kommun:haninge`` among the words as the choice that it stands for."""
        listing, query = self.cleaned_data.get("listing", ""), self.cleaned_data["query"]
        try:
            asked = filter_for(self.instance.user, listing, normalised(listing, query))
        except ValueError:  # too many fields, or no such list
            raise ValidationError(NOT_UNDERSTOOD) from None
        if asked.form.errors:
            raise ValidationError(NOT_UNDERSTOOD)
        return normalised(listing, asked.data.urlencode())

    def clean_name(self) -> str:
        if "query" not in self.cleaned_data:
            return ""
        self.cleaned_data["name"] = _one_line(self.cleaned_data["name"]) or self._what_is_asked()
        return self.cleaned_data["name"] if self._twin() else super().clean_name()

    def clean(self) -> dict[str, Any]:
        if not self.errors and not self._twin() and self.others().count() >= MOST_SEARCHES:
            raise ValidationError(
                gettext("Du har redan %(number)d sparade sökningar. Ta bort någon av dem först.")
                % {"number": MOST_SEARCHES}
            )
        return self.cleaned_data

    def save(self, commit: bool = True) -> SavedSearch:
        return self._twin() or super().save(commit)

    def _twin(self) -> SavedSearch | None:
        return self.others().filter(**self.cleaned_data).first()

    def _what_is_asked(self) -> str:
        """``Infrastruktur, Haninge, 2022`` as the list itself says it, as far as it goes."""
        listing = self.cleaned_data["listing"]
        asked = filter_for(self.instance.user, listing, self.cleaned_data["query"])
        words = asked.result.strip(" ,") or str(NAME_OF_ALL[Listing(listing)])
        return (words[:1].upper() + words[1:])[:LONGEST_NAME]


def _one_line(name: str) -> str:
    """It is to stand in the subject of a mail."""
    return " ".join(name.split())
