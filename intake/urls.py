from django.urls import path, register_converter

from intake.views import (
    assignments,
    edits,
    originals,
    review,
    sources,
    states,
    trash,
    uploads,
    versions,
)


class Checksum:
    regex = "[0-9a-f]{64}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Checksum, "sha256")

urlpatterns = [
    path("ladda-upp/", uploads.upload, name="upload"),
    path("ladda-upp/<int:pk>/", uploads.batch, name="batch"),
    path("ladda-upp/<int:pk>/<int:upload>/igen/", uploads.retry_upload, name="retry_upload"),
    path("papperskorg/", trash.trash, name="trash"),
    path("papperskorg/mote/<int:pk>/", trash.trash_meeting, name="trash_meeting"),
    path("papperskorg/fil/<int:pk>/", trash.trash_file, name="trash_file"),
    path("granska/", review.review_queue, name="review_queue"),
    path("granska/<int:pk>/", review.review, name="review"),
    path("granska/<int:pk>/motet/", edits.edit_meeting, name="edit_meeting"),
    path("granska/<int:pk>/narvaro/", edits.add_attendance, name="add_attendance"),
    path("granska/<int:pk>/narvaro/<int:row>/", edits.edit_attendance, name="edit_attendance"),
    path("granska/<int:pk>/underskrifter/", edits.add_approval, name="add_approval"),
    path("granska/<int:pk>/underskrifter/<int:row>/", edits.edit_approval, name="edit_approval"),
    path("granska/<int:pk>/punkter/", edits.add_item, name="add_item"),
    path("granska/<int:pk>/punkter/<int:row>/", edits.edit_item, name="edit_item"),
    path("granska/<int:pk>/punkter/<int:item>/beslut/", edits.add_decision, name="add_decision"),
    path("granska/<int:pk>/beslut/<int:row>/", edits.edit_decision, name="edit_decision"),
    path(
        "granska/<int:pk>/beslut/<int:row>/ansvar/",
        assignments.add_assignment,
        name="add_assignment",
    ),
    path(
        "granska/<int:pk>/punkter/<int:item>/uppdrag/",
        assignments.add_sentence,
        name="add_sentence",
    ),
    path(
        "granska/<int:pk>/punkter/<int:item>/uppdrag/bekrafta/",
        assignments.confirm_item,
        name="confirm_item",
    ),
    path("granska/<int:pk>/uppdrag/bekrafta/", assignments.confirm_all, name="confirm_all"),
    path(
        "granska/<int:pk>/ansvar/<int:row>/", assignments.edit_assignment, name="edit_assignment"
    ),
    path("granska/<int:pk>/lage/", states.change_state, name="change_state"),
    path("granska/<int:pk>/historik/", states.history, name="history"),
    path("granska/<int:pk>/las-om/", versions.read_again, name="reread"),
    path("granska/<int:pk>/version/<int:source>/", versions.compare, name="compare"),
    path("granska/<int:pk>/fragor/<int:number>/", edits.answer, name="answer"),
    path("granska/<int:pk>/angra/", edits.undo, name="undo"),
    path("original/<sha256:sha256>/", originals.original, name="original"),
    path("original/<sha256:sha256>/sida/<int:page>.png", sources.page_image, name="page_image"),
    path(
        "original/<sha256:sha256>/rader/<int:first>-<int:last>/",
        sources.source_lines,
        name="source_lines",
    ),
]
