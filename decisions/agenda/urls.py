from django.urls import path

from decisions.agenda import views

urlpatterns = [
    path("dagordning/", views.agenda, name="agenda"),
    path("dagordning.docx", views.agenda_docx, name="agenda_docx"),
]
