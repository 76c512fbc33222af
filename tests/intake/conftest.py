"""Archives that processes of their own import into."""

from collections.abc import Iterator

import pytest

from tests.intake.own_archive import Databases, OwnArchive, databases


@pytest.fixture(scope="module")
def own_databases(tmp_path_factory) -> Iterator[Databases]:
    with databases(tmp_path_factory.mktemp("archives")) as made:
        yield made


@pytest.fixture
def own_archive(own_databases) -> OwnArchive:
    return own_databases.copy()
