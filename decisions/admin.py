"""Topics in the admin: their names and the words that tell them."""

from django.contrib import admin

from decisions.models import Topic
from people.admin import LISTS_AS_LINES


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    formfield_overrides = LISTS_AS_LINES
    list_display = ["name", "parent"]
    search_fields = ["name"]
    ordering = ["name_sort", "pk"]
    prepopulated_fields = {"slug": ["name"]}
