from django.urls import path

from decisions.outstanding import views

urlpatterns = [
    path("", views.outstanding_matters, name="outstanding"),
    path("<int:earlier>/upptagen/<int:later>/", views.take_up, name="take_up"),
]
