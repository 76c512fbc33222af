"""Static files as a real installation serves them: each under a name made of its content."""

import pytest
from django.conf import settings as configured
from django.core.management import call_command


@pytest.fixture
def manifest(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    # As in production but for the compressed copies, which take a minute and prove nothing here.
    backend = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    settings.STORAGES = configured.STORAGES | {"staticfiles": {"BACKEND": backend}}
    return tmp_path / "static" / "staticfiles.json"


def test_every_file_that_a_style_sheet_names_is_there(manifest):
    """``collectstatic`` fails on a reference that leads nowhere, and so would the upgrade."""
    call_command("collectstatic", interactive=False, verbosity=0)
    assert manifest.exists()
