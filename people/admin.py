"""Reference data: organizations, bodies and people. Who may come here is said in accounts/."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from people.derived import derive_again
from people.lines import LinesField
from people.models import Body, BodyRule, Organization, Person

LISTS_AS_LINES = {models.JSONField: {"form_class": LinesField}}


@admin.register(Organization)
class OrganizationAdmin(admin.ModelAdmin):
    formfield_overrides = LISTS_AS_LINES
    list_display = ["name", "kind"]
    list_filter = ["kind"]
    search_fields = ["name"]
    ordering = ["name_sort", "pk"]
    prepopulated_fields = {"slug": ["name"]}

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple:
        """One that a decision names stays, like one that was at a meeting: it was decided so."""
        *rest, protected = super().get_deleted_objects(objs, request)
        named = [str(decision) for one in objs for decision in one.decisions.all()]
        return (*rest, [*protected, *named])


class BodyRuleInline(admin.StackedInline):
    model = BodyRule
    extra = 0
    ordering = ["from_date"]


@admin.register(Body)
class BodyAdmin(admin.ModelAdmin):
    formfield_overrides = LISTS_AS_LINES
    list_display = ["name", "full_name"]
    ordering = ["name", "pk"]
    filter_horizontal = ["members"]
    inlines = [BodyRuleInline]
    prepopulated_fields = {"slug": ["name"]}

    def save_model(self, request: HttpRequest, obj: Body, form: Any, change: bool) -> None:
        """Meetings are found by the name of their body."""
        super().save_model(request, obj, form, change)
        derive_again(obj.meetings.all())


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    formfield_overrides = LISTS_AS_LINES
    list_display = ["name"]
    search_fields = ["name", "name_key"]
    ordering = ["name_sort", "pk"]
    readonly_fields = ["slug"]
