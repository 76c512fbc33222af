"""Reference data: organizations, bodies and people. Who may come here is said in accounts/."""

from django.contrib import admin
from django.db import models

from people.lines import LinesField
from people.models import Body, Organization, Person

LISTS_AS_LINES = {models.JSONField: {"form_class": LinesField}}


@admin.register(Organization)
class OrganizationAdmin(admin.ModelAdmin):
    formfield_overrides = LISTS_AS_LINES
    list_display = ["name", "kind"]
    list_filter = ["kind"]
    search_fields = ["name"]
    ordering = ["name_sort", "pk"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Body)
class BodyAdmin(admin.ModelAdmin):
    formfield_overrides = LISTS_AS_LINES
    list_display = ["name", "full_name"]
    ordering = ["name", "pk"]
    filter_horizontal = ["members"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    formfield_overrides = LISTS_AS_LINES
    list_display = ["name"]
    search_fields = ["name", "name_key"]
    ordering = ["name_sort", "pk"]
    readonly_fields = ["slug"]
