"""What secretaries fill in of a topic."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from decisions.models import Topic
from decisions.topic_changing import CHANGED
from decisions.topic_merging import may_take
from people.lines import LinesField

NO_SUCH_TOPIC = {"invalid_choice": _("Ämnet finns inte längre. Välj om.")}


class TopicField(forms.ModelChoiceField):
    def label_from_instance(self, topic: Topic) -> str:
        return topic.short_name


class TopicForm(forms.ModelForm):
    """``values`` has what is to be saved; the form itself saves nothing."""

    class Meta:
        model = Topic
        fields = ["name", "short_title", "aliases", "terms", "parent", "description"]
        field_classes = {"aliases": LinesField, "terms": LinesField, "parent": TopicField}
        help_texts = {"aliases": _("Ett på varje rad.")}
        error_messages = {
            "name": {
                "required": _("Skriv ämnets namn."),
                "unique": _("Ett annat ämne heter så. Välj ett annat namn, eller slå ihop dem."),
            },
            "parent": NO_SUCH_TOPIC,
        }
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wider = Topic.objects.current().exclude(pk=self.instance.pk)
        self.fields["parent"].queryset = wider.in_order()
        self.fields["parent"].empty_label = _("Inget")

    @property
    def values(self) -> dict[str, Any]:
        values = {
            **self.cleaned_data,
            "parent_id": getattr(self.cleaned_data["parent"], "pk", None),
        }
        return {name: values[name] for name in CHANGED}


class MergeForm(forms.Form):
    """``?med=``: the slug of the topic that another is to be merged into."""

    med = TopicField(
        label=_("Slå ihop med"),
        queryset=Topic.objects.none(),
        to_field_name="slug",
        empty_label=_("Välj ett ämne"),
        error_messages={**NO_SUCH_TOPIC, "required": _("Välj ett ämne.")},
    )

    def __init__(self, topic: Topic, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topics = {one.pk: one for one in Topic.objects.all()}
        keys = [one.pk for one in may_take(topic, topics)]
        self.fields["med"].queryset = Topic.objects.filter(pk__in=keys).in_order()
