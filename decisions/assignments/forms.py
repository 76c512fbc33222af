"""What somebody fills in to tell how an assignment stands, or to be reminded."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from decisions.assignments.models import Assignment, Status, Subscription
from decisions.municipalities import municipalities_visible_to
from minutes.models import Meeting
from minutes.querysets import MeetingQuerySet
from minutes.states import State
from minutes.templatetags.swedish_dates import plain_date

LONGEST_NOTE = 2000  # characters
MOST_DAYS = 90
# What a report tells of is shown to whoever may see the assignment: so may its meeting be.
AS_OPEN = {
    State.PUBLIC: [State.PUBLIC],
    State.INTERNAL: [State.INTERNAL, State.PUBLIC],
    State.DRAFT: [State.DRAFT, State.INTERNAL, State.PUBLIC],
}


class MeetingField(forms.ModelChoiceField):
    def label_from_instance(self, meeting: Meeting) -> str:
        return plain_date(meeting.start_date)


class DayField(forms.DateField):
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def __init__(self, **kwargs: Any) -> None:
        invalid = lazy("Skriv dagen som 2022-10-06: år, månad och dag. Dagen måste finnas.")
        messages = {"invalid": invalid}
        super().__init__(input_formats=["%Y-%m-%d"], error_messages=messages, **kwargs)


class ReportForm(forms.Form):
    """``cleaned_data`` are the arguments of reporting.report, as somebody who reads it may say."""

    status = forms.ChoiceField(
        label=lazy("Läge"),
        choices=Status,
        error_messages={"invalid_choice": lazy("Välj ett av lägena i listan.")},
    )
    note = forms.CharField(
        label=lazy("Vad som har hänt"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": lazy("Texten är för lång: högst %(limit_value)d tecken.")},
    )
    said_date = DayField(label=lazy("Dag"), required=False)
    meeting = MeetingField(
        label=lazy("Sades vid mötet"),
        required=False,
        queryset=Meeting.objects.none(),
        empty_label=lazy("inte vid ett möte"),
        error_messages={"invalid_choice": lazy("Välj ett av mötena i listan.")},
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, assignment: Assignment, user: Any, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"id_{assignment.public_id}_%s")
        kwargs.setdefault("initial", {"status": assignment.status})
        super().__init__(*args, **kwargs)
        self.assignment = assignment
        self.fields["meeting"].queryset = meetings_to_name(assignment, user)

    def clean_note(self) -> str:
        return self.cleaned_data["note"].replace("\r\n", "\n").replace("\r", "\n")

    def clean(self) -> dict[str, Any]:
        if self.errors:
            return self.cleaned_data
        said = self.cleaned_data
        meeting, is_same = said["meeting"], said["status"] == self.assignment.status
        if is_same and not said["note"] and not meeting:
            self.add_error("note", _("Skriv vad som har hänt, eller välj ett annat läge."))
        said["said_date"] = said["said_date"] or (
            meeting.start_date if meeting else timezone.localdate()
        )
        self._check_day()
        return said

    def _check_day(self) -> None:
        day, meeting = self.cleaned_data["said_date"], self.cleaned_data["meeting"]
        given = self.assignment.item.meeting.start_date
        if day > timezone.localdate():
            self.add_error("said_date", _("Dagen har inte varit än."))
        elif given and day < given:
            told = _("Uppdraget gavs %(day)s. Skriv en dag efter det.")
            self.add_error("said_date", told % {"day": plain_date(given)})
        elif meeting and not meeting.start_date <= day <= (meeting.end_date or meeting.start_date):
            told = _("Mötet hölls %(day)s. Lämna dagen tom, eller välj ett annat möte.")
            self.add_error("said_date", told % {"day": plain_date(meeting.start_date)})


def meetings_to_name(assignment: Assignment, user: Any) -> MeetingQuerySet:
    """Meetings of the body at which it can have been said, the latest first.

    None that somebody may not see who sees the assignment: they would be told of it.
    """
    given = assignment.item.meeting
    visible = Meeting.objects.visible_to(user).filter(body=given.body, start_date__isnull=False)
    if given.start_date:
        visible = visible.filter(start_date__gte=given.start_date)
    open_enough = AS_OPEN.get(State(given.state), [])
    return visible.filter(state__in=open_enough).newest_first()


class SubscriptionForm(forms.ModelForm):
    """Which assignments somebody is reminded of, and how long before."""

    class Meta:
        model = Subscription
        fields = ["organization", "days_before"]
        labels = {"organization": lazy("Påminn om"), "days_before": lazy("Dagar före")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organization, days = self.fields["organization"], self.fields["days_before"]
        organization.queryset = municipalities_visible_to(self.instance.user).in_order()
        organization.empty_label = _("alla uppdrag")
        organization.error_messages["invalid_choice"] = _("Välj en av kommunerna i listan.")
        days.validators = []
        days.widget.attrs |= {"min": 1, "max": MOST_DAYS}
        wrong = _("Skriv ett antal dagar, från 1 till %(most)d.") % {"most": MOST_DAYS}
        days.error_messages |= dict.fromkeys(("invalid", "required"), wrong)
        self._wrong = wrong

    def clean_days_before(self) -> int:
        days = self.cleaned_data["days_before"]
        if not 1 <= days <= MOST_DAYS:
            raise ValidationError(self._wrong)
        return days
