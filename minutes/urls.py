from django.urls import include, path

from minutes import doors, views

urlpatterns = [
    path("moten/", views.meeting_list, name="meetings"),
    path("moten.json", doors.meetings_json, name="meetings_json"),
    path("moten.atom", doors.meetings_atom, name="meetings_atom"),
    path("moten.ics", doors.meetings_ics, name="meetings_ics"),
    path("moten/tackning/", include("minutes.gaps.urls")),
    path("moten/<slug:body>/<slug:day>/", views.meeting, name="meeting"),
    path("moten/<slug:body>/<slug:day>.ics", doors.meeting_ics, name="meeting_ics"),
    path("organ/<slug:slug>/", views.body, name="body"),
    path("personer/", views.person_list, name="people"),
    path("personer/<slug:slug>/", views.person, name="person"),
]
