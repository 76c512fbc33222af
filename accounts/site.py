"""The admin, for reference data and only for secretaries."""

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver
from django.utils.translation import gettext_lazy as _

from accounts.access import secretaries
from accounts.roles import is_secretary


class ReferenceDataSite(AdminSite):
    """Django's admin behind our own login page and access rule.

    Meetings and decisions are not here: what they say has a source, and an edit must say by whom.
    """

    site_header = site_title = _("Mötesarkivet: grunddata")
    index_title = _("Grunddata")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        return is_secretary(request.user)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        urls = super().get_urls()
        for pattern in _views(urls):
            pattern.callback = secretaries(pattern.callback)
        return urls


def _views(patterns: list):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _views(pattern.url_patterns)
        else:
            yield pattern
