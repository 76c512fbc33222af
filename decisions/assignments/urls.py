from django.urls import path

from decisions.assignments import doors, reminding, stopping, views

urlpatterns = [
    path("uppdrag/", views.assignment_list, name="assignments"),
    path("uppdrag.csv", doors.assignments_csv, name="assignments_csv"),
    path("uppdrag.ics", doors.assignments_ics, name="assignments_ics"),
    path("uppdrag/paminnelser/", reminding.reminders, name="reminders"),
    path("uppdrag/paminnelser/<str:signed>/", stopping.stop_reminders, name="stop_reminders"),
    path("uppdrag/<slug:public_id>/", views.assignment, name="assignment"),
    path("uppdrag/<slug:public_id>/lage/", views.report_assignment, name="report_assignment"),
]
