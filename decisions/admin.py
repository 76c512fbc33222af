"""Topics in the admin: their names and the words that tell them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from decisions.indexing import index
from decisions.models import Topic
from minutes.models import Meeting
from people.admin import LISTS_AS_LINES


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    formfield_overrides = LISTS_AS_LINES
    list_display = ["name", "parent"]
    search_fields = ["name"]
    ordering = ["name_sort", "pk"]
    prepopulated_fields = {"slug": ["name"]}

    def delete_model(self, request: HttpRequest, obj: Topic) -> None:
        self.delete_queryset(request, Topic.objects.filter(pk=obj.pk))

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """With the links to the topics, and therefore with their marks in the index."""
        topics = list(queryset.values_list("pk", flat=True))
        linked = Q(items__topic_links__topic__in=topics)
        linked |= Q(items__decisions__topic_links__topic__in=topics)
        keys = set(Meeting.objects.filter(linked).values_list("pk", flat=True))
        meetings = Meeting.objects.select_for_update().filter(pk__in=keys).order_by("pk")
        locked = [meeting.pk for meeting in meetings]  # before their links, as in every edit
        super().delete_queryset(request, queryset)
        for key in locked:
            index([key])
