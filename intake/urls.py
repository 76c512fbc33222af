from django.urls import path, register_converter

from intake.views import originals


class Checksum:
    regex = "[0-9a-f]{64}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Checksum, "sha256")

urlpatterns = [
    path("original/<sha256:sha256>/", originals.original, name="original"),
]
