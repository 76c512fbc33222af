"""An archive with something on every page, served as a real installation does."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.served import Site, serving_for_real


@dataclass(frozen=True, slots=True)
class Shown:
    """What tests.browser.everyone.shown has told of the archive that ``site`` serves."""

    site: Site
    session: str
    stranger: list[str]
    secretary: list[str]
    acts: list[str]
    sample: dict[str, str]


@pytest.fixture(scope="session")
def shown(own_databases) -> Iterator[Shown]:
    """Nothing here changes any of it: one archive serves all tests of a process."""
    archive = own_databases.copy()
    with serving_for_real(archive) as site:
        imported = archive.manage("import_minutes", "intake/samples", "--publish")
        assert imported.returncode == 0, imported.stderr
        told = archive.run(sys.executable, "-m", "tests.browser.everyone.shown")
        assert told.returncode == 0, told.stderr
        yield Shown(site, **json.loads(told.stdout))


@pytest.fixture(scope="module")
def empty(own_databases) -> Iterator[Site]:
    with serving_for_real(own_databases.copy()) as site:
        yield site
