import shutil

import pytest

from intake import originals, pictures
from intake.text.unreadable import Unreadable
from tests.factories import a_picture, a_source
from tests.printed import a_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    data = a_pdf("Beslut: Att vänta")
    return a_source(sha256=originals.keep(data), media_type="application/pdf")


def test_a_page_is_drawn_once_and_kept(source):
    drawn = pictures.page_picture(source, 1)
    path = pictures.path_of(source.sha256, 1)
    assert drawn.startswith(b"\x89PNG")
    assert [path] == list(path.parent.iterdir())
    path.write_bytes(b"as it was kept")
    assert pictures.page_picture(source, 1) == b"as it was kept"


def test_the_folder_may_be_emptied_at_any_time(source, settings):
    drawn = pictures.page_picture(source, 1)
    shutil.rmtree(settings.PICTURES_DIR)
    assert pictures.page_picture(source, 1) == drawn


def test_a_page_that_is_not_there_leaves_nothing(source):
    with pytest.raises(Unreadable):
        pictures.page_picture(source, 2)
    assert not pictures.path_of(source.sha256, 2).exists()


def test_a_full_disk_keeps_nobody_from_reading(source, settings, caplog):
    settings.PICTURES_DIR.write_text("a file where the folder should be")
    assert pictures.page_picture(source, 1).startswith(b"\x89PNG")
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_what_was_drawn_can_be_forgotten(source):
    a_picture(source, 1)
    a_picture(source, 2)
    other = a_source()
    a_picture(other)
    pictures.forget(source.sha256)
    pictures.forget(source.sha256)
    assert not pictures.path_of(source.sha256, 1).parent.exists()
    assert pictures.path_of(other.sha256, 1).exists()
