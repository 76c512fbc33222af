"""The cast: a secretary, a director, somebody from the staff, and a stranger.

Each is a user; ``as_secretary`` and so on are their browsers. A director may read what is shared
with the signed-in; a stranger has no account.
"""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from hypothesis import settings as properties

from accounts.models import User
from accounts.roles import Role
from minutes.search import vocabulary
from tests.intake.own_archive import Databases, databases

# An example that takes long says nothing of the code: the machine may be busy.
properties.register_profile("suite", deadline=None)
properties.load_profile("suite")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests first, so that no process waits at the end for another's."""
    items.sort(key=lambda item: item.path.name != "test_real_files.py")


@pytest.fixture(scope="session")
def own_databases(tmp_path_factory) -> Iterator[Databases]:
    """Archives for tests that start processes; migrated once, then copied."""
    with databases(tmp_path_factory.mktemp("archives")) as made:
        yield made


@pytest.fixture(autouse=True)
def _originals_in_a_folder_of_the_test(settings, tmp_path):
    settings.ORIGINALS_DIR = tmp_path / "originals"
    settings.PICTURES_DIR = tmp_path / "pictures"


@pytest.fixture(autouse=True)
def _no_words_of_another_test():
    vocabulary.forget()


@pytest.fixture
def secretary(db) -> User:
    return User.objects.create_user("sekreteraren", role=Role.SECRETARY)


@pytest.fixture
def director(db) -> User:
    return User.objects.create_user("direktoren", role=Role.READER)


@pytest.fixture
def staff(db) -> User:
    return User.objects.create_user("handlaggaren", role=Role.STAFF)


@pytest.fixture
def stranger() -> AnonymousUser:
    return AnonymousUser()


@pytest.fixture
def as_secretary(secretary) -> Client:
    return _browser(secretary)


@pytest.fixture
def as_director(director) -> Client:
    return _browser(director)


@pytest.fixture
def as_staff(staff) -> Client:
    return _browser(staff)


@pytest.fixture
def as_stranger(db) -> Client:
    return Client()


def _browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
