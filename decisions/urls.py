from django.urls import include, path

from decisions.views import decisions, municipalities, suggestions, topics

urlpatterns = [
    path("beslut/", decisions.decision_list, name="decisions"),
    path("beslut/<slug:public_id>/", decisions.decision, name="decision"),
    path("sok/forslag/", suggestions.suggest, name="suggestions"),
    path("sparade/", include("decisions.saved.urls")),
    path("kommuner/", municipalities.municipality_list, name="municipalities"),
    path("kommuner/<slug:slug>/", municipalities.municipality, name="municipality"),
    path("amnen/", topics.topic_list, name="topics"),
    path("amnen/<slug:slug>/", topics.topic, name="topic"),
]
