from django.urls import path

from decisions.saved import feeds, stopping, views

urlpatterns = [
    path("", views.saved_searches, name="saved_searches"),
    path("spara/", views.save_search, name="save_search"),
    path("<int:pk>/", views.saved_search, name="saved_search"),
    path("<int:pk>/adress/", views.change_feed_address, name="change_feed_address"),
    path("<int:pk>/ta-bort/", views.remove_saved_search, name="remove_saved_search"),
    path("avsluta/<str:signed>/", stopping.stop_mail, name="stop_mail"),
    path("<str:token>.atom", feeds.saved_feed, name="saved_feed"),
]
