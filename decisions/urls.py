from django.urls import include, path

from decisions.answers.views import organization_answer
from decisions.renewing.views import renewal
from decisions.views import (
    decisions,
    documents,
    doors,
    introductions,
    municipalities,
    search,
    suggestions,
    topic_desk,
    topics,
)

urlpatterns = [
    path("moten/<slug:body>/<slug:day>.docx", documents.meeting_docx, name="meeting_docx"),
    path(
        "moten/<slug:body>/<slug:day>/beslutslista.docx",
        documents.decision_list_docx,
        name="decision_list_docx",
    ),
    path("beslut/", decisions.decision_list, name="decisions"),
    path("beslut.csv", doors.decisions_csv, name="decisions_csv"),
    path("beslut.xlsx", doors.decisions_xlsx, name="decisions_xlsx"),
    path("beslut.json", doors.decisions_json, name="decisions_json"),
    path("beslut.atom", doors.decisions_atom, name="decisions_atom"),
    path("beslut/<slug:public_id>/", decisions.decision, name="decision"),
    path(
        "beslut/<slug:public_id>/svar/<slug:organization>/",
        organization_answer,
        name="organization_answer",
    ),
    path("sok/", search.search, name="search"),
    path("sok.json", doors.search_json, name="search_json"),
    path("sok/forslag/", suggestions.suggest, name="suggestions"),
    path("", include("decisions.assignments.urls")),
    path("sparade/", include("decisions.saved.urls")),
    path("organ/<slug:slug>/", include("decisions.agenda.urls")),
    path("kommuner/", municipalities.municipality_list, name="municipalities"),
    path("kommuner/<slug:slug>/", municipalities.municipality, name="municipality"),
    path("kommuner/<slug:slug>/introduktion/", introductions.introduce, name="introduction"),
    path("", include("decisions.follow_up.urls")),
    path("utestaende/", include("decisions.outstanding.urls")),
    path("amnen/", topics.topic_list, name="topics"),
    path("amnen/<slug:slug>/", topics.topic, name="topic"),
    path("amnen/<slug:slug>/andra/", topic_desk.edit_topic, name="edit_topic"),
    path("amnen/<slug:slug>/foreslas/", renewal, name="renewal"),
]
