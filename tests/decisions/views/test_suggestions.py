import pytest

from tests.factories import a_draft, a_meeting, a_person, an_attendance

pytestmark = pytest.mark.django_db
ADDRESS = "/sok/forslag/"


def test_names_with_their_kind_and_address(as_stranger):
    an_attendance(a_meeting(), person=a_person("Salma Ek"))
    an_attendance(a_draft(), person=a_person("Sally Ek"))
    assert as_stranger.get(ADDRESS, {"q": "sal"}).json() == {
        "suggestions": [
            {"kind": "Kommun", "name": "Salem", "address": "/kommuner/salem/", "detail": ""},
            {"kind": "Person", "name": "Salma Ek", "address": "/personer/salma-ek/", "detail": ""},
        ]
    }


def test_nothing_typed_suggests_nothing(as_stranger):
    assert as_stranger.get(ADDRESS).json() == {"suggestions": []}


def test_a_closed_archive_suggests_nothing_to_a_stranger(as_stranger, settings):
    settings.ARCHIVE_PUBLIC = False
    assert as_stranger.get(ADDRESS, {"q": "sal"}).status_code == 302
