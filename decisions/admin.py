"""Topics in the admin: added and removed there; what is changed of one, on its own page.

The admin saves whatever it is sent; that page refuses what was read before another's save.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from decisions.indexing import index
from decisions.models import Topic
from decisions.renewing.renewing import begin
from minutes.models import Meeting
from people.admin import LISTS_AS_LINES


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    formfield_overrides = LISTS_AS_LINES
    list_display = ["name", "parent"]
    search_fields = ["name"]
    ordering = ["name_sort", "pk"]
    prepopulated_fields = {"slug": ["name"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        """Without those that were merged: they are what an old address leads through."""
        return super().get_queryset(request).current()

    def has_change_permission(self, request: HttpRequest, obj: Topic | None = None) -> bool:
        return obj is None and super().has_change_permission(request, obj)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs["queryset"] = Topic.objects.current().in_order()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @transaction.atomic
    def save_model(self, request: HttpRequest, obj: Topic, form: Any, change: bool) -> None:
        """A new topic is suggested at once in all that there is."""
        super().save_model(request, obj, form, change)
        begin(obj, request.user)

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
