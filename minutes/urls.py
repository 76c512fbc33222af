from django.urls import path

from minutes import views

urlpatterns = [
    path("moten/", views.meeting_list, name="meetings"),
    path("moten/<slug:body>/<slug:day>/", views.meeting, name="meeting"),
    path("personer/", views.person_list, name="people"),
    path("personer/<slug:slug>/", views.person, name="person"),
]
