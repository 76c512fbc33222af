"""The archive's addresses, read like a map."""

from django.contrib import admin
from django.urls import include, path

from config import about, doors, views

handler400 = "config.views.bad_request"
handler403 = "config.views.forbidden"
handler404 = "config.views.not_found"
handler500 = "config.views.server_error"

urlpatterns = [
    path("", views.start, name="start"),
    path("healthz", views.healthz, name="healthz"),
    path("sprak/", views.choose_language, name="choose_language"),
    path("om/", about.about, name="about"),
    path("ordlista/", about.glossary, name="glossary"),
    path("tangentbord/", about.keyboard, name="keyboard"),
    path("tillganglighet/", about.accessibility, name="accessibility"),
    path("oppna-data/", doors.open_data, name="open_data"),
    path("opensearch.xml", doors.opensearch, name="opensearch"),
    path("robots.txt", doors.robots, name="robots"),
    path("sitemap.xml", doors.sitemap, name="sitemap"),
    path("", include("accounts.urls")),
    path("", include("minutes.urls")),
    path("", include("decisions.urls")),
    path("", include("intake.urls")),
    path("admin/", admin.site.urls),
]
