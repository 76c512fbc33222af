from django.urls import path

from decisions import views

urlpatterns = [
    path("beslut/", views.decision_list, name="decisions"),
    path("beslut/<slug:public_id>/", views.decision, name="decision"),
    path("kommuner/", views.municipality_list, name="municipalities"),
    path("kommuner/<slug:slug>/", views.municipality, name="municipality"),
    path("amnen/", views.topic_list, name="topics"),
    path("amnen/<slug:slug>/", views.topic, name="topic"),
]
