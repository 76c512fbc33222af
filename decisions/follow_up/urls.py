from django.urls import path

from decisions.follow_up import views

urlpatterns = [
    path("uppfoljning/", views.follow_up, name="follow_up"),
    path("uppfoljning.docx", views.follow_up_docx, name="follow_up_docx"),
    path("uppfoljning.xlsx", views.follow_up_xlsx, name="follow_up_xlsx"),
]
