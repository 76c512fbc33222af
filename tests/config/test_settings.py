"""The settings as a real installation has them, each in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PRODUCTION = {
    "DEBUG": "false",
    "SECRET_KEY": "b7Kd9xQw" * 8,
    "ALLOWED_HOSTS": "arkiv.example.se",
    "DATABASE_URL": "postgres://arkiv@localhost/arkiv",
}


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess:
    kept = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG"}}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=kept | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_production_environment_passes_the_deployment_check():
    done = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("variable", "value"),
    [("SECRET_KEY", ""), ("ALLOWED_HOSTS", "*"), ("DATABASE_URL", "nonsense")],
)
def test_production_does_not_start_on_a_bad_variable(variable, value):
    done = run("manage.py", "check", **PRODUCTION | {variable: value})
    assert done.returncode != 0
    assert f"ImproperlyConfigured: {variable} must" in done.stderr


def test_a_real_server_does_not_start_with_debug():
    done = run("-c", "import config.wsgi", **PRODUCTION | {"DEBUG": "true"})
    assert done.returncode != 0
    assert "DEBUG must be false" in done.stderr


def test_a_real_server_starts_without_debug():
    assert run("-c", "import config.wsgi", **PRODUCTION).returncode == 0


def test_a_failure_is_written_to_the_log_of_a_real_server_once():
    code = (
        "import config.wsgi, logging\n"
        "logging.getLogger('django.request').error('Internal Server Error: /moten/')"
    )
    done = run("-c", code, **PRODUCTION)
    assert done.stderr.count("Internal Server Error: /moten/") == 1
