import io

import pytest
from PIL import Image

from intake.text import Unreadable
from intake.text.raster import MOST_PIXELS, page_count, page_image
from tests.intake.text.pdf_writer import Sheet, pdf


def image(data, page=1, **options):
    return Image.open(io.BytesIO(page_image(data, page, **options)))


def refusal(data, page=1):
    with pytest.raises(Unreadable) as caught:
        page_image(data, page)
    return caught.value.code


def test_a_page_is_drawn_as_large_as_asked_for():
    data = pdf(Sheet().put(70, 100, "Anna Ek", 40))
    picture = image(data, dpi=72)
    assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", (595, 842))


def test_the_letters_stand_where_they_are_printed():
    picture = image(pdf(Sheet().put(70, 100, "Anna Ek", 40)), dpi=72).convert("L")
    dark = picture.point(lambda shade: 255 * (shade < 128)).getbbox()
    assert (70 <= dark[0] < 76, 65 < dark[1] < 76, 95 < dark[3] < 104) == (True, True, True)


def test_each_page_has_its_own_picture():
    data = pdf(Sheet().put(70, 100, "En"), Sheet().put(70, 100, "Två"))
    assert page_count(data) == 2
    assert page_image(data, 1) != page_image(data, 2)


def test_a_turned_page_is_drawn_as_it_is_shown():
    assert image(pdf(Sheet(rotate=90)), dpi=72).size == (842, 595)


def test_a_large_page_gets_fewer_dots():
    width, height = image(pdf(Sheet(width=10_000, height=10_000)), dpi=300).size
    assert 0.9 * MOST_PIXELS < width * height <= MOST_PIXELS


@pytest.mark.parametrize("page", [0, -1, 2])
def test_a_page_that_is_not_there_is_refused(page):
    assert refusal(pdf(Sheet()), page) == "no-such-page"


def test_a_damaged_file_has_no_pictures():
    assert refusal(pdf(Sheet())[:200]) == "pdf-damaged"
    with pytest.raises(Unreadable):
        page_count(b"%PDF-1.7\n%%EOF")
