"""What the page of outstanding matters can be asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from decisions.models import Topic
from decisions.outstanding.rows import Row
from minutes.filters import NO_SUCH_CHOICE
from people.names import sort_key

MONTHS = 6
NAMES = ["organ", "amne"]
ALL = _("Alla")
NOT_A_NUMBER = _("Skriv ett helt tal mellan 1 och 120.")


class OutstandingForm(forms.Form):
    """``?organ=&amne=&manader=``; what is not understood takes no part, and is shown."""

    organ = forms.ChoiceField(label=_("Organ"), required=False, error_messages=NO_SUCH_CHOICE)
    amne = forms.ChoiceField(label=_("Ämne"), required=False, error_messages=NO_SUCH_CHOICE)
    manader = forms.IntegerField(
        label=_("Tysta i minst så många månader"),
        required=False,
        min_value=1,
        max_value=120,
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value"], NOT_A_NUMBER),
    )

    def __init__(self, rows: Iterable[Row], topics: Iterable[Topic], *args: Any) -> None:
        super().__init__(*args)
        bodies = {row.item.meeting.body for row in rows if row.item.meeting.body}
        named = sorted(bodies, key=lambda one: sort_key(one.name))
        every = ("", ALL)
        self.fields["organ"].choices = [every, *((one.slug, one.name) for one in named)]
        self.fields["amne"].choices = [every, *((one.slug, one.short_name) for one in topics)]
        self.fields["manader"].widget.attrs["placeholder"] = MONTHS
        self._topics = {one.slug: one.pk for one in topics}
        self.is_valid()  # reads the form

    @property
    def months(self) -> int:
        return self.cleaned_data.get("manader") or MONTHS

    @property
    def in_words(self) -> str:
        """The chosen body and topic, for paper: ``Ledningsgruppen, Infrastruktur``."""
        chosen = (
            dict(self.fields[name].choices).get(self.cleaned_data.get(name)) for name in NAMES
        )
        return ", ".join(str(one) for one in chosen if one and one != ALL)

    def shows(self, row: Row) -> bool:
        body, topic = self.cleaned_data.get("organ"), self.cleaned_data.get("amne")
        of = row.item.meeting.body
        if body and (of is None or of.slug != body):
            return False
        return not topic or self._topics[topic] in row.topics
