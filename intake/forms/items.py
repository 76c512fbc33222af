"""Agenda items, their decisions, and who is to carry them out."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from decisions.assignments.models import AssignmentKind, Precision
from decisions.models import Concerns, DecisionKind, Topic
from intake.forms.fields import (
    DateField,
    DayField,
    LongTextField,
    OneOf,
    OrganizationsField,
    ResponsibleField,
    TextField,
)
from intake.forms.part import PartForm
from minutes.models import AgendaItem, Outcome

UNKNOWN_TOPIC = {"invalid_choice": gettext_lazy("Ett av ämnena finns inte längre. Välj om.")}


class TopicsField(forms.ModelMultipleChoiceField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=gettext_lazy("Ämnen"),
            queryset=Topic.objects.none(),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages=UNKNOWN_TOPIC,
            **kwargs,
        )


class HasTopics(PartForm):
    topics = TopicsField()

    def __init__(self, *args: Any, topics: Any = None, **kwargs: Any) -> None:
        """``topics``: all topics, where many forms share them."""
        super().__init__(*args, **kwargs)
        self.fields["topics"].queryset = Topic.objects.current().in_order()
        if topics is not None:
            self.fields["topics"].choices = [(topic.pk, topic.short_name) for topic in topics]

    def stated(self, row: Any) -> dict[str, Any]:
        topics = [link.topic_id for link in row.topic_links.all()]
        return {**super().stated(row), "topics": topics}


class ItemForm(HasTopics):
    fresh = {"outcome": Outcome.DISCUSSED}

    number = TextField(label=gettext_lazy("Nummer"), required=False)
    title = TextField(label=gettext_lazy("Rubrik"), required=False)
    day = DayField(label=gettext_lazy("Mötesdag"))
    text = LongTextField(
        label=gettext_lazy("Text"),
        required=False,
        help_text=gettext_lazy("Tom rad mellan styckena."),
    )
    outcome = OneOf(Outcome.choices, label=gettext_lazy("Hur det gick"))
    continues = forms.ModelChoiceField(
        label=gettext_lazy("Fortsätter punkt"),
        queryset=AgendaItem.objects.none(),
        required=False,
        empty_label=gettext_lazy("Ingen tidigare"),
        error_messages={"invalid_choice": gettext_lazy("Välj en av mötets punkter före den här.")},
    )

    def __init__(self, *args: Any, earlier: Any = None, **kwargs: Any) -> None:
        """``earlier``: the items before this one, where many forms share them."""
        super().__init__(*args, **kwargs)
        field = self.fields["continues"]
        if self.row is None:
            del self.fields["continues"]
            return
        before = {"meeting": self.row.meeting_id, "position__lt": self.row.position}
        field.queryset = AgendaItem.objects.filter(**before).in_order()
        if earlier is not None:
            field.choices = [("", field.empty_label), *((one.pk, str(one)) for one in earlier)]

    def stated(self, row: AgendaItem) -> dict[str, Any]:
        return {**super().stated(row), "continues": row.continues_id}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.row is None and not (cleaned.get("number") or cleaned.get("title")):
            self.add_error("title", _("Skriv punktens rubrik."))
        return cleaned


class DecisionForm(HasTopics):
    fresh = {"kind": DecisionKind.DECIDED, "concerns": Concerns.JOINT}

    text = LongTextField(
        label=gettext_lazy("Beslut"),
        error_messages={"required": gettext_lazy("Skriv vad som beslutades.")},
    )
    kind = OneOf(DecisionKind.choices, label=gettext_lazy("Slag"))
    concerns = OneOf(Concerns.choices, label=gettext_lazy("Gäller"))
    organizations = OrganizationsField(
        label=gettext_lazy("Namngivna"),
        required=False,
        help_text=gettext_lazy("Kommuner och organisationer som beslutet nämner, med komma."),
    )
    due_date = DateField(label=gettext_lazy("Klart senast"))
    due_text = TextField(label=gettext_lazy("Senast, som tryckt"), required=False)

    field_order = ("text", "kind", "concerns", "organizations", "topics")

    def stated(self, row: Any) -> dict[str, Any]:
        return {**super().stated(row), "organizations": list(row.organizations.all())}


class AssignmentForm(PartForm):
    """Of a decision, which is its sentence."""

    fresh = {"kind": AssignmentKind.TASK, "due_precision": ""}

    kind = OneOf(AssignmentKind.choices, label=gettext_lazy("Slag"))
    responsible = ResponsibleField(
        label=gettext_lazy("Ansvarig"),
        help_text=gettext_lazy("En person, organisation eller ett organ i arkivet."),
    )
    printed_responsible = TextField(label=gettext_lazy("Ansvarig som tryckt"), required=False)
    due_date = DateField(label=gettext_lazy("Klart senast"))
    due_precision = OneOf(
        [("", "–"), *Precision.choices],
        label=gettext_lazy("Så noga är det sagt"),
        required=False,
    )
    due_text = TextField(label=gettext_lazy("Senast, som tryckt"), required=False)

    def stated(self, row: Any) -> dict[str, Any]:
        linked = row.responsible_person or row.responsible_organization or row.responsible_body
        return {**super().stated(row), "responsible": linked}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        said = ("responsible", "printed_responsible", "due_date", "due_text")
        if not self.errors and not any(cleaned.get(name) for name in said):
            message = _("Skriv vem som är ansvarig, eller när det ska vara klart.")
            self.add_error("responsible", message)
        return cleaned


class SentenceForm(AssignmentForm):
    """Of an item, with the sentence that says it."""

    text = LongTextField(
        label=gettext_lazy("Uppdraget, som det står"),
        error_messages={"required": gettext_lazy("Skriv vad som ska göras.")},
    )

    field_order = ("text",)

    def clean(self) -> dict[str, Any]:
        """Who and when may both be unsaid."""
        return PartForm.clean(self)


def form_of_assignment(row: Any) -> type[AssignmentForm]:
    return SentenceForm if row.decision_id is None else AssignmentForm
