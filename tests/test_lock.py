"""The lock file works for everybody: it names the public registry, and no machine of ours."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "uv.lock").read_text()


def test_the_lock_names_one_registry_the_public_one():
    registries = {package["source"].get("registry") for package in tomllib.loads(LOCK)["package"]}
    assert registries == {"https://pypi.org/simple", None}  # None: the archive itself


def test_the_lock_downloads_from_the_public_host_only():
    assert set(re.findall(r"https?://([^/\"]+)", LOCK)) == {"pypi.org", "files.pythonhosted.org"}


def test_every_dependency_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {re.match(r"[a-z0-9-]+", requirement)[0] for requirement in wanted}
    assert names - {package["name"] for package in tomllib.loads(LOCK)["package"]} == set()
