from django.urls import path, register_converter

from intake.views import originals, sources, trash, uploads


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
    path("original/<sha256:sha256>/", originals.original, name="original"),
    path("original/<sha256:sha256>/sida/<int:page>.png", sources.page_image, name="page_image"),
    path(
        "original/<sha256:sha256>/rader/<int:first>-<int:last>/",
        sources.source_lines,
        name="source_lines",
    ),
]
