"""Reference data: organizations, bodies and people. Who may come here is said in accounts/."""

from django.contrib import admin

from people.models import Body, Organization, Person


@admin.register(Organization)
class OrganizationAdmin(admin.ModelAdmin):
    list_display = ["name", "kind"]
    list_filter = ["kind"]
    search_fields = ["name"]
    ordering = ["name_sort", "pk"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Body)
class BodyAdmin(admin.ModelAdmin):
    list_display = ["name", "full_name"]
    ordering = ["name", "pk"]
    filter_horizontal = ["members"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    list_display = ["name"]
    search_fields = ["name", "name_key"]
    ordering = ["name_sort", "pk"]
    readonly_fields = ["slug"]
