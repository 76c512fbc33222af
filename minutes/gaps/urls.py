from django.urls import path

from minutes.gaps import views

urlpatterns = [
    path("", views.coverage_page, name="coverage"),
    path("<slug:body>/<slug:day>/", views.settle_gap, name="settle_gap"),
    path("<slug:body>/<slug:day>/angra/", views.unsettle_gap, name="unsettle_gap"),
]
