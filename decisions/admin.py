from django.contrib import admin

from decisions.models import Topic


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    list_display = ["name", "parent"]
    search_fields = ["name"]
    ordering = ["name_sort", "pk"]
    prepopulated_fields = {"slug": ["name"]}
