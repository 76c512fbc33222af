"""Archives that processes of their own import into."""

import pytest

from tests.intake.own_archive import OwnArchive


@pytest.fixture
def own_archive(own_databases) -> OwnArchive:
    return own_databases.copy()
