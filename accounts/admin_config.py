"""Puts our admin site in the place of Django's. Not in apps.py, which may hold one app only."""

from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class ArchiveAdminConfig(AdminConfig):
    default_site = "accounts.site.ReferenceDataSite"
    verbose_name = _("Grunddata")
