"""Where one logs in and out."""

from django.urls import path

from accounts import views

urlpatterns = [
    path("logga-in/", views.log_in, name="login"),
    path("logga-ut/", views.log_out, name="logout"),
]
